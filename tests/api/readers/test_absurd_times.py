"""ありえない時刻: what no calendar of ours can hold is kept raw, so that nobody stumbles over it later (TAP-06)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ccus.api.readers import protocol
from ccus.domain.work_history.arrivals import Reading, Unreadable
from ccus.foundation import clock
from ccus.foundation.uuid7 import uuid7

TOKEN = bytes(32)


def what_became_of(at: datetime) -> Reading | Unreadable:
    """One tap of that time, as the door reads it now."""
    tap: dict[str, Any] = {
        "id": uuid7(protocol.milliseconds(at)),
        "seq": 1,
        "card": "1234567890123401",
        "at": at,
    }
    sent = {"sent_at": clock.now(), "taps": [tap | {"direction": "in", "shown": "recorded", "offset_ms": 0}]}
    return protocol.read(protocol.encode(sent), TOKEN, protocol.milliseconds(clock.now())).items[0]


@pytest.mark.parametrize("year", [2127, 9999])
def test_a_tap_a_century_away_is_malformed(year: int) -> None:
    assert isinstance(what_became_of(datetime(year, 12, 31, 23, 59, tzinfo=UTC)), Unreadable)


@pytest.mark.parametrize("year", [1970, 2090])
def test_a_clock_that_lost_its_battery_still_makes_a_tap(year: int) -> None:
    assert isinstance(what_became_of(datetime(year, 1, 2, tzinfo=UTC) + timedelta(hours=1)), Reading)
