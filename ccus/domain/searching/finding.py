"""さがす: keys of those who answer to a search, and the numbers beside the choices. Keys only: disclosure shows."""

from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection

from ccus.domain.searching.criteria import NARROWING, Criteria
from ccus.domain.searching.rules import FEWEST, MOST_COUNTED, PAGE
from ccus.domain.searching.statements import COUNTED, counts_of, page_of
from ccus.foundation.reading_as import REGISTER, reading_as


@dataclass(frozen=True, slots=True)
class Hit:
    """見つかった人: `fits` says that everything asked is open and answers; else something asked is 非公開."""

    worker: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """選択肢ごとの人数 of one criterion, the most first: code and number, never one below five (SEEK-04)."""

    criterion: str
    choices: tuple[tuple[str, int], ...]


def hits(criteria: Criteria, *, company: int, on: date, page: int) -> tuple[tuple[Hit, ...], bool]:
    """A page of those found, and whether there are more behind it. One statement.

    The register itself searches; whoever asked gets keys, and reads by their own relation.
    """
    given = {"seed": f"{company}:{on}", "skip": (page - 1) * PAGE, "many": PAGE + 1}
    rows = _rows(page_of(criteria), _given(criteria, on) | given)
    return tuple(Hit(*row) for row in rows[:PAGE]), len(rows) > PAGE


def counts(criteria: Criteria, *, on: date) -> tuple[Counts, ...]:
    """人数 beside the choices that were not made yet: of what is open alone (SEEK-04). One statement.

    None for a search as wide as `MOST_COUNTED`: counting would take longer than the page.
    """
    rows = _rows(
        counts_of(criteria), _given(criteria, on, *COUNTED) | {"fewest": FEWEST, "most": MOST_COUNTED}
    )
    found = sorted(rows, key=lambda row: (COUNTED.index(row[0]), -row[2], row[1]))
    return tuple(
        Counts(criterion, tuple((code, number) for _, code, number in choices))
        for criterion, choices in groupby(found, key=lambda row: row[0])
        if not getattr(criteria, criterion)
    )


def _given(criteria: Criteria, on: date, *counted: str) -> dict[str, Any]:
    """Parameters of both statements; of the sentence of disclosure those that stand for no wish."""
    items = {NARROWING[name] for name in (*criteria.narrowing, *counted)}
    kana = criteria.kana.replace("\\", "").replace("%", "").replace("_", "")
    nothing_wished = {"workers": [], "by_worker": False, "wish": [], "company": None}
    return asdict(criteria) | nothing_wished | {"kana": kana, "on": on, "asked": sorted(items)}


def _rows(statement: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with reading_as(REGISTER), connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())
