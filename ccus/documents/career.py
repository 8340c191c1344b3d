"""経歴の図: the days of a career as cells, a cell a day, with their sums (PROOF-09, PROOF-10). Pure.

`career_drawing` draws it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ccus.documents.career_marks import LOOKS, OTHERS, WITHOUT, Fill, Look, Place

OTHERS_WORD, WITHOUT_WORD = "その他の職種", "職種の登録なし"


@dataclass(frozen=True, slots=True)
class PictureDay:
    """図の一日: one record that counts, or 承認なし. `trade` is empty where none is registered."""

    on: date
    trade: str
    fill: Fill
    is_official: bool


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """一年: its cells by trade and filling, and its sums."""

    year: int
    cells: Mapping[tuple[str, Fill], tuple[Place, ...]]
    days: int
    official_days: int
    unapproved_days: int
    trades: Mapping[str, int]

    @property
    def words(self) -> str:
        """The sums in a line."""
        beside = f" 承認なし {self.unapproved_days}日" if self.unapproved_days else ""
        return f"就業 {self.days}日 正式 {self.official_days}日{beside}"


@dataclass(frozen=True, slots=True)
class CareerPicture:
    """経歴の図: years, newest first; the trades that have a look of their own with 正式 days; days by filling."""

    years: tuple[YearOfDays, ...]
    trades: tuple[tuple[str, Look, int], ...]
    fills: tuple[tuple[Fill, int], ...]

    @property
    def looks(self) -> dict[str, Look]:
        """Trade → how it looks."""
        return {trade: look for trade, look, _ in self.trades}


def career_picture(days: Iterable[PictureDay]) -> CareerPicture:
    """経歴の図 of these days, in any order."""
    given = list(days)
    named = _grouped_trades(given)
    best: dict[date, PictureDay] = {}
    for day in sorted(given, key=lambda day: (day.on, list(Fill).index(day.fill), not day.is_official)):
        best.setdefault(day.on, day)
    by_year: defaultdict[int, list[PictureDay]] = defaultdict(list)
    for day in given:
        by_year[day.on.year].append(day)
    official = _official(given, named)
    return CareerPicture(
        years=tuple(
            _year(year, by_year[year], [day for day in best.values() if day.on.year == year], named)
            for year in range(max(by_year), min(by_year) - 1, -1)
        )
        if given
        else (),
        trades=tuple((trade, look, official[trade]) for trade, look in _looks(named.values())),
        fills=tuple(
            sorted(Counter(day.fill for day in best.values()).items(), key=lambda at: list(Fill).index(at[0]))
        ),
    )


def place_of(day: date) -> Place:
    """The cell of a day: weeks begin on Sunday."""
    weekday = day.isoweekday() % 7
    first = date(day.year, 1, 1).isoweekday() % 7
    return (day.timetuple().tm_yday - 1 + first) // 7, weekday


def _grouped_trades(days: Iterable[PictureDay]) -> dict[str, str]:
    """Trade → as the picture names it: the most frequent by 正式 days, then by days, then by name."""
    dates: defaultdict[str, set[tuple[bool, date]]] = defaultdict(set)
    for day in days:
        dates[day.trade].add((day.is_official, day.on))
    ranked = sorted(
        (trade for trade in dates if trade),
        key=lambda trade: (-sum(official for official, _ in dates[trade]), -len(dates[trade]), trade),
    )
    own = ranked if len(ranked) <= len(LOOKS) else ranked[: len(LOOKS)]
    named = {trade: trade if trade in own else OTHERS_WORD for trade in ranked}
    return named | ({"": WITHOUT_WORD} if "" in dates else {})


def _looks(names: Iterable[str]) -> Iterable[tuple[str, Look]]:
    special = {OTHERS_WORD: OTHERS, WITHOUT_WORD: WITHOUT}
    ranked = list(dict.fromkeys(names))
    own = [name for name in ranked if name not in special]
    return chain(zip(own, LOOKS, strict=False), ((name, special[name]) for name in special if name in ranked))


def _official(days: Iterable[PictureDay], named: Mapping[str, str]) -> Counter[str]:
    """正式 days by trade as the picture names it; each date once (MONTH-03)."""
    return Counter(trade for trade, _ in {(named[day.trade], day.on) for day in days if day.is_official})


def _year(
    year: int, records: Sequence[PictureDay], days: Sequence[PictureDay], named: Mapping[str, str]
) -> YearOfDays:
    cells: defaultdict[tuple[str, Fill], list[Place]] = defaultdict(list)
    for day in days:
        cells[named[day.trade], day.fill].append(place_of(day.on))
    official = _official(records, named)
    return YearOfDays(
        year=year,
        cells={key: tuple(places) for key, places in cells.items()},
        days=len({day.on for day in records if day.fill is not Fill.EMPTY}),
        official_days=len({day.on for day in records if day.is_official}),
        unapproved_days=len({day.on for day in records if day.fill is Fill.EMPTY}),
        trades=dict(sorted(official.items(), key=lambda share: (-share[1], share[0]))),
    )
