"""いまの様子を数える: what sites, readers and firms have in common."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection

from ccus.domain.figures.hiding import summed, with_sums, with_unit
from ccus.domain.figures.tables import Drawing, Row, Table
from ccus.domain.figures.terms import AGES, SILENT_DAYS, age_of
from ccus.foundation.clock import JST, day_of

LOOKED_BACK = 90
LISTED = 100
_LATELY = 6


def given_for(at: datetime) -> dict[str, Any]:
    """What the statements are asked with."""
    today: date = day_of(at)
    since_on = today - timedelta(days=LOOKED_BACK)
    return {
        "at": at,
        "today": today,
        "since_on": since_on,
        "since": datetime.combine(since_on, time(), JST),
        "lately": datetime.combine(today - timedelta(days=_LATELY), time(), JST),
        "until": at + timedelta(days=1),
        "silent": SILENT_DAYS,
        "limit": LISTED,
    }


def rows_of(statement: str, at: datetime) -> Iterator[tuple[Any, ...]]:
    """What the statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given_for(at))
        yield from cursor.fetchall()


def counts_and_lines(statement: str, at: datetime) -> tuple[list[Any], list[Any]]:
    """Of a statement that finds both at once. The list is cut off by itself; who may read it, the figure says."""
    ((counts, lines),) = rows_of(statement, at)
    return counts, lines


def silent(table: Table) -> str:
    """How many are silent for long enough to ask, of a table by age."""
    if not table.rows:
        return ""
    count = summed(cell for row in table.rows[age_of(SILENT_DAYS) :] for cell in row.cells[:-1])
    return f"{SILENT_DAYS}日以上：{with_unit(count, table.unit)}"


def by_age(bare: Table, ages: Sequence[str], counted: Iterable[tuple[bool, int | None, int]]) -> Table:
    """The table with a row for each age and its picture: two columns and their sum; none where nothing was counted.

    `counted`: (whether it belongs to the first column, days or None for longer than was looked back, how many).
    """
    counts = [[0, 0] for _ in AGES]
    for is_first, days, count in counted:
        counts[-1 if days is None else age_of(days)][0 if is_first else 1] += count
    rows, foot = with_sums(counts)
    return replace(
        bare,
        rows=tuple(map(Row, ages, rows)) if any(map(any, counts)) else (),
        foot=Row("合計", foot),
        drawing=Drawing.BARS,
        drawn=(0, 1),
    )
