"""カードの発行と再発行 (CARD-01 to CARD-07)."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card, reissue_card
from ccus.domain.cards.actions.revocation import revoke_card
from ccus.domain.cards.issuing import SerialsUsedUp
from ccus.domain.cards.models import CardRevocation
from ccus.domain.cards.policies import CardExpired, CardRevoked, CardStillUsable
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.foundation.clock import JST
from tests.factories import cards, workers
from tests.factories.personas import Cast, mirai, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(db: None) -> Worker:
    return workers.worker(birth_on=date(1989, 4, 1))


def test_the_guides_sample_card_comes_out(db: None) -> None:
    card = issue_card(worker=mirai(), by=SYSTEM, at=datetime(2019, 4, 1, 9, tzinfo=JST))
    assert (card.token, card.colour, card.expires_on) == ("1234567890123401", "white", date(2029, 4, 1))


def test_a_registered_core_worker_gets_a_gold_card(worker: Worker, at: datetime) -> None:
    workers.core_qualification(worker=worker)
    assert issue_card(worker=worker, by=SYSTEM, at=at).colour == "gold"


def test_a_qualification_that_ended_makes_no_gold_card(worker: Worker, at: datetime) -> None:
    workers.core_qualification(worker=worker, valid_until=date(2026, 11, 20))
    assert issue_card(worker=worker, by=SYSTEM, at=at).colour == "white"


def test_without_identity_documents_the_card_is_short(worker: Worker, at: datetime) -> None:
    assert issue_card(worker=worker, is_short=True, by=SYSTEM, at=at).expires_on == date(2029, 4, 1)


def test_age_counts_on_the_day_of_application(at: datetime) -> None:
    worker = workers.worker(birth_on=date(1966, 11, 15))
    card = issue_card(worker=worker, applied_on=date(2026, 11, 1), by=SYSTEM, at=at)
    assert card.expires_on == date(2036, 11, 15)


def test_a_card_issued_just_after_midnight_in_japan_bears_that_day(worker: Worker) -> None:
    card = issue_card(worker=worker, by=SYSTEM, at=datetime(2027, 4, 1, 0, 5, tzinfo=JST))
    assert card.expires_on == date(2037, 4, 1)


def test_beside_a_usable_card_no_second_one_is_issued(cast: Cast, at: datetime) -> None:
    with pytest.raises(CardStillUsable, match="有効期限2029年4月1日"):
        issue_card(worker=cast.mirai, by=SYSTEM, at=at)


def test_after_the_expiry_the_next_serial_is_issued(cast: Cast, clock: time_machine.Traveller) -> None:
    later = datetime(2029, 4, 2, 9, tzinfo=JST)
    assert issue_card(worker=cast.mirai, by=SYSTEM, at=later).serial == 2


def test_a_reissued_card_has_the_next_serial_and_the_same_expiry(cast: Cast, at: datetime) -> None:
    card = reissue_card(card=cast.card, by=SYSTEM, at=at)
    assert (card.serial, card.token, card.expires_on) == (2, "1234567890123402", cast.card.expires_on)


def test_a_reissue_revokes_the_old_card(cast: Cast, at: datetime) -> None:
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    assert CardRevocation.objects.get(card=cast.card).revoked_at == at


def test_a_reissue_takes_the_colour_of_today(cast: Cast, at: datetime) -> None:
    workers.core_qualification(worker=cast.mirai)
    assert reissue_card(card=cast.card, by=SYSTEM, at=at).colour == "gold"


def test_a_card_is_reissued_once(cast: Cast, at: datetime) -> None:
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    with pytest.raises(CardRevoked, match="カード01は、すでに失効"):
        reissue_card(card=cast.card, by=SYSTEM, at=at)


def test_an_expired_card_is_not_reissued(cast: Cast) -> None:
    with pytest.raises(CardExpired, match="2029年4月1日"):
        reissue_card(card=cast.card, by=SYSTEM, at=datetime(2029, 4, 2, tzinfo=JST))


def test_on_its_last_day_a_card_is_still_reissued(cast: Cast) -> None:
    assert reissue_card(card=cast.card, by=SYSTEM, at=datetime(2029, 4, 1, 23, tzinfo=JST)).serial == 2


def test_after_ninety_nine_cards_there_is_no_serial_left(worker: Worker, at: datetime) -> None:
    last = cards.card(worker=worker, serial=99)
    with pytest.raises(SerialsUsedUp, match="枝番99まで"):
        reissue_card(card=last, by=SYSTEM, at=at)


def test_a_new_card_touches_the_days_from_the_shift_before(cast: Cast, at: datetime) -> None:
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    affect = Affect.objects.get()
    assert (affect.worker, affect.from_on, affect.until_on) == (
        cast.mirai.pk,
        date(2026, 11, 19),
        None,
    )


def test_a_revoked_card_makes_room_for_a_new_one(cast: Cast, at: datetime) -> None:
    revoke_card(card=cast.card, by=SYSTEM, at=at)
    assert issue_card(worker=cast.mirai, by=SYSTEM, at=at + timedelta(days=1)).serial == 2


def test_a_card_is_revoked_once(cast: Cast, at: datetime) -> None:
    revoke_card(card=cast.card, by=SYSTEM, at=at)
    with pytest.raises(CardRevoked):
        revoke_card(card=cast.card, by=SYSTEM, at=at)


def test_nobody_issues_a_card_to_himself(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        reissue_card(card=cast.card, by=person(cast.mirai), at=at)


def test_a_worker_who_left_gets_no_card(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=SYSTEM, at=at)
    with pytest.raises(WorkerWithdrawn, match="12345678901234"):
        issue_card(worker=cast.mirai, by=SYSTEM, at=at)
