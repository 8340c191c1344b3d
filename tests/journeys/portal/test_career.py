"""経歴の図と証明 in a browser: from the picture to a stranger who checks the certificate, wide and narrow."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from ccus.domain.certificates.codes import code_for
from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.work_history.terms import State
from ccus.foundation import clock
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


def somebody_busy() -> cast.Person:
    person = cast.settled(FORTY_LETTERS, "グエン フオン アイン チャン ティ ビック")
    site = cast.site("（仮称）東京都港区虎ノ門四丁目地区第一種市街地再開発事業 施設建築物新築工事")
    line = cast.on_roster(person, site)
    for back in range(1, 60):
        state = State.UNAPPROVED if back % 9 == 0 else State.OFFICIAL
        cast.worked(person, site, clock.today() - timedelta(days=back * 11), state, line=line)
    return person


def looks_sound(desk: Visitor) -> None:
    for width in (390, 1280):
        desk.at_width(width).finds_no_barrier()


def test_a_career_is_seen_certified_and_checked_by_a_stranger(desk: Visitor) -> None:
    desk.is_at_home(somebody_busy()).goes_to("/worker/career/")
    looks_sound(desk)
    desk.page.get_by_role("link", name="証明書を発行する・一覧を見る").click()
    desk.page.get_by_label("現場ごとの日数も入れる").check()
    desk.page.get_by_role("button", name="証明書を発行する").click()
    expect(desk.page.get_by_text("有効", exact=True)).to_be_visible()
    looks_sound(desk)
    desk.page.context.clear_cookies()
    desk.goes_to("/check/").page.get_by_label("確認コード").fill(
        code_for(CareerCertificate.objects.get().key)
    )
    looks_sound(desk)
    desk.page.get_by_role("button", name="確かめる").click()
    expect(desk.page.get_by_role("heading", name="今の登録と同じです")).to_be_visible()
    looks_sound(desk)
