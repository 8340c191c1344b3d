"""Nothing is lost between two transactions: a fact that commits while a tap's transaction runs (FACT-07, REC-05)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ccus.domain.work_history import intake_sql
from ccus.domain.work_history.terms import Reason, State
from ccus.foundation.pipelined import COMMIT, Statement
from tests.domain.work_history.gate import Gate, clock
from tests.domain.work_history.tap_road import Sent, TapRoad, contacts_of

TAPPED = clock("08:00")
OFFICIAL: list[tuple[State, list[Reason]]] = [(State.OFFICIAL, [])]


def _tap(gate: Gate, road: TapRoad, meanwhile: Callable[[], object]) -> None:
    gate.known = [(1, 1, TAPPED)]
    contacts = contacts_of(gate, [Sent(TAPPED, 0, 1, 1, 1)], TAPPED)
    road.meanwhile(contacts, meanwhile)


def _and_settle(gate: Gate, act: Callable[[], object]) -> Callable[[], object]:
    return lambda: (act(), gate.settle())


def _put_on_roster(gate: Gate) -> Callable[[], object]:
    return lambda: gate.line(recorded=TAPPED)


def _lose_card(gate: Gate) -> Callable[[], object]:
    return lambda: gate.lose(1, TAPPED - timedelta(minutes=1))


@pytest.fixture
def without_line(bare_gate: Gate) -> Gate:
    bare_gate.period()
    for tier in (0, 1, 2):
        bare_gate.accept(tier)
    bare_gate.link()
    bare_gate.settle()
    return bare_gate


@pytest.mark.parametrize("before", [intake_sql.INSERT_TAPS, COMMIT], ids=["it writes", "it commits"])
def test_a_roster_line_that_arrives_after_the_tap_looked_and_before(
    without_line: Gate, road: TapRoad, before: Statement
) -> None:
    road.line.hold(before)
    _tap(without_line, road, _and_settle(without_line, _put_on_roster(without_line)))
    without_line.settle()
    assert without_line.states() == OFFICIAL


def test_derivation_waits_for_the_record_that_an_open_tap_is_writing(
    without_line: Gate, road: TapRoad
) -> None:
    road.line.hold(COMMIT)
    put_on_roster = _put_on_roster(without_line)
    _tap(without_line, road, lambda: (put_on_roster(), without_line.derive()))
    assert without_line.states() == OFFICIAL


def test_a_lost_card_reported_after_the_tap_looked_it_up_counts_for_nothing(
    gate: Gate, road: TapRoad
) -> None:
    gate.settle()
    road.line.hold(intake_sql.PRESENCE)
    _tap(gate, road, _and_settle(gate, _lose_card(gate)))
    gate.settle()
    assert gate.states() == []


def test_without_a_number_of_its_own_the_tap_is_overlooked_for_ever(gate: Gate, road: TapRoad) -> None:
    """The twin of the test above: the tap's transaction takes no number before it reads."""
    gate.settle()
    road.line.hold(intake_sql.PRESENCE, without=intake_sql.TRANSACTION)
    _tap(gate, road, _and_settle(gate, _lose_card(gate)))
    gate.settle()
    assert gate.states() == OFFICIAL
    gate.derive()
    assert gate.states() == []
