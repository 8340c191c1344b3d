"""色の変更と更新 (CARD-11, CARD-12)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.replacement import ColourStays, change_colour, renew_card
from ccus.domain.cards.actions.revocation import revoke_card
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.cards.policies import CardExpired, CardRevoked
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import WorkerWithdrawn
from tests.factories import cards, workers
from tests.factories.personas import person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def worker(db: None) -> Worker:
    return workers.worker(birth_on=date(1989, 4, 1))


@pytest.fixture
def white(worker: Worker) -> Card:
    return cards.card(worker=worker, expires_on=date(2029, 4, 1))


def test_a_core_worker_changes_the_white_card_for_a_gold_one(white: Card, at: datetime) -> None:
    workers.core_qualification(worker=white.worker)
    gold = change_colour(card=white, by=SYSTEM, at=at)
    assert (gold.serial, gold.colour, gold.expires_on) == (2, "gold", white.expires_on)
    assert CardRevocation.objects.get().card == white


def test_a_colour_that_stays_is_no_reason_for_another_card(white: Card, at: datetime) -> None:
    with pytest.raises(ColourStays):
        change_colour(card=white, by=SYSTEM, at=at)
    assert Card.objects.get() == white
    assert not CardRevocation.objects.exists()


def test_a_card_that_is_over_is_renewed_and_not_coloured(worker: Worker, at: datetime) -> None:
    card = cards.card(worker=worker, expires_on=date(2026, 4, 1))
    workers.core_qualification(worker=worker)
    with pytest.raises(CardExpired):
        change_colour(card=card, by=SYSTEM, at=at)
    assert renew_card(card=card, applied_on=TODAY, by=SYSTEM, at=at).colour == "gold"


def test_a_renewal_counts_the_years_anew(white: Card, at: datetime) -> None:
    renewed = renew_card(card=white, applied_on=TODAY, by=SYSTEM, at=at)
    assert (renewed.serial, renewed.expires_on) == (2, date(2036, 4, 1))


def test_a_revoked_card_changes_no_colour(white: Card, at: datetime) -> None:
    workers.core_qualification(worker=white.worker)
    revoke_card(card=white, by=SYSTEM, at=at)
    with pytest.raises(CardRevoked):
        change_colour(card=white, by=SYSTEM, at=at)


def test_a_revoked_card_is_not_renewed(white: Card, at: datetime) -> None:
    revoke_card(card=white, by=SYSTEM, at=at)
    with pytest.raises(CardRevoked):
        renew_card(card=white, applied_on=TODAY, by=SYSTEM, at=at)


def test_whoever_left_gets_no_other_card(white: Card, at: datetime) -> None:
    withdraw_worker(worker=white.worker, by=SYSTEM, at=at)
    with pytest.raises(WorkerWithdrawn):
        renew_card(card=white, applied_on=TODAY, by=SYSTEM, at=at)


def test_nobody_colours_a_card_by_himself(white: Card, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        change_colour(card=white, by=person(white.worker), at=at)


def test_another_card_touches_the_days_from_the_day_before(white: Card, at: datetime) -> None:
    workers.core_qualification(worker=white.worker)
    change_colour(card=white, by=SYSTEM, at=at)
    assert Affect.objects.get().from_on == date(2026, 11, 19)
