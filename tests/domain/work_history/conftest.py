"""The small site, in one database a file: every gate has people and places of its own."""

from collections.abc import Iterator

import psycopg
import pytest

from ccus.foundation.databases import Databases
from tests.databases import Stock
from tests.domain.work_history.gate import HASTY, Gate
from tests.domain.work_history.tap_road import TapRoad, tap_road


@pytest.fixture(scope="module")
def shared_database(stock: Stock) -> Iterator[Databases]:
    """A database in which everything commits."""
    with stock.copy() as databases:
        yield databases


@pytest.fixture(scope="module")
def line(shared_database: Databases) -> Iterator[psycopg.Connection]:
    """A connection as the application; every statement commits."""
    with psycopg.connect(str(shared_database.app), autocommit=True, options=HASTY) as connection:
        yield connection


@pytest.fixture(scope="module")
def road(shared_database: Databases) -> Iterator[TapRoad]:
    """The tap road, as the readers' role."""
    with tap_road(str(shared_database.reader)) as road:
        yield road


@pytest.fixture
def bare_gate(line: psycopg.Connection, real_clock: None) -> Gate:
    """The small site, with no period, roster or link yet."""
    return Gate(line).furnish()


@pytest.fixture
def gate(bare_gate: Gate) -> Gate:
    """The small site, with everything that worker 1 needs for a 正式 day."""
    return bare_gate.complete()
