"""The short version of `python -m tests.faults.browser`."""

import pytest

from ccus.foundation.databases import Databases
from tests.faults.browser import besiege

pytestmark = pytest.mark.thorough


@pytest.mark.journey
def test_no_tap_in_the_journal_is_lost_or_doubled_when_the_browser_is_killed(
    fresh_database: Databases,
) -> None:
    happened, faults = besiege(fresh_database, kills=1, taps=40)
    assert happened["read back from the journal"] > 0
    assert not any(faults.values()), faults
