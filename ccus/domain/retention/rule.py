"""保存の規則: one dated rule about one kind of thing, as data (KEEP-01)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import psycopg

from ccus.domain.retention.rules import Kept, Length, Years, spans
from ccus.domain.retention.terms import Then, Why

BEGINNING = date(2019, 4, 1)
"""運用の始まり: what has always been so."""
KEYS = "any(%(keys)s::bigint[])"
"""In a statement of `below`: the keys of the rows whose time is over."""


@dataclass(frozen=True, slots=True)
class Carried:
    """実行の結果: table → rows; `failed` rows stay for the next night, `fault` is the kind of the first failure."""

    rows: Mapping[str, int]
    failed: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """保存の規則 of rows of `table` (`t` in SQL), counted from the instant `counted`, where `where` holds.

    Then the row goes, or with `words` (a SET list) its words; what hangs on it goes before, by `below`: (table,
    statement with `KEYS`). `carry`: another way altogether. `begins` says in words from when it is counted.
    """

    key: str
    title: str
    begins: str
    kept: tuple[Kept, ...]
    reason: str
    table: str
    counted: str
    why: Why = Why.NEED
    where: str = "true"
    words: str = ""
    identity: tuple[str, str] = ("id", "bigint")
    below: tuple[tuple[str, str], ...] = ()
    carry: Callable[[psycopg.Connection, datetime], Carried] | None = None
    number: str = ""

    @property
    def then(self) -> Then:
        """What becomes of the rows."""
        if self.carry is not None:
            return Then.WITH_THE_PERSON
        return Then.WORDS_GO if self.words else Then.ERASED

    @property
    def tables(self) -> tuple[str, ...]:
        """Every table in which it takes something away."""
        return (*dict.fromkeys(table for table, _ in self.below), self.table)

    def due(self, at: datetime) -> tuple[str, dict[str, object]]:
        """The condition on `t` that is true for what is over at an instant, with its values."""
        each: list[str] = []
        values: dict[str, object] = {"at": at}
        for n, span in enumerate(spans(self.kept, at)):
            values |= {f"since_{n}": span.since, f"before_{n}": span.before}
            after = f" and {self.counted} >= %(since_{n})s" if span.since is not None else ""
            each.append(f"({self.counted} < %(before_{n})s{after})")
        return f"({self.where}) and ({' or '.join(each) or 'false'})", values


def days(n: int) -> tuple[Kept, ...]:
    """So many days, and always has been; none: as soon as it is counted."""
    return (Kept(BEGINNING, timedelta(days=n)),)


def years(n: int) -> tuple[Kept, ...]:
    """So many years, and always has been."""
    return (Kept(BEGINNING, Years(n)),)


def goes_with(table: str, column: str) -> tuple[str, str]:
    """いっしょに消す: rows of another table that hang on what is over by a column."""
    return table, f"delete from {table} where {column} = {KEYS}"


def words(kept: tuple[Kept, ...]) -> Iterator[str]:
    """The lengths as people read them, the newest last."""
    for row in sorted(kept, key=lambda row: row.from_on):
        since = "" if row.from_on == BEGINNING else f"（{row.from_on:%Y年%-m月%-d日}から）"
        yield f"{_length(row.length)}{since}"


def _length(length: Length) -> str:
    if isinstance(length, Years):
        return f"{length.n}年"
    if length < timedelta(days=1):
        return "すぐ" if not length else f"{int(length.total_seconds() // 3600)}時間"
    return f"{length.days}日"
