"""The clock of the house."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from ccus.foundation.clock import day_of, now, today


def test_now_is_aware_and_stands_still_in_tests() -> None:
    assert now() == datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    assert now() == now()


def test_today_is_the_day_in_japan(clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 11, 20, 15, 0, tzinfo=UTC))
    assert today() == date(2026, 11, 21)


def test_an_instant_without_a_time_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match="time zone"):
        day_of(datetime(2026, 11, 20))  # noqa: DTZ001
