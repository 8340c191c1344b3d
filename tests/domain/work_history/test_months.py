"""月の就業: closed months are summed once nobody is left who may not know, and kept right (MONTH)."""

from collections.abc import Iterator
from datetime import date, datetime

import psycopg
import pytest

from ccus.domain.work_history import months
from ccus.foundation.databases import Databases
from tests.domain.work_history.gate import HASTY, JST, Gate, clock
from tests.domain.work_history.tap_road import Sent, tap_road

DECEMBER = date(2026, 12, 3)
AT = datetime(2026, 12, 3, 1, 20, tzinfo=JST)


@pytest.fixture
def gate(fresh_database: Databases) -> Iterator[Gate]:
    """A database of its own: a month is closed for everybody."""
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        gate = Gate(line).furnish().complete()
        gate.settle()
        yield gate


def _sums(gate: Gate) -> list[tuple[date, int, int, int, int]]:
    return gate.sql(
        "select month, days, records, official_days, official_records from work_month order by month"
    )


def _closed(gate: Gate) -> bool:
    return months.close(gate.one, DECEMBER, AT)


def test_an_ended_month_is_summed_by_days_records_trade_and_position(gate: Gate) -> None:
    gate.period(2)
    gate.taps("in 08:00", "in +1 08:00", "in +20 08:00")
    gate.taps("in 13:00", place=2)
    gate.derive()
    assert _closed(gate)
    assert _sums(gate) == [(date(2026, 11, 1), 2, 3, 2, 2)]
    assert gate.sql("select trade, position, days from work_month_share") == [(1001, 1, 2)]


def test_closing_twice_changes_nothing(gate: Gate) -> None:
    gate.taps("in 08:00")
    gate.derive()
    assert _closed(gate)
    before = gate.sql("select * from month_close order by month"), _sums(gate)
    assert _closed(gate)
    assert (gate.sql("select * from month_close order by month"), _sums(gate)) == before


def test_months_are_closed_without_a_gap_from_the_first_on(gate: Gate) -> None:
    _closed(gate)
    assert gate.sql(
        "select count(*), min(month), max(month) from month_close where summed_at is not null"
    ) == [(92, date(2019, 4, 1), date(2026, 11, 1))]


def test_a_month_is_not_summed_while_a_tap_may_not_know_that_it_ended(
    gate: Gate, fresh_database: Databases
) -> None:
    with psycopg.connect(str(fresh_database.reader)) as tap:
        tap.execute("select pg_current_xact_id()")
        assert not _closed(gate)
        assert gate.sql("select count(*) from month_close where summed_at is not null") == [(0,)]
    assert _closed(gate)


def test_a_late_tap_in_a_closed_month_writes_its_sums_again(gate: Gate, fresh_database: Databases) -> None:
    gate.taps("in 08:00")
    gate.derive()
    _closed(gate)
    with tap_road(str(fresh_database.reader)) as road:
        road.send(gate, [Sent(clock("+1 08:00"), 0, 1, 1, 99)], AT)
    assert _sums(gate) == [(date(2026, 11, 1), 2, 2, 2, 2)]


def test_a_month_whose_last_day_falls_away_has_no_sums(gate: Gate) -> None:
    gate.taps("in 08:00")
    gate.derive()
    _closed(gate)
    gate.change_period(until=date(2026, 11, 1))
    gate.settle()
    assert _sums(gate) == []
    assert gate.sql("select * from work_month_share") == []
