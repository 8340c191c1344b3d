"""Databases of one's own with the small site in them."""

from collections.abc import Iterator

import psycopg
import pytest

from ccus.foundation.databases import Databases
from tests.domain.work_history.gate import HASTY, Gate


@pytest.fixture
def bare_gate(fresh_database: Databases) -> Iterator[Gate]:
    """The small site, with no period, roster or link yet; every statement commits."""
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as connection:
        yield Gate(connection).furnish()


@pytest.fixture
def gate(bare_gate: Gate) -> Gate:
    """The small site, with everything that worker 1 needs for a 正式 day."""
    return bare_gate.complete()
