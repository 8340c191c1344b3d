"""現場ごと・人ごとの就業日: the days behind an account, as page and paper show them (USE-11)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ccus.domain.site_fees.people import Person
from ccus.domain.site_fees.reading import FeeDay


@dataclass(frozen=True, slots=True)
class WorkerDays:
    """一人の就業日: those charged, those reversed, and yen."""

    person: Person
    charged: tuple[date, ...]
    reversed: tuple[date, ...]
    amount: int

    @property
    def days(self) -> int:
        """Net of reversals."""
        return len(self.charged) - len(self.reversed)

    @property
    def charged_words(self) -> str:
        """11月2・3・4日."""
        return days_words(self.charged)

    @property
    def reversed_words(self) -> str:
        """The same of the days reversed."""
        return days_words(self.reversed)


@dataclass(frozen=True, slots=True)
class SiteDays:
    """一つの現場の就業日, by worker."""

    number: str
    name: str
    workers: tuple[WorkerDays, ...]

    @property
    def days(self) -> int:
        """Net of reversals."""
        return sum(worker.days for worker in self.workers)

    @property
    def amount(self) -> int:
        """In yen."""
        return sum(worker.amount for worker in self.workers)


def by_site(days: Iterable[FeeDay], people: Mapping[int, Person]) -> tuple[SiteDays, ...]:
    """The days in the order of `reading.fee_days`, gathered by site and worker."""
    return tuple(
        SiteDays(number, name, _by_worker(number, list(group), people))
        for (number, name), group in groupby(days, key=lambda day: (day.site_number, day.site_name))
    )


def days_words(days: Sequence[date]) -> str:
    """Days as few letters as can be, the year where there is more than one.

    >>> days_words([date(2026, 11, 2), date(2026, 11, 3), date(2026, 12, 1)])
    '11月2・3日、12月1日'
    """
    has_years = len({day.year for day in days}) > 1
    words = []
    for (year, month), group in groupby(sorted(days), key=lambda day: (day.year, day.month)):
        numbers = "・".join(str(day.day) for day in group)
        words.append(f"{year}年{month}月{numbers}日" if has_years else f"{month}月{numbers}日")
    return "、".join(words)


def _by_worker(site: str, days: Sequence[FeeDay], people: Mapping[int, Person]) -> tuple[WorkerDays, ...]:
    return tuple(
        _worker_days(people[worker].at_site(site), list(group))
        for worker, group in groupby(days, key=lambda day: day.worker)
    )


def _worker_days(person: Person, days: Sequence[FeeDay]) -> WorkerDays:
    return WorkerDays(
        person,
        tuple(day.on for day in days if day.amount > 0),
        tuple(day.on for day in days if day.amount < 0),
        sum(day.amount for day in days),
    )
