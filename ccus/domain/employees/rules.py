"""期限の規則: last days, how long before they are told, which booked days they would spoil (EMP-04 to EMP-06). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccus.domain.employees.terms import RunsOut
from ccus.domain.workers.rules import year_before
from ccus.foundation.periods import ONE_DAY, Period

AHEAD = (3, 14, 30)
"""Days before the last day on which it is told, the nearest first (EMP-05)."""


@dataclass(frozen=True, slots=True)
class Expiring:
    """期限のあるもの of a worker: `last_on` is the last day on which it counts, `what` the code of a 資格種別 or ""."""

    worker: int
    kind: RunsOut
    what: str
    last_on: date

    def days_left(self, today: date) -> int:
        """Days from today to the last day; negative when it is past."""
        return (self.last_on - today).days


@dataclass(frozen=True, slots=True)
class Booked:
    """予定: days on which a worker stands on the roster of a site, within its 蓄積期間."""

    worker: int
    site: str
    days: Period


@dataclass(frozen=True, slots=True)
class Spoilt:
    """かかわる就業予定: `last_on` None: no end is known."""

    site: str
    first_on: date
    last_on: date | None


def check_counts_until(taken_on: date) -> date:
    """The last day on which a 健康診断 is not older than a year: `year_before` of it is not after `taken_on`."""
    same_day = taken_on.month, min(taken_on.day, 28) if taken_on.month == 2 else taken_on.day
    day = date(taken_on.year + 1, *same_day)
    while year_before(day + ONE_DAY) <= taken_on:
        day += ONE_DAY
    return day


def expiring(found: Iterable[Expiring], *, today: date, within: int = AHEAD[-1]) -> list[Expiring]:
    """期限が近いか切れたもの: what ends within so many days from today, the soonest first, or is past already.

    Of one kind and 資格種別 of a worker only what lasts longest counts (EMP-04).
    """
    longest: dict[tuple[int, RunsOut, str], Expiring] = {}
    for each in found:
        key = (each.worker, each.kind, each.what)
        if key not in longest or longest[key].last_on < each.last_on:
            longest[key] = each
    near = (each for each in longest.values() if each.days_left(today) <= within)
    return sorted(near, key=lambda each: (each.last_on, each.worker, each.kind, each.what))


def threshold(last_on: date, *, today: date) -> int | None:
    """何日前の知らせか: 30, 14 or 3, the nearest that is reached; None earlier, and once it is past (EMP-05)."""
    left = (last_on - today).days
    return next((days for days in AHEAD if 0 <= left <= days), None)


def spoilt(expiry: Expiring, booked: Iterable[Booked]) -> tuple[Spoilt, ...]:
    """かかわる就業予定: the booked days after the last day, site by site, the earliest first (EMP-06)."""
    cut = (
        (each.site, each.days.since(expiry.last_on + ONE_DAY))
        for each in booked
        if each.worker == expiry.worker
    )
    days = [
        Spoilt(site, left.from_on, left.until_on - ONE_DAY if left.until_on else None)
        for site, left in cut
        if left is not None
    ]
    return tuple(sorted(days, key=lambda each: (each.first_on, each.site)))
