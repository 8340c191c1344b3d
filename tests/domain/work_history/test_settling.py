"""影響する日を片づける: what acts touched is derived, once or twice, and nothing else (FACT-05 to FACT-07)."""

from datetime import date, timedelta

import psycopg
import pytest

from ccus.domain.work_history.settling import Affected, expand
from ccus.foundation.databases import Databases
from tests.domain.work_history.gate import Gate

MONDAY = date(2026, 11, 16)


def _open_affects(gate: Gate) -> list[tuple[bool, bool]]:
    """Worked? settled? of each affect of this gate's workers."""
    return gate.sql(
        "select worked_at is not null, settled_at is not null from affect where worker = any(%s)",
        list(gate.worker.values()),
    )


def _expanded(gate: Gate, worker: int, place: int, first: int, end: int | None) -> set[tuple[int, int, int]]:
    """(worker, place, days after Monday) that an affect touches."""
    monday = (MONDAY - date(1970, 1, 1)).days
    until = None if end is None else monday + end
    who, where = gate.worker.get(worker, 0), gate.place.get(place, 0)
    keys = gate.one(expand([Affected(1, who, where, monday + first, until, None)]))
    workers, places = ({key: n for n, key in named.items()} for named in (gate.worker, gate.place))
    return {(workers[w], places[p], day - monday) for w, p, day in keys}


def test_an_affect_is_settled_at_once_when_nobody_else_is_at_work(bare_gate: Gate) -> None:
    bare_gate.touch(worker=1, since=MONDAY)
    bare_gate.settle()
    assert _open_affects(bare_gate) == [(True, True)]
    assert bare_gate.settle() == 0


def test_an_affect_waits_for_a_transaction_that_runs_then_and_is_worked_again(
    bare_gate: Gate, shared_database: Databases
) -> None:
    with psycopg.connect(str(shared_database.reader)) as somebody:
        somebody.execute("select pg_current_xact_id()")
        bare_gate.touch(worker=1, since=MONDAY)
        bare_gate.settle()
        assert _open_affects(bare_gate) == [(True, False)]
    bare_gate.settle()
    assert _open_affects(bare_gate) == [(True, True)]


@pytest.mark.parametrize(
    ("touched", "keys"),
    [
        ((1, 0, 0, 1), {(1, 1, 0), (1, 2, 0)}),
        ((0, 1, 0, 1), {(1, 1, 0), (2, 1, 0)}),
        ((1, 1, 0, 1), {(1, 1, 0)}),
        ((1, 1, 0, None), {(1, 1, 0), (1, 1, 9)}),
        ((1, 1, 1, 2), {(1, 1, 0)}),
        ((1, 1, 3, 4), set()),
    ],
    ids=["a worker", "a place", "both", "without an end", "the night before", "another day"],
)
def test_days_with_taps_are_derived_and_no_others(
    bare_gate: Gate, touched: tuple[int, int, int, int | None], keys: set[tuple[int, int, int]]
) -> None:
    bare_gate.taps("in 08:00", "in +9 08:00")
    bare_gate.taps("in 08:00", place=2)
    bare_gate.taps("in 08:00", worker=2)
    found = _expanded(bare_gate, *touched)
    assert {key for key in found if key[2] in {0, 9}} == keys


def test_a_change_reaches_the_days_that_hang_on_the_last_one(bare_gate: Gate) -> None:
    bare_gate.taps("auto 08:00", "auto +1 08:00", "auto +2 08:00", "auto +4 08:00")
    found = _expanded(bare_gate, 1, 1, 0, 1)
    assert {day for _, _, day in found} >= {0, 1, 2}
    assert (1, 1, 4) not in found


def test_a_place_with_a_tap_of_another_clock_is_found_by_when_it_happened(bare_gate: Gate) -> None:
    bare_gate.taps("in 08:00")
    moved = bare_gate.known[-1][2]
    bare_gate.tap(moved + timedelta(days=40), raw=moved)
    assert (1, 1, 40) in _expanded(bare_gate, 0, 1, 40, 41)
