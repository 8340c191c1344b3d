"""One tap becomes a career day: typed at the gate in one tab, seen at the portal in another."""

from datetime import date

import pytest
from playwright.sync_api import BrowserContext, expect

from ccus.domain.sites.actions.registration import change_period
from ccus.foundation.clock import now, today
from ccus.foundation.databases import Databases
from tests.factories.accounts import PASSWORD
from tests.factories.personas import READER_TOKEN, Cast, firm, standing_cast
from tests.journeys.gate.screen import Gate
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey


@pytest.fixture
def cast(fresh_database: Databases) -> Cast:
    """The standing cast, at a site whose period holds whatever day it is."""
    cast = standing_cast()
    change_period(site=cast.site, from_on=date(2020, 1, 1), until_on=None, by=firm(cast.sato), at=now())
    return cast


def test_a_card_read_at_the_gate_is_a_day_on_the_open_portal(
    cast: Cast, context: BrowserContext, portal_server: str, reader_server: str
) -> None:
    portal = Visitor(context.new_page(), portal_server).signs_in(cast.mirai.number, PASSWORD)
    expect(portal.panel("今日の記録")).to_contain_text("今日の記録はまだありません")
    gate = Gate(context.new_page(), reader_server, READER_TOKEN).open().begin()
    gate.read(cast.card.token).says("入場しました", heading="カード読み取り成功")
    portal.page.bring_to_front()
    expect(portal.panel("今日の記録")).to_contain_text("未来タワー新築工事")
    expect(portal.panel("今日の記録")).to_contain_text("正式")
    expect(portal.panel("就業している現場一覧")).to_contain_text("職長")


def test_a_tap_outside_the_period_makes_no_day_and_the_portal_says_why(
    cast: Cast, context: BrowserContext, portal_server: str, reader_server: str
) -> None:
    gate = Gate(context.new_page(), reader_server, READER_TOKEN).open().begin()
    change_period(site=cast.site, from_on=date(2020, 1, 1), until_on=today(), by=firm(cast.sato), at=now())
    gate.read(cast.card.token).says("記録していません")
    portal = Visitor(context.new_page(), portal_server).signs_in(cast.mirai.number, PASSWORD)
    expect(portal.panel("今日の記録")).to_contain_text("蓄積期間に入っていない日です")
