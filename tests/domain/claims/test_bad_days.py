"""入力できない日: each kind of wrong day has its refusal, which names every such day (CLAIM-12, CLAIM-13)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.rules import TextUnreadable
from ccus.domain.work_history.claims.day_checks import (
    DayBeforeBirth,
    DayBeforeSystem,
    DayInFuture,
    DayTwice,
    DeadlinePassed,
    NoDays,
    TooManyDays,
    days_words,
)
from ccus.domain.work_history.claims.entered import DayOfficial, DayOutsidePeriod
from ccus.domain.work_history.models import DayClaim
from ccus.domain.workers.models import Withdrawal
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.foundation.refusals import Refusal
from tests.factories import sites
from tests.factories.claims import entered, settled, tapped
from tests.factories.personas import Cast

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def refused(kind: type[Refusal], cast: Cast, *days: date) -> str:
    with pytest.raises(kind) as caught:
        entered(cast.mirai, cast.site, *days)
    assert caught.value.field == "days"
    assert not DayClaim.objects.exists()
    return caught.value.sentence


def test_a_day_in_the_future_is_named_with_today(cast: Cast) -> None:
    said = refused(DayInFuture, cast, MONDAY, date(2026, 11, 21))
    assert said.startswith("2026年11月21日は、まだ来ていない日です。今日（2026年11月20日）まで")


def test_today_itself_can_be_entered(cast: Cast) -> None:
    assert entered(cast.mirai, cast.site, date(2026, 11, 20))


def test_a_day_before_birth_is_refused_as_such(cast: Cast) -> None:
    assert "1989年3月31日は、生年月日より前" in refused(DayBeforeBirth, cast, date(1989, 3, 31))


def test_a_day_of_forty_years_ago_comes_before_the_system(cast: Cast) -> None:
    cast.mirai.birth_on = date(1950, 1, 1)
    assert "2019年4月1日以降の日" in refused(DayBeforeSystem, cast, date(1986, 11, 20))


def test_a_day_whose_deadline_is_over_says_what_can_be_entered(cast: Cast) -> None:
    said = refused(DeadlinePassed, cast, date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 1))
    assert said.startswith("2026年9月29日、2026年9月30日は、期限")
    assert "2026年10月1日以降の日" in said


def test_the_first_day_of_the_month_before_is_still_open(cast: Cast) -> None:
    assert entered(cast.mirai, cast.site, date(2026, 10, 1))


def test_days_after_a_site_has_ended_are_named_with_its_last_day(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=sites.FIRST_DAY, until_on=date(2026, 11, 14), by=SYSTEM, at=at)
    days = [date(2026, 11, day) for day in range(12, 18)]
    said = refused(DayOutsidePeriod, cast, *days)
    assert said.startswith("2026年11月14日から2026年11月17日までは、")
    assert "2026年4月1日から2026年11月13日まで" in said


def test_a_site_that_begins_later_takes_no_day_yet(cast: Cast) -> None:
    later = sites.site(period__valid_from=date(2026, 12, 1), period__valid_until=None)
    with pytest.raises(DayOutsidePeriod, match="（2026年12月1日から）の外"):
        entered(cast.mirai, later, MONDAY)


def test_the_same_day_twice_in_one_press_is_refused(cast: Cast) -> None:
    assert "2026年11月16日は、二度" in refused(DayTwice, cast, MONDAY, MONDAY)


def test_a_day_entered_before_is_named_and_the_others_wait_too(cast: Cast) -> None:
    entered(cast.mirai, cast.site, MONDAY)
    with pytest.raises(DayTwice, match="2026年11月16日は、この現場に、もう入力されています"):
        entered(cast.mirai, cast.site, MONDAY, date(2026, 11, 17))
    assert DayClaim.objects.count() == 1


def test_a_day_that_the_card_made_official_needs_no_entry(cast: Cast) -> None:
    tapped(cast, MONDAY)
    settled()
    assert "2026年11月16日は、もう正式な就業履歴" in refused(DayOfficial, cast, MONDAY)


def test_a_press_without_a_day_is_refused(cast: Cast) -> None:
    assert "1日以上選んで" in refused(NoDays, cast)


def test_five_hundred_days_in_one_press_are_too_many(cast: Cast) -> None:
    days = [MONDAY - timedelta(days=back) for back in range(500)]
    assert refused(TooManyDays, cast, *days).startswith("500日が選ばれています。")


def test_four_hundred_old_days_are_named_in_one_short_sentence(cast: Cast) -> None:
    days = [date(2026, 9, 30) - timedelta(days=back) for back in range(400)]
    said = refused(DeadlinePassed, cast, *days)
    assert said.startswith("2025年8月27日から2026年9月30日までは、")


def test_who_has_left_enters_nothing_more(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    with pytest.raises(WorkerWithdrawn):
        entered(cast.mirai, cast.site, MONDAY)


def test_a_work_content_that_is_too_long_is_refused(cast: Cast) -> None:
    with pytest.raises(TextUnreadable, match="作業内容が81文字です。80文字以内"):
        entered(cast.mirai, cast.site, MONDAY, work_content="配" * 81)


def test_many_separate_days_are_counted_after_the_first_twenty() -> None:
    said = days_words(date(2026, 1, 1) + timedelta(days=2 * n) for n in range(25))
    assert said.endswith("、ほか5日")
