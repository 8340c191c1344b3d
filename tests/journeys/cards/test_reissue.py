"""再発行: each of the guide's reasons, by the holder and by the office for whoever calls (G20-1 to G20-5)."""

import pytest
from playwright.sync_api import expect

from tests.journeys.cards.people import approved, at_the_office, at_the_portal, holder
from tests.journeys.filing.people import Town

pytestmark = pytest.mark.journey
REASONS = [
    "紛失",
    *(pytest.param(reason, marks=pytest.mark.thorough) for reason in ("破損", "読み取りエラー")),
]
MEANWHILE = {"紛失": "このカードは 止まっています", "破損": "使えます", "読み取りエラー": "使えます"}
"""What the holder reads of the old card until the new one is issued."""


@pytest.mark.parametrize("reason", REASONS)
def test_the_holder_gets_the_next_card_for_a_thousand_yen(town: Town, reason: str) -> None:
    mine = at_the_portal(town, holder()).goes_to("/worker/card/").presses("再発行を申請する")
    mine.opens("再発行の理由").goes_on_to("カードの送付先", 理由=reason)
    number = mine.goes_on_to("確認画面", 送付先="連絡先の住所").hands_in()
    expect(mine.panel("お支払い")).to_contain_text("1,000円")
    mine.goes_to("/worker/card/").reads(MEANWHILE[reason])
    approved(number)
    mine.goes_to("/worker/card/").reads("2枚目に 替わりました")


@pytest.mark.parametrize("reason", REASONS)
def test_the_office_files_it_for_whoever_calls(town: Town, reason: str) -> None:
    worker = holder()
    desk = at_the_office(town).goes_to("/office/enquiries/")
    desk.fills({"理由": "カードについての問い合わせ", "技能者ID": worker.number}).presses("さがす")
    desk.presses("カード").answers(本人の確かめ方="登録された電話番号にかけ直した", 理由=reason)
    desk.answers(送付先="連絡先の住所").presses("再発行を申請する").reads("申請番号")
