"""期限 of one worker (PORTAL-41): near, past, next, and the days that would be spoiled."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.employees.own import own_expiries
from ccus.domain.employees.terms import RunsOut
from ccus.domain.workers.models import HealthCheck, Qualification, Worker
from tests.factories import cards
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import Cast
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db
FACT = {"recorded_at": RECORDED_AT, "recorded_by": "system:0"}
TODAY = date(2026, 11, 20)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def licence(of: Worker, last_on: date | None, code: str = "T0022") -> None:
    until = last_on + timedelta(days=1) if last_on else None
    first = date(2021, 1, 1)
    Qualification.objects.create(
        worker=of, qualification_id=code, number="1", valid_from=first, valid_until=until, **FACT
    )


def test_what_is_near_stands_apart_from_what_is_past_and_what_comes_later(cast: Cast) -> None:
    HealthCheck.objects.create(
        worker=cast.mirai, systolic=120, diastolic=80, valid_from=in_days(-365), **FACT
    )
    licence(cast.mirai, in_days(-10))
    licence(cast.mirai, in_days(30), code="E0007")
    shown = own_expiries(cast.mirai.pk, today=TODAY)
    assert [(each.kind, each.left) for each in shown.near] == [
        (RunsOut.HEALTH, "今日まで"),
        (RunsOut.QUALIFICATION, "あと30日"),
    ]
    assert [each.left for each in shown.past] == ["10日前に切れました"]
    assert shown.next is not None
    assert (shown.next.kind, shown.next.last_on) == (RunsOut.CARD, cast.card.expires_on)


def test_the_booked_days_after_the_last_one_are_the_ones_it_would_spoil(cast: Cast) -> None:
    licence(cast.mirai, in_days(12))
    (near,) = own_expiries(cast.mirai.pk, today=TODAY).near
    assert [(each.site, each.first_on) for each in near.spoilt] == [("未来タワー新築工事", in_days(13))]


def test_what_never_ends_is_neither_near_nor_next() -> None:
    nobody = worker()
    licence(nobody, None)
    shown = own_expiries(nobody.pk, today=TODAY)
    assert (shown.near, shown.past, shown.next) == ((), (), None)


def test_a_renewed_card_pushes_the_old_one_away(cast: Cast) -> None:
    cards.card(worker=cast.mirai, serial=2, expires_on=in_days(-3))
    shown = own_expiries(cast.mirai.pk, today=TODAY)
    assert (shown.near, shown.past) == ((), ())


def test_many_things_that_run_out_cost_no_statement_more(cast: Cast) -> None:
    licence(cast.mirai, in_days(5))
    own_expiries(cast.mirai.pk, today=TODAY)  # a process reads the list of qualifications once
    with CaptureQueriesContext(connection) as few:
        assert len(own_expiries(cast.mirai.pk, today=TODAY).near) == 1
    for code in ("E0007", "S0001"):
        licence(cast.mirai, in_days(5), code=code)
    with CaptureQueriesContext(connection) as many:
        assert len(own_expiries(cast.mirai.pk, today=TODAY).near) == 3
    assert len(many) == len(few)
