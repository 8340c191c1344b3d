"""The bounds of `yardsticks.py`. A file that nears one asks a question: which noun is missing?"""

from tests.house.yardsticks import measure


def test_the_code_stays_within_its_bounds() -> None:
    assert [yardstick for yardstick in measure() if not yardstick.is_kept] == []
