"""未登録の事業者 in the chain: its days wait, and heal whenever the real firm claims its spot (D-27, SITE-19)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.work_history.rules import day_number, deadline
from ccus.domain.work_history.terms import Reason, State
from tests.domain.work_history.gate import FIRST, PRIME, SECOND, Gate, clock

DECLARED = clock("09:00")
HOLE: tuple[State, list[Reason]] = (State.UNLINKED, [Reason.CHAIN_HAS_HOLE])
OFFICIAL: tuple[State, list[Reason]] = (State.OFFICIAL, [])
MUCH_LATER = clock("09:00", "2029-03-01")
DEADLINE = datetime.fromtimestamp(deadline(day_number(date(2026, 11, 16))) / 1000, tz=DECLARED.tzinfo)


@pytest.fixture
def open_gate(bare_gate: Gate) -> Gate:
    """Everything but the first tier: its firm is not registered."""
    bare_gate.period()
    for tier in (PRIME, SECOND):
        bare_gate.accept(tier)
    bare_gate.link()
    bare_gate.line()
    return bare_gate


def test_below_a_stand_in_days_wait_with_trade_and_position(open_gate: Gate) -> None:
    open_gate.taps("in 08:00")
    open_gate.settle()
    assert open_gate.states() == [HOLE]
    assert open_gate.records("trade, position") == [(1001, 1)]


@pytest.mark.parametrize("claimed", [DECLARED, DECLARED + timedelta(days=40), MUCH_LATER], ids=str)
def test_a_claim_heals_the_days_since_the_declaration_at_any_time(open_gate: Gate, claimed: datetime) -> None:
    open_gate.taps("in 08:00", "in +9 08:00", "in +30 08:00")
    open_gate.settle()
    open_gate.accept(FIRST, recorded=claimed, held_since=DECLARED)
    open_gate.settle()
    assert open_gate.states() == [OFFICIAL] * 3


@pytest.mark.parametrize(("late", "state"), [(-1, OFFICIAL), (1, HOLE)])
def test_a_declaration_holds_the_days_whose_deadline_lay_ahead(
    open_gate: Gate, late: int, state: tuple[State, list[Reason]]
) -> None:
    open_gate.taps("in 08:00")
    declared = DEADLINE + timedelta(seconds=late)
    open_gate.accept(FIRST, recorded=MUCH_LATER, held_since=declared)
    open_gate.settle()
    assert open_gate.states() == [state]


def test_as_known_before_the_claim_the_day_waits(open_gate: Gate) -> None:
    open_gate.taps("in 08:00")
    open_gate.accept(FIRST, recorded=MUCH_LATER, held_since=DECLARED)
    known = MUCH_LATER - timedelta(seconds=1)
    (record,) = open_gate.derive(known_at=known).records.values()
    assert record.state == State.UNLINKED


def test_who_works_under_another_firm_by_agreement_is_linked_there(bare_gate: Gate) -> None:
    bare_gate.period()
    for tier in (PRIME, FIRST, SECOND):
        bare_gate.accept(tier)
    bare_gate.line()
    bare_gate.taps("in 08:00")
    bare_gate.place_worker()
    bare_gate.settle()
    assert bare_gate.states() == [OFFICIAL]
