"""A worker looks after the own days: G08-1, G14-6, PORTAL-04, PORTAL-05."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from ccus.domain.work_history.terms import Reason, State
from ccus.foundation import clock
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey


def test_a_new_day_comes_to_the_open_page_by_itself(desk: Visitor) -> None:
    mirai, site = cast.settled(), cast.site()
    desk.is_at_home(mirai)
    expect(desk.panel("今日の記録")).to_contain_text("今日の記録はまだありません")
    cast.worked(mirai, site, clock.today(), out=False)
    expect(desk.panel("今日の記録")).to_contain_text("虎ノ門四丁目計画")
    expect(desk.page.locator("[data-live-status]")).to_have_text("新しい記録が届きました。")
    assert desk.complaints == []


def test_a_new_day_is_there_at_the_next_load(visitor: Visitor) -> None:
    mirai, site = cast.settled(), cast.site()
    visitor.is_at_home(mirai)
    cast.worked(mirai, site, clock.today(), out=False)
    visitor.goes_to()
    expect(visitor.panel("今日の記録")).to_contain_text("虎ノ門四丁目計画")


def test_from_the_calendar_to_why_a_day_waits(visitor: Visitor) -> None:
    mirai = cast.settled()
    cast.worked(mirai, cast.site(), clock.today(), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    visitor.is_at_home(mirai)
    visitor.page.get_by_role("link", name="日、今日、連結待ち").click()
    expect(visitor.page.get_by_text(Reason.NOT_ON_ROSTER.text.mended_by)).to_be_visible()


def test_an_official_day_opens_on_request(visitor: Visitor) -> None:
    mirai, site = cast.settled(), cast.site()
    cast.worked(mirai, site, clock.today(), line=cast.on_roster(mirai, site))
    visitor.is_at_home(mirai).goes_to("/worker/history/")
    why = visitor.page.get_by_text("正式な就業として数えています")
    expect(why).to_be_hidden()
    visitor.page.locator("summary").click()
    expect(why).to_be_visible()


def test_a_notice_is_read_by_one_press(visitor: Visitor) -> None:
    mirai = cast.settled()
    cast.on_roster(mirai, cast.site())
    visitor.is_at_home(mirai)
    visitor.page.get_by_role("link", name="通知 未読1件").click()
    visitor.page.get_by_role("button", name="読みました").click()
    expect(visitor.page.get_by_text("既読")).to_be_visible()


def test_a_sheet_of_paper_carries_the_days_and_no_menu(desk: Visitor) -> None:
    mirai, site = cast.settled(), cast.site()
    cast.worked(mirai, site, clock.today(), line=cast.on_roster(mirai, site))
    desk.is_at_home(mirai).goes_to("/worker/history/")
    desk.page.emulate_media(media="print")
    expect(desk.page.get_by_role("navigation", name="メニュー", exact=True)).to_be_hidden()
    expect(desk.page.get_by_text("正式な就業として数えています")).to_be_visible()


def test_an_open_page_whose_session_ended_leads_to_the_sign_in(desk: Visitor) -> None:
    mirai = cast.settled()
    desk.is_at_home(mirai)
    expect(desk.panel("今日の記録")).to_be_visible()
    Session.objects.all().delete()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("ログイン")


def test_an_open_page_outlives_a_failing_server(desk: Visitor) -> None:
    desk.is_at_home(cast.settled())
    desk.page.route("**/worker/live/**", lambda asked: asked.fulfill(status=503, body="<p>503</p>"))
    with desk.page.expect_response("**/worker/live/**"):
        desk.page.bring_to_front()
    expect(desk.panel("今日の記録")).to_be_visible()
