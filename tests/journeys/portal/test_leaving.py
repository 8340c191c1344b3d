"""技能者退会 → 登録内容 → 「削除申請」 → 「申請番号確認」 (LEAVE-01, guide G19-4 to G19-6)."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from ccus.domain.applications.models import Application
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.foundation import clock
from tests.journeys.cards.people import approved
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


@pytest.fixture
def is_open(portal_server: str) -> None:
    yesterday = clock.today() - timedelta(days=1)
    set_opening(feature=Feature.WITHDRAWAL, opens_on=yesterday, by=SYSTEM, at=clock.now())


def test_leaving_goes_from_the_menu_to_the_number_to_note(visitor: Visitor, is_open: None) -> None:
    visitor.is_at_home(cast.settled()).goes_to("/filing/")
    visitor.page.get_by_role("link", name="手続きを見る").click()
    expect(visitor.panel("登録内容")).to_contain_text("建設")
    visitor.page.get_by_role("link", name="削除申請", exact=True).click()
    visitor.page.get_by_label("確認した").check()
    visitor.page.get_by_role("button", name="削除申請をする").click()
    expect(visitor.page.get_by_role("heading", name="申請番号確認")).to_be_visible()
    expect(visitor.page.get_by_text("技能者退会（削除申請）の申請を受け付けました")).to_be_visible()
    approved(Application.objects.get().number)
    expect(visitor.goes_to().page.get_by_role("heading", level=1)).to_have_text("ログイン")


@pytest.mark.thorough
def test_no_page_of_leaving_has_a_barrier_and_forty_letters_fit(desk: Visitor, is_open: None) -> None:
    desk.is_at_home(cast.settled(FORTY_LETTERS, "グエン フオン アイン"))
    for path in ("/worker/leaving/", "/worker/leaving/request/"):
        desk.goes_to(path)
        desk.at_width(320).scrolls_in_one_direction_only()
        for width in (390, 1280):
            desk.at_width(width).finds_no_barrier()
    desk.page.get_by_role("button", name="削除申請をする").click()
    desk.at_width(390).finds_no_barrier()
