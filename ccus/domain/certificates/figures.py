"""証明される数字: the sums of a career, as JSON keeps them. Pure (PROOF-02)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from typing import Any, TypeVar

from ccus.domain.certificates.terms import NO_POSITION, NO_TRADE
from ccus.domain.work_history.career import CareerDay
from ccus.domain.work_history.terms import State

Key = TypeVar("Key", bound=Hashable)
Pairs = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """一年の数."""

    year: int
    days: int
    records: int
    official_days: int
    unapproved_days: int


@dataclass(frozen=True, slots=True)
class SiteWork:
    """現場と作業: 正式 days of one kind of work at one site; days as ISO texts. `number` is empty for no site ID."""

    number: str
    name: str
    trade: str
    position: str
    work_content: str
    first_on: str
    last_on: str
    days: int


@dataclass(frozen=True, slots=True)
class Figures:
    """証明される数字. `days` and `records` count 正式 and 連結待ち; `unapproved_days` stand beside them (D-25).

    `trades`, `positions`: label and 正式 days; `grades`: evidence and 就業履歴数. `sites` is empty where none were
    asked for.
    """

    days: int
    records: int
    official_days: int
    unapproved_days: int
    first_on: str
    last_on: str
    years: tuple[Year, ...]
    trades: Pairs
    positions: Pairs
    grades: Pairs
    sites: tuple[SiteWork, ...]

    def as_json(self) -> dict[str, Any]:
        """As the certificate keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Figures":
        """The figures that a certificate keeps."""
        lists: dict[str, Any] = {
            "years": tuple(Year(**each) for each in kept["years"]),
            "sites": tuple(SiteWork(**each) for each in kept["sites"]),
            **{name: tuple(map(tuple, kept[name])) for name in ("trades", "positions", "grades")},
        }
        return cls(**{**kept, **lists})

    def same_as(self, other: "Figures") -> bool:
        """Whether both say the same of the days; a site that got another name is the same site (PROOF-07)."""
        return _nameless(self) == _nameless(other)


def _nameless(figures: Figures) -> Figures:
    sites = [replace(site, name="" if site.number else site.name) for site in figures.sites]
    return replace(figures, sites=tuple(sorted(sites, key=astuple)))


def figures_of(days: Sequence[CareerDay], *, with_sites: bool) -> Figures:
    """証明される数字 of these days, which come oldest first."""
    counted = [day for day in days if day.is_counted]
    official = [day for day in counted if day.state is State.OFFICIAL]
    unapproved = [day for day in days if day.state is State.UNAPPROVED]
    return Figures(
        days=_distinct(counted),
        records=len(counted),
        official_days=_distinct(official),
        unapproved_days=_distinct(unapproved),
        first_on=counted[0].on.isoformat() if counted else "",
        last_on=counted[-1].on.isoformat() if counted else "",
        years=_years(counted, official, unapproved),
        trades=_shares(official, lambda day: day.trade or NO_TRADE),
        positions=_shares(official, lambda day: day.position or NO_POSITION),
        grades=tuple(
            (grade.label, records)
            for grade, records in sorted(Counter(day.evidence for day in counted).items())
        ),
        sites=_sites(official) if with_sites else (),
    )


def _distinct(days: Iterable[CareerDay]) -> int:
    return len({day.on for day in days})


def _years(*states: Sequence[CareerDay]) -> tuple[Year, ...]:
    """Each year in which something is, of 就業日数, 正式 and 承認なし."""
    counted, official, unapproved = (_by(days, lambda day: day.on.year) for days in states)
    return tuple(
        Year(
            year,
            _distinct(counted[year]),
            len(counted[year]),
            _distinct(official[year]),
            _distinct(unapproved[year]),
        )
        for year in sorted({*counted, *unapproved})
    )


def _shares(days: Sequence[CareerDay], name: Callable[[CareerDay], str]) -> Pairs:
    """Label and days, most first."""
    sums = ((label, _distinct(group)) for label, group in _by(days, name).items())
    return tuple(sorted(sums, key=lambda share: (-share[1], share[0])))


def _sites(days: Sequence[CareerDay]) -> tuple[SiteWork, ...]:
    """Each kind of work at each site, in the order in which it began (MONTH-03)."""
    work = _by(days, lambda day: (day.place, day.trade, day.position, day.work_content))
    return tuple(
        SiteWork(
            number=group[0].site_number,
            name=group[0].site_name,
            trade=trade or NO_TRADE,
            position=position or NO_POSITION,
            work_content=content,
            first_on=group[0].on.isoformat(),
            last_on=group[-1].on.isoformat(),
            days=_distinct(group),
        )
        for (_, trade, position, content), group in work.items()
    )


def _by(days: Iterable[CareerDay], key: Callable[[CareerDay], Key]) -> defaultdict[Key, list[CareerDay]]:
    groups: defaultdict[Key, list[CareerDay]] = defaultdict(list)
    for day in days:
        groups[key(day)].append(day)
    return groups
