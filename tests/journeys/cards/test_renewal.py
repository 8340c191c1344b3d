"""カードの更新 by both rules: ten years on an identity document, three on the word of a company (G19-1, G21-1)."""

from datetime import timedelta

import pytest

from ccus.foundation import clock
from tests.journeys.cards.people import approved, at_the_portal, holder
from tests.journeys.filing.papers import photograph
from tests.journeys.filing.people import Town

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(
    ("document", "years"),
    [
        pytest.param("運転免許証", 10, id="10年"),
        pytest.param("技能者の所属に関する証明書", 3, id="3年", marks=pytest.mark.thorough),
    ],
)
def test_the_new_card_is_good_for_as_long_as_the_document_allows(
    town: Town, document: str, years: int
) -> None:
    today, birthday = clock.today(), (6, 15)
    last_year = today.year + years - ((today.month, today.day) < birthday)
    mine = at_the_portal(town, holder(timedelta(days=100))).goes_to("/worker/card/")
    mine.presses("更新を申請する").opens("本人確認書類")
    mine.fills({"書類の種類": document, "書類の画像（表）": photograph("shorui.jpg", 600, 400)})
    mine.goes_on_to("カードの送付先").goes_on_to("確認画面", 送付先="連絡先の住所")
    approved(mine.hands_in())
    mine.goes_to("/worker/card/").reads("2枚目").reads(f"{last_year}年6月15日まで")
