"""就業履歴 › 〇月〇日の時点で: PORTAL-37, REC-08."""

from datetime import date, datetime

import pytest
import time_machine

from ccus.domain.work_history.terms import State
from ccus.foundation.clock import JST
from tests.factories import claims
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
WORKED = date(2026, 11, 16)


def known(person: cast.Person, on: str) -> str:
    answer = cast.signed_in(person).get("/worker/history/2026-11/known/", {"on": on})
    return cast.words(answer)


def approved_later(clock: time_machine.Traveller) -> cast.Person:
    """A day entered on 20 November and approved on the 25th; now it is the 30th."""
    mirai, site = cast.settled(), cast.site("A現場")
    (claim,) = claims.entered(mirai.worker, site, WORKED)
    clock.move_to(datetime(2026, 11, 25, 9, tzinfo=JST))
    claims.approved(claim)
    claims.settled()
    clock.move_to(datetime(2026, 11, 30, 9, tzinfo=JST))
    return mirai


def test_a_month_is_shown_as_it_was_known_then_with_what_is_different_now(
    clock: time_machine.Traveller,
) -> None:
    page = known(approved_later(clock), "2026/11/22")
    assert "2026年11月22日の終わりに、この仕組みが知っていた内容です。" in page
    assert "<b>A現場</b>：その時は「承認待ち」でした。今は「正式」です。" in page
    assert '就業日数は <b class="num">0日</b>' in page


def test_before_it_was_entered_nobody_knew_of_the_day(clock: time_machine.Traveller) -> None:
    page = known(approved_later(clock), "2026年11月19日")
    assert "その時は、まだ記録がありませんでした。今は「正式」です。" in page
    assert "その時は、この月の記録がありませんでした" in page


def test_days_after_the_one_that_is_looked_back_to_are_counted_and_not_told_one_by_one(
    clock: time_machine.Traveller,
) -> None:
    page = known(approved_later(clock), "2026/11/15")
    assert "その時は、まだ記録がありませんでした" not in page
    assert '11月15日（日）より後の日の記録が、今は <b class="num">1件</b>あります。' in page


def test_what_is_known_now_has_no_differences(clock: time_machine.Traveller) -> None:
    page = known(approved_later(clock), "")
    assert "今の内容と同じです。" in page
    assert '就業日数は <b class="num">1日</b>' in page


def test_looking_into_the_past_writes_nothing(clock: time_machine.Traveller) -> None:
    mirai = approved_later(clock)
    known(mirai, "2026/11/1")
    assert claims.state_of_days(mirai.worker) == [(WORKED, State.OFFICIAL)]


def test_a_day_to_come_or_none_at_all_is_refused_with_the_field() -> None:
    mirai = cast.settled()
    for typed in ("2026/11/21", "きのう", "2026/2/30"):
        answer = cast.signed_in(mirai).get("/worker/history/2026-11/known/", {"on": typed})
        assert answer.status_code == 422
        assert "見たい日" in cast.words(answer)
