"""認定システム: what it sends makes days as a card does, and the evidence says so (SITE-31, guide G14-3)."""

from ccus.domain.work_history.terms import Evidence, State
from tests.domain.work_history.gate import Gate, clock
from tests.domain.work_history.tap_road import Sent, TapRoad


def test_a_day_from_a_linked_system_is_official_and_says_so(gate: Gate) -> None:
    gate.complete(worker=2, place=2)
    gate.taps("in 08:00", "out 17:00", worker=2, place=2)
    gate.derive()
    assert gate.states(2) == [(State.OFFICIAL, [])]
    assert gate.records("evidence") == [(Evidence.LINKED_SYSTEM,)]


def test_the_tap_road_knows_a_linked_system_too(gate: Gate, road: TapRoad) -> None:
    gate.complete(worker=2, place=2)
    gate.settle()
    road.send(gate, [Sent(clock("08:00"), 0, 2, 2, 1)], clock("+1 12:00"))
    assert gate.records("evidence") == [(Evidence.LINKED_SYSTEM,)]


def test_a_number_typed_into_a_linked_system_stays_the_weaker_evidence(gate: Gate, road: TapRoad) -> None:
    gate.complete(worker=2, place=2)
    gate.settle()
    road.send(gate, [Sent(clock("08:00"), 0, 2, 2, 1, 0, by_number=True)], clock("+1 12:00"))
    assert gate.records("evidence") == [(Evidence.CARD_NUMBER_ONLY,)]
