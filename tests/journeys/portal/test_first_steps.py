"""最初に行っていただきたいこと, from the first look to the last mark (PORTAL-40, PORTAL-42)."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from ccus.foundation import clock
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
TITLE = "最初に行っていただきたいこと"


def test_the_four_steps_are_done_by_two_presses_and_never_come_back(visitor: Visitor) -> None:
    visitor.is_at_home(cast.settled())
    steps = visitor.panel(TITLE)
    steps.get_by_role("link", name="登録内容のご確認").click()
    visitor.page.get_by_role("button", name="確認しました").click()
    steps.get_by_role("link", name="開示・非開示の選択").click()
    visitor.page.get_by_role("link", name="開示情報の変更").click()
    visitor.page.get_by_label("職種・経験").check()
    visitor.page.get_by_role("button", name="この内容で保存する").click()
    expect(visitor.page.get_by_text("まだ見えません")).to_have_count(1)
    visitor.goes_to()
    expect(visitor.panel("今日の記録")).to_be_visible()
    expect(steps).to_have_count(0)


@pytest.mark.thorough
def test_no_page_of_these_has_a_barrier_and_forty_letters_fit(desk: Visitor) -> None:
    person = cast.settled(FORTY_LETTERS, "グエン フオン アイン")
    cast.employ(person, cast.company("株式会社ものすごくながいなまえの鉄筋工業東日本支店"))
    cast.on_roster(person, cast.site("中央環状線 高架橋補修工事（その3）"))
    registered.qualification(person, expires=f"{clock.today() + timedelta(days=5)}")
    desk.is_at_home(person)
    expect(desk.panel("あなたがすること")).to_be_visible()
    for path in ("", "disclosure/", "disclosure/change/", "expiring/"):
        desk.goes_to(f"/worker/{path}")
        expect(desk.page).to_have_url(f"{desk.address}/worker/{path}")
        desk.at_width(320).scrolls_in_one_direction_only()
        for width in (390, 1280):
            desk.at_width(width).finds_no_barrier()
