"""在場の時間: what is certain never exceeds what was (REC-17)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.work_history import rules
from ccus.domain.work_history.hours import Hours, hours_of
from ccus.domain.work_history.rules import DayTimes
from ccus.domain.work_history.terms import Direction

MORNING = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
QUARTER = 15 * 60_000
Stay = tuple[int, int, bool]
"""(entered, left, whether the exit was read), in quarters of an hour."""


@st.composite
def stays(draw: st.DrawFn) -> list[Stay]:
    """Somebody comes and goes for some days; every entry is read, an exit may be forgotten."""
    lengths = st.tuples(st.integers(1, 60), st.integers(1, 60), st.booleans())
    now, found = 0, []
    for away, there, is_read in draw(st.lists(lengths, min_size=1, max_size=8)):
        found.append((now + away, now + away + there, is_read))
        now += away + there
    return found


def day_times(found: list[Stay]) -> dict[int, DayTimes]:
    """The days that the readings of these stays make."""
    days: dict[int, DayTimes] = {}
    for entered, left, is_read in found:
        rules.fold(days, entered * QUARTER, Direction.IN)
        if is_read:
            rules.fold(days, left * QUARTER, Direction.OUT)
    return days


def _at(ms: int | None) -> datetime | None:
    return None if ms is None else datetime.fromtimestamp(ms / 1000, tz=UTC)


@given(found=stays())
def test_certain_hours_never_exceed_the_true_hours(found: list[Stay]) -> None:
    true = sum((left - entered for entered, left, _ in found), 0) * timedelta(minutes=15)
    days = day_times(found).values()
    certain = [hours_of(_at(d.first_in), _at(d.last_in), _at(d.last_out)).certain for d in days]
    assert sum(certain, timedelta()) <= true


def test_a_forgotten_exit_leaves_the_hours_open() -> None:
    assert hours_of(MORNING, MORNING, None) == Hours(timedelta(0), None)


def test_from_entry_to_exit_is_certain() -> None:
    assert hours_of(MORNING, MORNING, MORNING + 9 * HOUR) == Hours(9 * HOUR, 9 * HOUR)


def test_after_a_break_only_the_last_stretch_is_certain() -> None:
    back = MORNING + 5 * HOUR
    assert hours_of(MORNING, back, back + 4 * HOUR) == Hours(4 * HOUR, 9 * HOUR)


def test_an_exit_that_came_before_the_last_entry_says_nothing_of_the_end() -> None:
    assert hours_of(MORNING, MORNING + 5 * HOUR, MORNING + 4 * HOUR) == Hours(timedelta(0), None)


def test_an_exit_alone_proves_no_hours() -> None:
    assert hours_of(None, None, MORNING) == Hours(timedelta(0), None)
