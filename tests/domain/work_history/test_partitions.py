"""タップの区画: a month that is missing costs nothing, and is made later with what came meanwhile (TAP-02)."""

from collections.abc import Iterator
from datetime import date, timedelta

import psycopg
import pytest

from ccus.domain.work_history import partitions
from ccus.foundation.databases import Databases
from tests.domain.work_history.gate import HASTY, LONG_AGO, Gate, clock

FAR = date(2031, 5, 1)
IN_MAY = clock("00:00", "2031-05-01")


@pytest.fixture
def gate(fresh_database: Databases) -> Iterator[Gate]:
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        yield Gate(line).furnish()


@pytest.fixture
def owner(fresh_database: Databases) -> Iterator[psycopg.Connection]:
    """The upkeep's own connection."""
    with psycopg.connect(str(fresh_database.owner), autocommit=True) as owner:
        yield owner


def _where(gate: Gate) -> list[str]:
    return [name for (name,) in gate.sql("select tableoid::regclass::text from tap order by at")]


def test_a_tap_of_a_missing_month_moves_into_it_when_it_is_made(
    gate: Gate, owner: psycopg.Connection
) -> None:
    for at in (
        IN_MAY - timedelta(seconds=1),
        IN_MAY,
        IN_MAY + timedelta(days=30),
        clock("00:00", "2090-01-01"),
    ):
        gate.tap(at)
    assert set(_where(gate)) == {"tap_other"}
    made = partitions.upkeep(owner, date(2029, 5, 9))
    assert made[-1] == FAR
    assert _where(gate) == ["tap_2031_04", "tap_2031_05", "tap_2031_05", "tap_other"]


@pytest.mark.parametrize(
    "change",
    ["update tap_2031_05 set card = ''", "delete from tap_other", "truncate tap_2031_05", "delete from tap"],
)
def test_after_the_move_taps_are_as_closed_to_changes_as_before(
    gate: Gate, owner: psycopg.Connection, change: str
) -> None:
    gate.tap(IN_MAY)
    gate.tap(clock("08:00", "2090-01-01"))
    partitions.upkeep(owner, date(2029, 5, 9))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        gate.sql(change)
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        owner.execute(change.encode())


def test_upkeep_that_finds_all_months_makes_none(gate: Gate, owner: psycopg.Connection) -> None:
    partitions.upkeep(owner, date(2029, 5, 9))
    assert partitions.upkeep(owner, date(2029, 5, 9)) == []


def test_absurd_clocks_are_listed_for_the_office(gate: Gate) -> None:
    gate.tap(clock("08:00"))
    gate.tap(clock("08:00", "2090-01-01"), received=clock("08:00"))
    (absurd,) = partitions.absurd_clocks(gate.connection, since=LONG_AGO)
    assert (absurd.at, absurd.received_at) == (clock("08:00", "2090-01-01"), clock("08:00"))
