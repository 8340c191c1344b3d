"""導出: what all the facts of a day make of it (REC)."""

import pytest

from tests.domain.work_history.gate import Gate


@pytest.mark.parametrize(
    ("taps", "days"),
    [
        (["in 08:00", "out 17:00"], ["11-16 08:00-17:00"]),
        (["in 20:00", "out +1 05:30"], ["11-16 20:00-05:30+1"]),
        (
            ["auto 08:00", "auto 17:00", "auto +1 08:00", "auto +1 17:00"],
            ["11-16 08:00-17:00", "11-17 08:00-17:00"],
        ),
    ],
)
def test_the_taps_make_the_days(gate: Gate, taps: list[str], days: list[str]) -> None:
    gate.taps(*taps)
    gate.derive()
    assert gate.days() == days
