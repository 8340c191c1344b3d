"""A link that was put right supports the days whose deadline lay ahead when its paper came (FIX-03)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.work_history.rules import day_number, deadline
from ccus.domain.work_history.terms import Reason, State
from tests.domain.work_history.gate import FIRST, PRIME, SECOND, Gate, clock

MUCH_LATER = clock("09:00", "2029-03-01")
DEADLINE = datetime.fromtimestamp(deadline(day_number(date(2026, 11, 16))) / 1000, tz=MUCH_LATER.tzinfo)
OFFICIAL: tuple[State, list[Reason]] = (State.OFFICIAL, [])


@pytest.fixture
def unlinked(bare_gate: Gate) -> Gate:
    """A day of somebody whose link is not registered."""
    bare_gate.period()
    for tier in (PRIME, FIRST, SECOND):
        bare_gate.accept(tier)
    bare_gate.line()
    bare_gate.taps("in 08:00")
    return bare_gate


@pytest.mark.parametrize(("late", "is_supported"), [(-1, True), (1, False)])
def test_a_paper_supports_the_days_whose_deadline_lay_ahead(
    unlinked: Gate, late: int, is_supported: bool
) -> None:
    unlinked.link(recorded=MUCH_LATER, held_since=DEADLINE + timedelta(seconds=late))
    unlinked.settle()
    assert (unlinked.states() == [OFFICIAL]) is is_supported


def test_a_link_without_a_paper_supports_days_since_it_was_recorded(unlinked: Gate) -> None:
    unlinked.link(recorded=MUCH_LATER)
    unlinked.settle()
    assert unlinked.states() != [OFFICIAL]


def test_as_known_before_it_was_put_right_the_day_has_no_link(unlinked: Gate) -> None:
    unlinked.link(recorded=MUCH_LATER, held_since=DEADLINE - timedelta(days=1))
    (record,) = unlinked.derive(known_at=MUCH_LATER - timedelta(seconds=1)).records.values()
    assert record.state is not State.OFFICIAL
