"""紛失とタップ: a report while a tap of the card is under way (CARD-21, TAP-17). Two connections."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

import pytest
from django.db import connections

from ccus.api.readers import protocol
from ccus.domain.cards.actions.loss import report_found, report_loss
from ccus.domain.work_history import intake_sql
from ccus.domain.work_history.arrivals import Contact
from ccus.domain.work_history.models import Tap, WorkRecord
from ccus.domain.work_history.terms import Outcome, State
from ccus.foundation.clock import now
from ccus.foundation.databases import Databases
from tests.domain.work_history.gate import ms, tap_id
from tests.domain.work_history.tap_road import TapRoad, tap_road
from tests.factories.claims import settled
from tests.factories.personas import READER_TOKEN, Cast, person, standing_cast

SOON = timedelta(seconds=1)


@pytest.fixture
def cast(fresh_database: Databases) -> Cast:
    """Everybody, committed."""
    return standing_cast()


@pytest.fixture
def road(cast: Cast, fresh_database: Databases) -> Iterator[TapRoad]:
    with tap_road(str(fresh_database.reader)) as road:
        yield road


def a_minute_ago() -> datetime:
    """To the second: a tap and its id know milliseconds."""
    return now().replace(microsecond=0) - timedelta(minutes=1)


def tap(cast: Cast, at: datetime) -> list[Contact]:
    """What the gate sends of the card."""
    sent = {
        "id": str(tap_id(at, 1)),
        "seq": 1,
        "card": cast.card.token,
        "at": at.isoformat(timespec="milliseconds"),
        "direction": "in",
        "shown": "kept",
        "offset_ms": 0,
    }
    body = json.dumps({"sent_at": at.isoformat(), "taps": [sent]}).encode()
    return [protocol.read(body, hashlib.sha256(READER_TOKEN.encode()).digest(), ms(at)).contact]


def _in_a_thread(act: Callable[[], object]) -> None:
    """Its connection ends with it."""
    try:
        act()
    finally:
        connections.close_all()


def states() -> list[int]:
    """The records, after what is pending was derived."""
    settled()
    return list(WorkRecord.objects.values_list("state", flat=True))


@pytest.mark.parametrize(
    ("lost_from", "counts"),
    [(-SOON, []), (SOON, [State.OFFICIAL])],
    ids=["the report is of before the tap", "the report is of after the tap"],
)
@pytest.mark.parametrize("stored_first", ["tap", "report"])
def test_a_tap_under_way_is_judged_by_its_own_instant_whichever_is_stored_first(
    cast: Cast, road: TapRoad, lost_from: timedelta, counts: list[State], stored_first: str
) -> None:
    at = a_minute_ago()
    report = partial(
        report_loss, card=cast.card, lost_from=at + lost_from, by=person(cast.mirai), at=at + SOON
    )
    if stored_first == "tap":
        road.line.hold(intake_sql.PRESENCE)
        road.meanwhile(tap(cast, at), lambda: _in_a_thread(report))
    else:
        report()
        road.hand_in(tap(cast, at))
    assert states() == counts


def test_what_was_read_while_the_card_was_lost_stays_refused_after_it_was_found(
    cast: Cast, road: TapRoad
) -> None:
    at = a_minute_ago()
    report_loss(card=cast.card, lost_from=at - SOON, by=person(cast.mirai), at=at - SOON)
    report_found(card=cast.card, by=person(cast.mirai), at=at + SOON)
    road.hand_in(tap(cast, at))
    assert states() == []
    assert Tap.objects.get().outcome == Outcome.NOT_RECORDED
