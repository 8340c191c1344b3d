"""経歴を読む: every day with what was done and what it rests on (PROOF-01, REC-10)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.career import days_of
from ccus.domain.work_history.terms import Evidence, State
from ccus.foundation import clock
from tests.factories import claims, codes
from tests.factories.personas import Cast, person
from tests.factories.records import record

pytestmark = pytest.mark.django_db
THURSDAY = date(2026, 11, 19)


def test_an_approved_entry_says_where_under_whom_and_what(cast: Cast) -> None:
    (claim,) = claims.entered(cast.mirai, cast.site, THURSDAY)
    claims.approved(claim)
    claims.settled()
    (day,) = days_of(cast.mirai.pk)
    assert (day.state, day.evidence) == (State.OFFICIAL, Evidence.APPROVED_ENTRY)
    assert (day.site_number, day.site_name) == (cast.site.number, "未来タワー新築工事")
    assert (day.prime, day.employer, day.trade) == ("佐藤建設", "高橋鉄筋", "鉄筋工")


def test_a_day_at_an_own_site_has_the_words_of_the_worker_and_no_number(cast: Cast) -> None:
    claims.entered_there(claims.own_site(cast.mirai, prime_name="見本建設"), THURSDAY)
    claims.settled()
    (day,) = days_of(cast.mirai.pk)
    assert (day.state, day.site_number, day.site_name) == (State.UNAPPROVED, "", "見本邸改修工事")
    assert (day.prime, day.work_content, day.is_counted) == ("見本建設", "基礎配筋", False)


def test_an_approved_correction_says_what_was_done(cast: Cast) -> None:
    claims.tapped(cast, THURSDAY)
    claims.settled()
    claims.approved(
        correct_day(
            worker=cast.mirai,
            place=cast.site.pk,
            on=THURSDAY,
            trade=codes.trade(codes.CARPENTER),
            position=codes.position(),
            work_content="型枠の手伝い",
            remark="",
            by=person(cast.mirai),
            at=clock.now(),
        )
    )
    claims.settled()
    (day,) = days_of(cast.mirai.pk)
    assert (day.trade, day.work_content) == ("大工", "型枠の手伝い")


def test_only_the_days_of_the_period_are_read_in_one_statement(cast: Cast) -> None:
    for back in range(3):
        record(cast.mirai, cast.site, THURSDAY - timedelta(days=back))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        days = days_of(cast.mirai.pk, from_on=THURSDAY - timedelta(days=1), until_on=THURSDAY)
    assert ([day.on for day in days], len(asked)) == ([THURSDAY - timedelta(days=1)], 1)
