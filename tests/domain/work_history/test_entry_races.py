"""A day is entered while its tap arrives: both stand, the tap comes first (REC-09, REC-11, FACT-07)."""

from datetime import date

import pytest

from ccus.domain.work_history import intake_sql
from ccus.domain.work_history.claim_terms import Answer
from ccus.domain.work_history.terms import Evidence, State
from ccus.foundation.pipelined import COMMIT, Statement
from tests.domain.work_history.claims import claim
from tests.domain.work_history.gate import Gate, clock
from tests.domain.work_history.tap_road import Sent, TapRoad, contacts_of

MONDAY = date(2026, 11, 16)
TAPPED = clock("08:00")
STEPS = pytest.mark.parametrize(
    "before",
    [intake_sql.PRESENCE, intake_sql.INSERT_TAPS, COMMIT],
    ids=["it locks", "it writes", "it commits"],
)


def tap_while_entering(gate: Gate, road: TapRoad, before: Statement, prime: Answer | None = None) -> int:
    gate.settle()
    entries: list[int] = []
    gate.known = [(1, 1, TAPPED)]
    road.line.hold(before)
    road.meanwhile(
        contacts_of(gate, [Sent(TAPPED, 0, 1, 1, 1)], TAPPED),
        lambda: entries.append(claim(gate, MONDAY, prime=prime)),
    )
    gate.settle()
    return entries[0]


@STEPS
def test_an_entry_that_commits_before_the_tap(gate: Gate, road: TapRoad, before: Statement) -> None:
    entry = tap_while_entering(gate, road, before)
    assert gate.records("state, evidence, entry") == [(State.OFFICIAL, Evidence.CARD, entry)]


@STEPS
def test_an_approved_entry_mends_the_unlinked_tap_that_comes_meanwhile(
    bare_gate: Gate, road: TapRoad, before: Statement
) -> None:
    bare_gate.period()
    entry = tap_while_entering(bare_gate, road, before, Answer.APPROVED)
    assert bare_gate.records("state, evidence, entry") == [(State.OFFICIAL, Evidence.CARD, entry)]
