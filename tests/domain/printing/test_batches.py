"""印刷の束: taken, spoiled, posted (PRINT-02, PRINT-07, PRINT-08)."""

from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.revocation import revoke_card
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.models import Card, WaitingCard
from ccus.domain.notices.models import Notice
from ccus.domain.printing.actions.arrival import redirect_card
from ccus.domain.printing.actions.batches import post_batch, spoil_card, take_batch
from ccus.domain.printing.actions.files import fetch_letters, make_letters_anew
from ccus.domain.printing.models import CardPosting, PrintBatch, PrintPlace
from ccus.domain.printing.policies import BatchPosted, DayWrong, NoSuchPlace, NotReadyToPost, ReasonWrong
from tests.factories import officers, printing

TODAY = date(2026, 11, 20)
ELSEWHERE = SendTo("髙橋 二郎", "5300001", "27", "大阪市北区", "1番2号")


def fetch(batch: UUID, officer: OfficerMe, at: datetime) -> bytes:
    return fetch_letters(batch=batch, part=1, by=officer.actor, at=at)


def post(batch: UUID, officer: OfficerMe, at: datetime) -> int:
    return post_batch(batch=batch, posted_on=TODAY, by=officer.actor, at=at)


def test_whoever_has_another_duty_takes_no_cards(card: Card, at: datetime) -> None:
    reviewer = officers.officer(Duty.REVIEW)
    with pytest.raises(NotAllowed, match="カードの印刷と発送"):
        take_batch(by=reviewer.actor, at=at)


def test_a_card_that_was_taken_waits_no_more_and_a_job_is_queued(
    card: Card, officer: OfficerMe, at: datetime
) -> None:
    key = take_batch(by=officer.actor, at=at)
    with connection.cursor() as cursor:
        cursor.execute("select args ->> 'key' from procrastinate_jobs where task_name = 'make_cards'")
        assert cursor.fetchall() == [(str(key),)]
    assert not WaitingCard.objects.exists()
    assert PrintPlace.objects.get(card=card).place == 1


def test_the_database_lets_no_card_lie_in_two_batches(batch: UUID, card: Card, at: datetime) -> None:
    other = PrintBatch.objects.create(size=1, taken_at=at, taken_by="operator:1")
    with pytest.raises(IntegrityError, match="print_card_in_one_batch"), transaction.atomic():
        PrintPlace.objects.create(batch=other, place=1, card=card)


def test_a_spoiled_card_waits_again_and_keeps_its_number_and_code(
    batch: UUID, card: Card, officer: OfficerMe, at: datetime
) -> None:
    code = card.security_code
    spoil_card(batch=batch, place=1, reason="印刷がかすれた", by=officer.actor, at=at)
    again = take_batch(by=officer.actor, at=at)
    printed = PrintPlace.objects.get(batch__key=again).card
    assert (printed.token, printed.security_code) == (card.token, code)


def test_a_card_is_spoiled_once_and_never_without_a_reason(
    batch: UUID, officer: OfficerMe, at: datetime
) -> None:
    with pytest.raises(ReasonWrong, match="1文字以上200文字以内"):
        spoil_card(batch=batch, place=1, reason=" ", by=officer.actor, at=at)
    spoil_card(batch=batch, place=1, reason="折れた", by=officer.actor, at=at)
    with pytest.raises(NoSuchPlace, match="1番のカードは、この束にない"):
        spoil_card(batch=batch, place=1, reason="折れた", by=officer.actor, at=at)


def test_a_posted_card_is_told_to_its_holder(
    batch: UUID, card: Card, officer: OfficerMe, at: datetime
) -> None:
    fetch(batch, officer, at)
    assert post(batch, officer, at) == 1
    notice = Notice.objects.get(account=card.worker.account_id, title="カードを発送しました")
    assert "発送日：2026年11月20日" in notice.body


def test_spoiled_and_revoked_cards_stay_behind(officer: OfficerMe, at: datetime) -> None:
    cards = [printing.waiting_card() for _ in range(3)]
    key = printing.batch(officer)
    spoil_card(batch=key, place=1, reason="折れた", by=officer.actor, at=at)
    revoke_card(card=cards[1], by=SYSTEM, at=at)
    fetch(key, officer, at)
    assert post(key, officer, at) == 1
    assert CardPosting.objects.get().card == cards[2]


def test_a_batch_is_posted_once(batch: UUID, officer: OfficerMe, at: datetime) -> None:
    fetch(batch, officer, at)
    post(batch, officer, at)
    with pytest.raises(BatchPosted):
        post(batch, officer, at)
    with pytest.raises(BatchPosted):
        spoil_card(batch=batch, place=1, reason="折れた", by=officer.actor, at=at)


def test_nothing_is_posted_before_every_letter_was_fetched(
    batch: UUID, officer: OfficerMe, at: datetime
) -> None:
    with pytest.raises(NotReadyToPost, match="受け取っていない台紙"):
        post(batch, officer, at)


def test_nothing_is_posted_before_every_part_is_made(card: Card, officer: OfficerMe, at: datetime) -> None:
    key = take_batch(by=officer.actor, at=at)
    with pytest.raises(NotReadyToPost, match="作成が終わっていません"):
        post(key, officer, at)


@pytest.mark.parametrize("day", [date(2026, 11, 19), date(2026, 11, 21)])
def test_a_batch_is_posted_between_its_day_and_today(
    day: date, batch: UUID, officer: OfficerMe, at: datetime
) -> None:
    with pytest.raises(DayWrong, match="2026年11月20日から今日まで"):
        post_batch(batch=batch, posted_on=day, by=officer.actor, at=at)


def test_a_letter_with_an_address_of_yesterday_is_not_posted(
    batch: UUID, card: Card, officer: OfficerMe, at: datetime
) -> None:
    later = at.replace(hour=13)
    redirect_card(worker=card.worker_id, send_to=ELSEWHERE, by=SYSTEM, at=later)
    fetch(batch, officer, at)
    with pytest.raises(NotReadyToPost, match="1番の送付先は、台紙を作成したあとで変わりました"):
        post(batch, officer, later)
    anew = at.replace(hour=14)
    make_letters_anew(
        batch=batch, part=1, reason="送付先", letters=printing.letters, by=officer.actor, at=anew
    )
    assert "大阪市北区" in fetch(batch, officer, anew).decode()
    assert post(batch, officer, anew) == 1
