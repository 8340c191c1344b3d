"""The bounds of `yardsticks.py`. A file that nears one asks a question: which noun is missing?"""

import pytest

from tests.house.yardsticks import Yardstick, measure


@pytest.mark.parametrize("yardstick", measure(), ids=lambda yardstick: str(yardstick.what))
def test_the_code_stays_within_its_bounds(yardstick: Yardstick) -> None:
    assert yardstick.is_kept, yardstick
