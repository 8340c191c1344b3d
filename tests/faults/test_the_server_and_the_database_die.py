"""The short version of `python -m tests.faults.kill`."""

from collections.abc import Iterator

import pytest

from ccus.foundation.postgres import Embedded
from tests.databases import Stock
from tests.faults.kill import besiege, own_postgres
from tests.faults.siege import DATABASE, SERVER

pytestmark = [pytest.mark.usefixtures("real_clock"), pytest.mark.thorough]


@pytest.fixture(scope="module")
def own() -> Iterator[tuple[Stock, Embedded]]:
    """A PostgreSQL that may be killed."""
    with own_postgres() as (postgres, stock):
        yield stock, postgres


def test_no_tap_is_lost_or_doubled_when_the_server_is_killed(own: tuple[Stock, Embedded]) -> None:
    happened, faults = besiege(*own, SERVER, kills=3, taps=300)
    assert happened["kills of the server"] == 3
    assert happened["  but their first answer was lost"] > 0
    assert not any(faults.values()), faults


def test_no_tap_is_lost_or_doubled_when_the_database_is_killed(own: tuple[Stock, Embedded]) -> None:
    happened, faults = besiege(*own, DATABASE, kills=2, taps=300)
    assert happened["kills of the postmaster"] == 2
    assert not any(faults.values()), faults


@pytest.mark.parametrize("what", [SERVER, DATABASE])
def test_a_device_that_forgets_what_it_has_only_sent_loses_taps(
    own: tuple[Stock, Embedded], what: str
) -> None:
    _, faults = besiege(*own, what, kills=1, taps=300, is_hasty=True)
    assert faults["on a journal and not stored"] > 0
