"""カードの印刷と発送 in a browser: a batch grows before the officer's eyes, its letters come once, it is posted."""

import pytest
from playwright.sync_api import expect

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.cards.models import Card
from ccus.domain.printing.models import PrintBatch
from ccus.jobs import tasks
from tests.factories import printing
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


def looks_well(desk: Desk) -> None:
    desk.at_width(390).scrolls_in_one_direction_only()
    desk.at_width(1280).finds_no_barrier()


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_an_officer_prints_fetches_spoils_and_posts(desk: Desk, officer: OfficerMe) -> None:
    desk.goes_to("/office/cards/")
    looks_well(desk)
    cards = [printing.waiting_card(name__official=LONG) for _ in range(51)]
    desk.goes_to("/office/cards/").reads("51枚")
    looks_well(desk)
    desk.presses("束をつくる").reads("0／51枚")
    looks_well(desk)
    tasks.make_cards(str(PrintBatch.objects.get().key))
    desk.page.reload()  # else the progress takes the place of what was just opened
    for left in (1, 0):
        desk.opens("一度だけ受け取れます")
        with desk.page.expect_download() as letters:
            desk.page.get_by_role("button", name="一度だけ受け取る").first.click()
        assert letters.value.suggested_filename.startswith("台紙_")
        expect(desk.page.locator("summary", has_text="一度だけ受け取れます")).to_have_count(left)
    desk.page.get_by_label("束の中の番号").fill("51")
    desk.page.get_by_label("理由").fill("印刷がかすれた")
    desk.presses("書き損じにする").reads("51番を書き損じにしました")
    looks_well(desk)
    desk.opens("発送する").presses("発送を記録する").reads("50枚の発送を記録しました")
    _brought_back(desk, cards[0])
    assert desk.complaints == []


def _brought_back(desk: Desk, card: Card) -> None:
    desk.goes_to(f"/office/cards/?number={card.token}")
    desk.presses("戻ってきたことを記録する").reads("4丁目1番1号")
    looks_well(desk)
