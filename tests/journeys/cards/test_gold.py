"""カードの色の変更: from white to gold (G02-2, G18-4, G18-5)."""

import pytest
from playwright.sync_api import expect

from tests.journeys.cards.people import approved, at_the_portal, holder
from tests.journeys.filing.papers import photograph
from tests.journeys.filing.people import Answers, Town

pytestmark = pytest.mark.journey
CORE: Answers = {
    "資格種別": "登録鉄筋基幹技能者",
    "資格番号": "第1234号",
    "資格取得日": "R7.3.31",
    "証書の画像": photograph("shosho.jpg", 600, 400),
}


def test_a_core_worker_exchanges_white_for_gold_for_a_thousand_yen(town: Town) -> None:
    mine = at_the_portal(town, holder()).starts("カードの色の変更").adds("登録基幹技能者資格", CORE)
    number = mine.opens("カードの送付先").goes_on_to("確認画面", 送付先="連絡先の住所").hands_in()
    expect(mine.panel("お支払い")).to_contain_text("1,000円")
    approved(number)
    mine.goes_to("/worker/card/").reads("ゴールドカード").reads("1枚目一般のカード（白色）")
