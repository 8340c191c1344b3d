"""マイカード: where the card is on its way, and a better address (PORTAL-43, CARD-14, PRINT-08, PRINT-09)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.cards.models import Card, CardLoss
from ccus.domain.printing.actions.returns import note_return
from ccus.foundation.clock import now, today
from tests.factories import accounts, printing
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
PAGE, ARRIVAL, ADDRESS = "/worker/card/", "/worker/card/arrival/", "/worker/card/address/"
BETTER = {
    "postcode": "100-0001",
    "prefecture": "13",
    "town": "千代田区千代田",
    "street": "1番1号",
    "building": "",
    "addressee": "建設 未来",
}


@pytest.fixture
def card(db: None) -> Card:
    return printing.waiting_card(account=accounts.account())


@pytest.fixture
def holder(card: Card) -> Client:
    return signed_in(card)


def signed_in(card: Card) -> Client:
    client = Client()
    client.force_login(printing.account_of(card))
    return client


def test_a_card_that_waits_for_printing_says_where_it_will_go(holder: Client) -> None:
    page = words(holder.get(PAGE))
    assert "作成中" in page
    assert "届くまでに現場で働いた日は" in page
    assert "〒105-0001 東京都港区虎ノ門4丁目1番1号 未来荘201" in page


def test_a_posted_card_is_said_to_have_arrived_with_one_press(holder: Client) -> None:
    printing.posted(printing.printer())
    page = words(holder.get(PAGE))
    assert "届いたら、「カードが届きました」を押してください" in page
    assert page.index('value="arrived">カードが届きました') < page.index("カードを なくしたとき")
    assert "受け取り済み" in words(holder.post(ARRIVAL, {"act": "arrived"}, follow=True))


def test_a_card_that_does_not_come_is_stopped_after_two_weeks_and_its_reissue_is_free(
    holder: Client, card: Card, clock: time_machine.Traveller
) -> None:
    printing.posted(printing.printer())
    assert "まだ届きません" not in words(holder.get(PAGE))
    clock.shift(timedelta(days=14))
    holder = signed_in(card)
    assert "再発行を、無料で申し込めます" in words(holder.post(ARRIVAL, {"act": "missing"}, follow=True))
    assert CardLoss.objects.count() == 1
    assert "料金 1,000円" not in words(holder.get(PAGE))


def test_a_card_that_came_back_leads_by_its_button_to_the_address(holder: Client, card: Card) -> None:
    officer = printing.printer()
    printing.posted(officer)
    note_return(token=card.token, came_back_on=today(), by=officer.actor, at=now())
    assert 'btn--big" href="/worker/card/address/">送り先を確かめる' in words(holder.get(PAGE))


def test_a_better_address_is_where_the_card_goes(holder: Client, card: Card) -> None:
    assert 'value="港区虎ノ門"' in words(holder.get(ADDRESS))
    assert "東京都千代田区千代田1番1号" in words(holder.post(ADDRESS, BETTER, follow=True))
    assert card.addresses.get(superseded_at=None).postcode == "1000001"


def test_a_postcode_alone_fills_in_the_town_and_changes_nothing(holder: Client, card: Card) -> None:
    sent = BETTER | {"town": "", "act": "address:postcode"}
    assert "千代田区千代田" in words(holder.post(ADDRESS, sent))
    assert card.addresses.count() == 1


@pytest.mark.parametrize("missing", ["postcode", "prefecture", "town", "street", "addressee"])
def test_an_address_that_lacks_something_is_asked_for_again(holder: Client, card: Card, missing: str) -> None:
    assert holder.post(ADDRESS, BETTER | {missing: ""}).status_code == 422
    assert card.addresses.count() == 1


def test_a_postcode_that_nobody_has_is_said(holder: Client) -> None:
    answer = holder.post(ADDRESS, BETTER | {"postcode": "999-9999", "act": "address:postcode"})
    assert (answer.status_code, "住所が見つかりません" in words(answer)) == (422, True)


def test_a_card_that_has_arrived_is_sent_nowhere_else(holder: Client) -> None:
    printing.posted(printing.printer())
    holder.post(ARRIVAL, {"act": "arrived"})
    assert holder.get(ADDRESS).status_code == 404
