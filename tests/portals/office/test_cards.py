"""カードの印刷と発送 at the desk (PRINT-02 to PRINT-11)."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.cards.models import Card, CardAddress
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.printing.actions.batches import take_batch
from ccus.domain.printing.actions.returns import note_return
from ccus.domain.printing.desk import batch_of
from ccus.domain.printing.models import CardPosting, PrintBatch, PrintPlace
from ccus.foundation.clock import now, today
from ccus.jobs.printing import make
from tests.factories import officers, printing
from tests.portals.office.second import second_page

pytestmark = pytest.mark.django_db
PAGE = "/office/cards/"


@pytest.fixture
def officer(db: None) -> OfficerMe:
    """An officer of カードの印刷と発送 alone."""
    return printing.printer()


@pytest.fixture
def card(officer: OfficerMe) -> Card:
    return printing.waiting_card(name__official="髙橋 一郎")


@pytest.fixture
def batch(card: Card, officer: OfficerMe) -> UUID:
    """A batch of one card, drawn by the job."""
    key = take_batch(by=officer.actor, at=now())
    make(key)
    return key


@pytest.fixture
def back(card: Card, officer: OfficerMe) -> Card:
    """A card that the post brought back."""
    printing.posted(officer)
    note_return(token=card.token, came_back_on=today(), by=officer.actor, at=now())
    return card


def at_batch(key: UUID, more: str = "") -> str:
    return f"{PAGE}batches/{key}/{more}"


def at_card(card: Card) -> str:
    return f"{PAGE}numbers/{card.token}/"


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_with_nothing_to_print_the_page_says_so(desk: Client) -> None:
    assert "印刷を待っているカードはありません" in text(desk, PAGE)


def test_whoever_has_another_duty_sees_none_of_it(batch: UUID) -> None:
    others = officers.client_of(officers.officer(*(duty for duty in Duty if duty is not Duty.CARDS)))
    assert others.get(PAGE).status_code == 403
    assert others.post(at_batch(batch, "parts/1/letters/")).status_code == 403


def test_the_officer_takes_as_many_as_wanted(desk: Client, card: Card) -> None:
    printing.waiting_card()
    answer = desk.post(f"{PAGE}batches/new/", {"most": "1"})
    made = PrintBatch.objects.get()
    assert (answer.headers["Location"], made.size) == (at_batch(made.key), 1)


@pytest.mark.parametrize(("most", "words"), [("0", "1,000"), ("1001", "1,000"), ("", "枚数")])
def test_a_number_that_cannot_be_is_said_on_the_page(desk: Client, card: Card, most: str, words: str) -> None:
    answer = desk.post(f"{PAGE}batches/new/", {"most": most})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_taking_when_somebody_else_was_quicker_says_that_none_waits(desk: Client) -> None:
    answer = desk.post(f"{PAGE}batches/new/", {"most": "10"})
    assert (answer.status_code, "印刷を待っているカードは、ありません" in answer.content.decode()) == (
        422,
        True,
    )


def test_a_batch_in_the_making_has_a_bar_that_grows(desk: Client, card: Card, officer: OfficerMe) -> None:
    key = take_batch(by=officer.actor, at=now())
    assert '<progress class="making__bar" max="1" value="0"' in text(desk, at_batch(key))
    make(key)
    assert "作成が終わりました" in text(desk, at_batch(key, "progress/"))


def test_a_page_that_has_seen_it_all_is_told_nothing(desk: Client, batch: UUID) -> None:
    seen = batch_of(batch)
    assert seen is not None
    assert desk.get(at_batch(batch, f"progress/?seen={seen.stamp}")).status_code == 204
    desk.post(at_batch(batch, "parts/1/letters/"))
    again = text(desk, at_batch(batch, f"progress/?seen={seen.stamp}"))
    assert "受け取り済み" in again
    assert "作成が終わりました" not in again


def test_no_page_of_a_batch_says_a_name_an_address_or_a_code(desk: Client, batch: UUID, card: Card) -> None:
    shown = text(desk, PAGE) + text(desk, at_batch(batch)) + text(desk, at_card(card))
    assert not [word for word in ("髙橋", "一郎", "虎ノ門", card.security_code + "<") if word in shown]


def test_print_data_comes_as_a_file(desk: Client, batch: UUID) -> None:
    answer = desk.post(at_batch(batch, "parts/1/faces/"))
    assert answer.content.startswith(b"%PDF")
    assert "ccus-cards-" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_letters_come_once_and_then_a_sentence(desk: Client, batch: UUID) -> None:
    assert desk.post(at_batch(batch, "parts/1/letters/")).content.startswith(b"%PDF")
    again = desk.post(at_batch(batch, "parts/1/letters/"))
    assert (again.status_code, "すでに受け取られた" in again.content.decode()) == (422, True)
    assert "受け取り済み" in text(desk, at_batch(batch))


def test_letters_and_posting_are_asked_about_before_the_press_that_ends_them(
    desk: Client, batch: UUID
) -> None:
    folded = text(desk, at_batch(batch)).split("<details")[1:]
    assert [words for words in folded if "ここからは消えます" in words and "一度だけ受け取る" in words]
    assert [words for words in folded if "取り消せません" in words and "発送を記録する" in words]


def test_a_posting_that_is_refused_stays_unfolded(desk: Client, batch: UUID) -> None:
    refused = desk.post(at_batch(batch, "posting/"), {"posted_on": today().isoformat()})
    assert '<details class="peek" open><summary>発送する' in refused.content.decode()


def test_a_file_is_never_given_to_whoever_only_opens_its_address(desk: Client, batch: UUID) -> None:
    assert desk.get(at_batch(batch, "parts/1/letters/")).status_code == 405


def test_an_address_that_only_takes_a_press_says_so_when_it_is_opened(desk: Client, batch: UUID) -> None:
    opened = desk.get(at_batch(batch, "posting/"))
    assert (opened.status_code, opened.headers["Allow"]) == (405, "POST")
    assert "前の画面に戻って" in opened.content.decode()


def test_lost_letters_are_made_anew_with_a_reason(desk: Client, batch: UUID) -> None:
    desk.post(at_batch(batch, "parts/1/letters/"))
    anew = at_batch(batch, "parts/1/letters/anew/")
    assert desk.post(anew, {"reason": ""}).status_code == 422
    assert desk.post(anew, {"reason": "プリンターが止まった"}).headers["Location"] == at_batch(batch)
    assert "2回目の作成" in text(desk, at_batch(batch))


def test_letters_that_nobody_fetched_are_not_made_anew(desk: Client, batch: UUID) -> None:
    assert desk.get(at_batch(batch, "parts/1/letters/anew/")).status_code == 404


def test_a_spoiled_card_is_listed_with_its_reason(desk: Client, batch: UUID, card: Card) -> None:
    desk.post(at_batch(batch, "spoiled/"), {"place": "1", "reason": "印刷がかすれた"})
    shown = text(desk, at_batch(batch))
    assert "印刷がかすれた" in shown
    assert PrintPlace.objects.get(card=card).spoiled_at is not None


def test_a_place_that_is_not_there_is_said_beside_its_field(desk: Client, batch: UUID) -> None:
    answer = desk.post(at_batch(batch, "spoiled/"), {"place": "7", "reason": "折れた"})
    assert (answer.status_code, "7番のカードは、この束にない" in answer.content.decode()) == (422, True)


def test_a_batch_is_posted_from_its_page(desk: Client, batch: UUID) -> None:
    assert (
        "受け取っていない台紙"
        in desk.post(at_batch(batch, "posting/"), {"posted_on": "2026-11-20"}).content.decode()
    )
    desk.post(at_batch(batch, "parts/1/letters/"))
    desk.post(at_batch(batch, "posting/"), {"posted_on": "2026-11-20"})
    assert CardPosting.objects.count() == 1
    assert "発送しました" in text(desk, at_batch(batch))


def test_a_card_is_found_by_the_number_on_it_however_typed(desk: Client, card: Card) -> None:
    number = f"{card.token[:4]}-{card.token[4:8]} {card.token[8:14]}-{card.token[14:]}"
    assert desk.get(PAGE, {"number": number}).headers["Location"] == at_card(card)
    assert desk.get(PAGE, {"number": "123"}).status_code == 422


def test_a_return_is_recorded_and_the_address_shown_with_a_trace(desk: Client, back: Card) -> None:
    shown = text(desk, at_card(back))
    assert "東京都港区虎ノ門4丁目1番1号" in shown
    trace = DisclosureTrace.objects.filter(worker=back.worker, reason="戻ってきたカードの再発送").get()
    assert "contact" in trace.items


def test_two_officers_put_an_address_right_and_one_posts_again(desk: Client, back: Card) -> None:
    address = {
        "addressee": "髙橋 一郎",
        "postcode": "530-0001",
        "prefecture": "27",
        "town": "大阪市北区",
        "street": "1番2号",
    }
    assert desk.post(at_card(back), {**address, "address": "1"}).status_code == 302
    assert "別の係員の確認を待っています" in text(desk, at_card(back))
    assert "大阪府大阪市北区1番2号" in second_page(officers.officer(Duty.CARDS))
    officers.confirmed_by_another(Duty.CARDS)
    assert desk.post(at_card(back), {"posted_on": "2026-11-20", "again": "1"}).status_code == 302
    assert CardPosting.objects.filter(card=back).count() == 2


def test_a_postcode_brings_prefecture_and_town_and_records_nothing(desk: Client, back: Card) -> None:
    typed = {"addressee": "髙橋 一郎", "postcode": "5300001", "act": "address:postcode"}
    assert "大阪市北区" in desk.post(at_card(back), typed).content.decode()
    assert CardAddress.objects.filter(card=back).count() == 1


def test_without_a_word_about_the_address_the_page_says_what_is_missing(desk: Client, back: Card) -> None:
    answer = desk.post(at_card(back), {"posted_on": "2026-11-20", "again": "1"})
    assert (answer.status_code, "送付先が、まだ直されていません" in answer.content.decode()) == (422, True)


def test_the_address_of_a_card_that_came_back_is_put_right_and_not_typed_anew(
    desk: Client, back: Card
) -> None:
    assert 'name="town" value="港区虎ノ門"' in " ".join(text(desk, at_card(back)).split())


def test_an_unknown_batch_or_card_is_not_found(desk: Client) -> None:
    assert desk.get(at_batch(UUID(int=0))).status_code == 404
    assert desk.get(reverse("office:card", args=["0" * 16])).status_code == 404


def test_the_home_page_says_how_many_cards_wait(desk: Client, card: Card) -> None:
    assert '印刷を待っているカードが<b class="num">1枚</b>' in text(desk, "/office/")


def test_a_posted_batch_says_how_many_cards_went_out(desk: Client, officer: OfficerMe, card: Card) -> None:
    printing.waiting_card()
    key = printing.batch(officer)
    desk.post(at_batch(key, "spoiled/"), {"place": "2", "reason": "かすれた"})
    desk.post(at_batch(key, "parts/1/letters/"))
    desk.post(at_batch(key, "posting/"), {"posted_on": today().isoformat()})
    assert '発送した枚数</dt><dd class="num">1枚' in text(desk, at_batch(key))


def test_the_home_page_counts_batches_that_are_not_posted_yet(desk: Client, batch: UUID) -> None:
    assert 'まだ発送していない束が<b class="num">1件</b>' in text(desk, "/office/")
    desk.post(at_batch(batch, "parts/1/letters/"))
    desk.post(at_batch(batch, "posting/"), {"posted_on": today().isoformat()})
    assert "まだ発送していない束" not in text(desk, "/office/")
