"""A forgotten card and a site without a reader, entered by the worker: G16-1 to G16-4, G17-4 to G17-7."""

import pytest
from playwright.sync_api import expect

from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from tests.browser import COMPUTER, PHONE
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


def at_work() -> cast.Person:
    person, site = cast.settled(FORTY_LETTERS, "グエン フオン アイン"), cast.site()
    cast.employ(person, cast.company("高橋鉄筋工業株式会社"))
    cast.on_roster(person, site)
    return person


def test_a_forgotten_day_is_ticked_looked_over_and_sent(visitor: Visitor) -> None:
    yesterday = clock.today() - ONE_DAY
    page = visitor.is_at_home(at_work()).goes_to("/worker/entry/").page
    page.get_by_role("link", name="虎ノ門四丁目計画").click()
    if yesterday.month != clock.today().month:
        page.get_by_role("button", name="前の月").click()
    page.locator(f'input[name="on"][value="{yesterday}"]').check()
    page.get_by_role("button", name="確認へ進む").last.click()
    page.get_by_role("button", name="この内容で入力する").click()
    expect(page.get_by_role("status")).to_contain_text("1日を入力しました")
    expect(page.get_by_text("元請事業者の佐藤建設株式会社が")).to_be_visible()


def test_a_site_read_from_its_signboard_is_entered_by_the_week(desk: Visitor) -> None:
    desk.is_at_home(at_work()).goes_to("/worker/own-sites/new/")
    for screen in (PHONE, COMPUTER):
        desk.page.set_viewport_size(screen)
        desk.finds_no_barrier()
    desk.page.get_by_label("① 現場名※").fill("山田邸 屋根改修工事")
    desk.page.get_by_role("button", name="つぎへ").click()
    desk.page.get_by_role("button", name="この週ぜんぶ").first.click()
    desk.at_width(320).scrolls_in_one_direction_only()
    desk.at_width(390).finds_no_barrier()
    desk.page.get_by_role("button", name="確認へ進む").last.click()
    desk.finds_no_barrier()
    desk.page.get_by_role("button", name="この内容で入力する").click()
    expect(desk.page.get_by_role("status")).to_contain_text("承認のない就業履歴")
    for path in ("/worker/entry/", "/worker/own-sites/", "/worker/claims/"):
        desk.goes_to(path).finds_no_barrier()
    desk.page.get_by_role("link", name="山田邸").first.click()
    desk.finds_no_barrier()
