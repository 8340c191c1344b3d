"""技能者ポータル: G08-1 to G09-1, PORTAL-01 to PORTAL-06."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.applications.actions.review import add_finding, return_to_applicant
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.policies import as_actor
from ccus.domain.work_history.models import MonthClose, WorkMonth
from ccus.domain.work_history.terms import Reason, State
from ccus.domain.workers.actions.affiliation import accept_affiliation, ask_affiliation
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.foundation import clock
from ccus.foundation.clock import JST
from tests.factories import applications
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def home(person: cast.Person) -> str:
    return cast.signed_in(person).get("/worker/").content.decode()


def test_a_stranger_is_sent_to_the_sign_in(client: Client) -> None:
    pages = ("", "live/", "history/", "history/2026-11/", "notices/", "sites/", "password/")
    for page in (*pages, "disclosure/", "disclosure/change/", "expiring/"):
        assert client.get(f"/worker/{page}").headers["Location"].startswith("/worker/sign-in/?next=")


def test_the_home_page_shows_what_the_guide_names() -> None:
    mirai = cast.settled(roman="KENSETSU MIRAI")
    page = home(mirai)
    for title in ("本人情報", "本人宛の通知", "就業している現場一覧", "就業履歴", "メニュー"):
        assert title in page
    number = mirai.number
    assert f"{number[:4]} {number[4:8]} {number[8:12]} {number[12:]}" in page
    assert "<ruby>建設<rp>（</rp><rt>ケンセツ</rt><rp>）</rp></ruby>" in page
    assert "KENSETSU MIRAI" in page
    assert 'aria-label="顔写真はまだありません"' in page


def test_the_registered_photograph_takes_the_place_of_the_drawing() -> None:
    mirai = cast.settled()
    key = registered.portrait(mirai)
    page = home(mirai)
    assert f'<img src="/worker/profile/images/{key}/?size=small&amp;seal=' in page
    assert 'alt="建設 未来さんの顔写真"' in page
    assert "顔写真はまだありません" not in page


def test_a_returned_application_stands_on_top_with_what_to_do() -> None:
    mirai = cast.settled()
    case = applications.in_review(ApplicationKind.CHANGE, worker=mirai.worker)
    by = applications.reviewer(case)
    where = {"section": "contact", "row": "1", "field": "street"}
    sentence = "番地を確かめてください。"
    add_finding(number=case.number, code="F02", sentence=sentence, by=by, at=clock.now(), **where)
    return_to_applicant(number=case.number, by=by, at=clock.now())
    page = home(mirai)
    assert "「登録内容の変更」の申請を直してください" in page
    assert f"申請番号 {case.number}。直すところが1か所あります。" in page


def test_a_fee_that_is_due_stands_on_top_with_its_day() -> None:
    mirai = cast.settled()
    registered.simple(mirai)
    case = applications.submitted(ApplicationKind.UPGRADE, worker=mirai.worker, is_settled=False)
    page = home(mirai)
    assert "「簡略型から詳細型への変更」の手数料を払ってください" in page
    assert f"申請番号 {case.number}。" in page
    assert "2,400円をお支払いください" in page


def test_nothing_to_do_shows_no_box() -> None:
    mirai = cast.settled()
    applications.submitted(ApplicationKind.CHANGE, worker=mirai.worker)
    assert "あなたがすること" not in home(mirai)


def test_a_company_that_asks_stands_on_top_until_it_is_answered() -> None:
    mirai, suzuki = cast.settled(), cast.company("鈴木工務店")
    me, at = mirai.worker, clock.now()
    by = as_actor(suzuki)
    asked = ask_affiliation(worker=me, company=suzuki, is_main=True, from_on=TODAY, by=by, at=at)
    assert "鈴木工務店が、所属を申請しています" in home(mirai)
    accept_affiliation(request=asked, by=worker_actor(me), at=at)
    assert "所属を申請しています" not in home(mirai)


def test_every_page_of_the_menu_is_reached_from_a_telephone_too() -> None:
    page = home(cast.settled())
    menu = page[page.index('id="all"') :]
    for address in ("/worker/entry/", "/worker/claims/", "/worker/own-sites/", "/worker/career/"):
        assert f'href="{address}"' in menu


def test_employers_card_and_site_are_shown() -> None:
    mirai = cast.settled()
    cast.employ(mirai, cast.company("鈴木工務店"))
    cast.card(mirai)
    cast.on_roster(mirai, cast.site())
    page = home(mirai)
    assert "鈴木工務店" in page
    assert f"{mirai.number[12:]} - 01" in page
    assert "2036年4月1日" in page
    assert "虎ノ門四丁目計画 新築工事" in page
    assert "佐藤建設株式会社" in page


def test_a_day_worked_today_stands_on_top() -> None:
    mirai = cast.settled()
    cast.worked(mirai, cast.site(), TODAY, out=False)
    page = home(mirai)
    assert "入場 7:42・退場はまだありません" in page
    assert "今日の記録はまだありません" not in page


def test_a_tap_that_made_no_record_says_so_and_why() -> None:
    mirai = cast.settled()
    cast.tapped_in_vain(mirai, cast.site(), datetime(2026, 11, 20, 7, 40, tzinfo=JST))
    page = home(mirai)
    assert "記録していません" in page
    assert Reason.OUTSIDE_PERIOD.text.sentence in page


def test_empty_panels_say_what_will_fill_them() -> None:
    page = home(cast.settled())
    for words in (
        "今日の記録はまだありません",
        "カードはまだ発行されていません",
        "通知はまだありません",
        "就業している現場はまだありません",
        "登録された所属事業者はありません",
    ):
        assert words in page


def test_totals_count_official_and_waiting_days_and_say_so() -> None:
    mirai, one, other = cast.settled(), cast.site("A"), cast.site("B")
    cast.worked(mirai, one, TODAY)
    cast.worked(mirai, other, TODAY, State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    cast.worked(mirai, one, TODAY - timedelta(days=1), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    cast.worked(mirai, one, TODAY - timedelta(days=2), State.UNAPPROVED)
    page = home(mirai)
    assert '<dd class="num">2日<small>正式と連結待ちの日を合わせた数。うち正式 1日</small></dd>' in page
    assert '<dd class="num">3件<small>' in page


def test_closed_months_come_from_their_sums_and_later_ones_are_counted() -> None:
    mirai, site = cast.settled(), cast.site()
    MonthClose.objects.create(month=date(2026, 9, 1), announced_at=clock.now(), summed_at=clock.now())
    WorkMonth.objects.create(
        worker=mirai.worker.pk,
        month=date(2026, 9, 1),
        days=20,
        records=25,
        official_days=19,
        official_records=24,
    )
    cast.worked(mirai, site, date(2026, 9, 3))
    cast.worked(mirai, site, date(2026, 10, 3))
    assert "21日<small>正式と連結待ちの日を合わせた数。うち正式 20日</small>" in home(mirai)


def test_nothing_of_another_worker_is_shown() -> None:
    mirai, other, site = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ"), cast.site("よその現場")
    cast.worked(other, site, TODAY)
    cast.on_roster(other, site)
    page = home(mirai)
    assert "よその現場" not in page
    assert other.number not in page


@pytest.mark.parametrize("page", ["/worker/", "/worker/history/", "/worker/sites/", "/worker/live/"])
def test_a_long_history_costs_no_statement_more(page: str) -> None:
    mirai, site = cast.settled(), cast.site()
    line = cast.on_roster(mirai, site)
    browser = cast.signed_in(mirai)
    browser.get(page)
    cast.worked(mirai, site, TODAY, line=line)
    with CaptureQueriesContext(connection) as short:
        browser.get(page)
    for back in range(1, 100):
        cast.worked(mirai, site, TODAY - timedelta(days=back), line=line)
    with CaptureQueriesContext(connection) as long:
        assert browser.get(page).status_code == 200
    assert len(long) == len(short)


def test_pages_are_kept_by_nobody_and_run_no_foreign_or_inline_script() -> None:
    answer = cast.signed_in(cast.settled()).get("/worker/")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "<script>" not in answer.content.decode()
    assert " style=" not in answer.content.decode()


def test_names_keep_every_letter() -> None:
    for official, kana in (
        ("髙﨑 𠮷郎", "タカサキ ヨシロウ"),
        ("Nguyễn Văn Anh", "グエン ヴァン アイン"),
        ("スカルノ", "スカルノ"),
    ):
        page = home(cast.settled(official, kana))
        assert f"{official}さん、おつかれさまです" in page


def test_the_live_fragment_is_silent_until_something_is_new() -> None:
    mirai, site = cast.settled(), cast.site()
    browser = cast.signed_in(mirai)
    seen = browser.get("/worker/").context["stamp"]
    assert browser.get("/worker/live/", {"seen": seen}).status_code == 204
    cast.worked(mirai, site, TODAY, out=False)
    answer = browser.get("/worker/live/", {"seen": seen})
    assert answer.status_code == 200
    assert "新しい記録が届きました。" in answer.content.decode()
    assert "<html" not in answer.content.decode()
