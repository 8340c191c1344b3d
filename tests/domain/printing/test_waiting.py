"""印刷を待つカード, and where they go (PRINT-01, CARD-14)."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card, reissue_card
from ccus.domain.cards.actions.replacement import renew_card
from ccus.domain.cards.actions.revocation import revoke_card
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.models import Card, CardAddress, WaitingCard
from ccus.domain.printing.actions.arrival import redirect_card
from ccus.domain.printing.actions.batches import take_batch
from ccus.domain.printing.models import PrintPlace
from ccus.domain.printing.policies import NothingWaits
from ccus.domain.printing.postings import NotPosted
from ccus.foundation.clock import day_of
from tests.factories import cards, printing, workers
from tests.factories.personas import person

pytestmark = pytest.mark.django_db
ELSEWHERE = SendTo("髙橋 二郎", "5300001", "27", "大阪市北区", "1番2号", "寮3号室")


def address_of(card: Card) -> CardAddress:
    return CardAddress.objects.get(card=card, superseded_at=None)


def test_a_card_goes_to_the_registered_contact_and_name(at: datetime) -> None:
    address = address_of(issue_card(worker=printing.holder(), by=SYSTEM, at=at))
    assert (address.addressee, address.postcode, address.building) == ("髙橋 一郎", "1050001", "未来荘201")


def test_a_card_goes_where_it_was_filed_to_go(at: datetime) -> None:
    card = issue_card(worker=printing.holder(), send_to=ELSEWHERE, by=SYSTEM, at=at)
    assert (address_of(card).town, address_of(card).addressee) == ("大阪市北区", "髙橋 二郎")


def test_a_reissue_and_a_renewal_wait_with_their_own_address(at: datetime) -> None:
    first = printing.waiting_card()
    second = reissue_card(card=first, send_to=ELSEWHERE, by=SYSTEM, at=at)
    third = renew_card(card=second, applied_on=day_of(at), by=SYSTEM, at=at)
    assert [address_of(card).town for card in (first, second, third)] == [
        "港区虎ノ門",
        "大阪市北区",
        "港区虎ノ門",
    ]


def test_without_any_address_a_card_waits_for_nothing(at: datetime) -> None:
    issue_card(worker=workers.worker(), by=SYSTEM, at=at)
    assert not WaitingCard.objects.exists()


def test_an_address_given_by_the_office_makes_such_a_card_wait(at: datetime) -> None:
    card = issue_card(worker=workers.worker(), by=SYSTEM, at=at)
    redirect_card(worker=card.worker_id, send_to=ELSEWHERE, by=SYSTEM, at=at)
    assert WaitingCard.objects.get().card == card


def test_a_card_long_in_hand_is_not_sent_for_by_its_holder(at: datetime) -> None:
    card = cards.card()
    with pytest.raises(NotPosted, match="送るカードがありません"):
        redirect_card(worker=card.worker_id, send_to=ELSEWHERE, by=person(card.worker), at=at)


def test_the_oldest_card_is_printed_first(officer: OfficerMe, at: datetime) -> None:
    late, early = printing.waiting_card(), printing.waiting_card()
    WaitingCard.objects.filter(card=early).update(since=at - timedelta(days=1))
    take_batch(most=1, by=officer.actor, at=at)
    assert PrintPlace.objects.get().card == early
    assert WaitingCard.objects.get().card == late


def test_a_revoked_card_waits_no_more(officer: OfficerMe, at: datetime) -> None:
    revoke_card(card=printing.waiting_card(), by=SYSTEM, at=at)
    with pytest.raises(NothingWaits):
        take_batch(by=officer.actor, at=at)
