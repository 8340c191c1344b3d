"""就業履歴 › 一覧: G14-6, PORTAL-04."""

from datetime import date, datetime

import pytest

from ccus.domain.work_history.terms import Evidence, Reason, State
from ccus.foundation.clock import JST
from tests.factories import records
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db


def history(person: cast.Person, month: str = "") -> str:
    return cast.signed_in(person).get(f"/worker/history/{month}").content.decode()


def test_an_official_day_says_what_it_rests_on() -> None:
    mirai, site = cast.settled(), cast.site()
    cast.worked(mirai, site, date(2026, 11, 19), line=cast.on_roster(mirai, site))
    page = history(mirai)
    for words in (
        "正式な就業として数えています",
        "カードの読み取り",
        "職長",
        "配筋",
        "入場 7:42・退場 17:10",
    ):
        assert words in page


@pytest.mark.parametrize(
    "reason", [Reason.NOT_ON_ROSTER, Reason.CHAIN_HAS_HOLE, Reason.NOT_LINKED_TO_EMPLOYER]
)
def test_a_waiting_day_says_why_and_who_mends_it(reason: Reason) -> None:
    mirai = cast.settled()
    cast.worked(mirai, cast.site(), date(2026, 11, 19), State.UNLINKED, (reason,))
    page = history(mirai)
    for words in ("連結待ち", reason.text.sentence, reason.text.mended_by, reason.code):
        assert words in page


def test_the_totals_lead_to_the_days_that_wait_where_there_are_any() -> None:
    mirai, way = cast.settled(), "list/?state=unlinked"
    cast.worked(mirai, cast.site(), date(2026, 11, 18))
    assert way not in history(mirai)
    cast.worked(mirai, cast.site("B現場"), date(2026, 11, 19), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    assert way in history(mirai)


def test_a_day_whose_papers_are_too_late_is_promised_nothing() -> None:
    mirai, late = cast.settled(), date(2026, 9, 30)
    cast.worked(mirai, cast.site(), late, State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    for page in (history(mirai, "2026-09/"), history(mirai, f"day/{late}/")):
        assert "書類の期限は、もう過ぎました。" in page
        assert "自動で「正式」になります" not in page
        assert "なおし方" not in page


def test_a_month_of_days_that_wait_for_the_same_opens_the_newest_alone() -> None:
    mirai, site = cast.settled(), cast.site()
    for day in (16, 17, 18):
        cast.worked(mirai, site, date(2026, 11, day), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    cast.worked(mirai, site, date(2026, 11, 19))
    page = history(mirai)
    assert page.count('<details class="day" open>') == 1
    assert page.index(">11月19日") < page.index('<details class="day" open>') < page.index(">11月18日")


def test_days_of_a_linked_system_stand_in_the_same_list() -> None:
    mirai, site = cast.settled(), cast.site()
    records.record(mirai.worker, site, date(2026, 11, 18))
    records.record(mirai.worker, site, date(2026, 11, 19), evidence=Evidence.LINKED_SYSTEM)
    page = history(mirai)
    assert 'id="day-18"' in page
    assert 'id="day-19"' in page
    assert Evidence.LINKED_SYSTEM.label in page


def test_a_tap_in_vain_stands_on_its_day() -> None:
    mirai = cast.settled()
    cast.tapped_in_vain(mirai, cast.site(), datetime(2026, 11, 1, 0, 5, tzinfo=JST), Reason.CARD_EXPIRED)
    assert "この読み取りは記録していません" in history(mirai, "2026-11/")
    assert "この読み取りは記録していません" not in history(mirai, "2026-10/")


def test_a_tap_in_vain_is_silent_once_its_day_has_a_record() -> None:
    mirai, site = cast.settled(), cast.site()
    cast.tapped_in_vain(mirai, site, datetime(2026, 11, 19, 7, 40, tzinfo=JST))
    cast.worked(mirai, site, date(2026, 11, 19))
    assert "記録していません</h3>" not in history(mirai)


def test_an_exit_after_midnight_is_marked_as_the_next_day() -> None:
    mirai, site = cast.settled(), cast.site()
    record = cast.worked(mirai, site, date(2026, 11, 18))
    record.last_out = datetime(2026, 11, 19, 1, 30, tzinfo=JST)
    record.save()
    assert "退場 翌1:30" in history(mirai)


def test_months_lead_to_their_neighbours_but_not_past_the_first_and_the_present() -> None:
    mirai = cast.settled()
    cast.worked(mirai, cast.site(), date(2026, 9, 30))
    assert "/worker/history/2026-10/" in history(mirai)
    oldest = history(mirai, "2026-09/")
    assert "/worker/history/2026-08/" not in oldest
    assert "/worker/history/2026-10/" in oldest
    assert "/worker/history/2026-12/" not in history(mirai)


def test_years_are_offered_where_days_lie_in_several() -> None:
    mirai = cast.settled()
    cast.worked(mirai, cast.site(), date(2024, 12, 3))
    page = history(mirai)
    for address in ("/worker/history/2025-11/", "/worker/history/2024-12/"):
        assert address in page


@pytest.mark.parametrize("month", ["2026-13/", "1999-01/", "2026-1/", "abc/", "２０２６-11/"])
def test_a_month_that_is_none_has_no_page(month: str) -> None:
    assert cast.signed_in(cast.settled()).get(f"/worker/history/{month}").status_code == 404


def test_an_empty_month_says_so_kindly() -> None:
    assert "この月の就業履歴はありません" in history(cast.settled(), "2026-02/")


def test_each_state_has_word_and_shape_in_the_calendar() -> None:
    mirai, site = cast.settled(), cast.site()
    cast.worked(mirai, site, date(2026, 11, 2))
    cast.worked(mirai, site, date(2026, 11, 4), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    cast.tapped_in_vain(mirai, site, datetime(2026, 11, 5, 8, tzinfo=JST))
    page = history(mirai)
    for words in (
        "日、正式</span>",
        "日、連結待ち</span>",
        "日、記録していません</span>",
        "日、文化の日、記録なし</span>",
    ):
        assert words in page


def test_two_sites_on_a_day_are_one_day_and_two_records() -> None:
    mirai = cast.settled()
    for name in ("A", "B"):
        cast.worked(mirai, cast.site(name), date(2026, 11, 19))
    assert '就業日数は <b class="num">1日</b>、就業履歴数は <b class="num">2件</b>' in history(mirai)
