"""紛失, 発見, 退会 (CARD-08, CARD-09, REG-15)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import reissue_card
from ccus.domain.cards.actions.loss import AlreadyLost, LossInFuture, NotLost, report_found, report_loss
from ccus.domain.cards.models import CardLoss, CardRevocation
from ccus.domain.cards.policies import CardRevoked
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.foundation.clock import JST
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db


def lose(cast: Cast, at: datetime) -> CardLoss:
    return report_loss(card=cast.card, lost_from=at, by=person(cast.mirai), at=at)


def test_a_loss_holds_from_the_moment_that_is_named(cast: Cast, at: datetime) -> None:
    morning = datetime(2026, 11, 18, 7, tzinfo=JST)
    loss = report_loss(card=cast.card, lost_from=morning, by=person(cast.mirai), at=at)
    assert (loss.lost_from, loss.found_at) == (morning, None)
    assert Affect.objects.get().from_on == date(2026, 11, 17)


def test_a_card_is_lost_once_at_a_time(cast: Cast, at: datetime) -> None:
    lose(cast, at)
    with pytest.raises(AlreadyLost, match="すでに紛失の届けが出ています"):
        lose(cast, at)


def test_a_loss_lies_not_in_the_future(cast: Cast, at: datetime) -> None:
    with pytest.raises(LossInFuture) as refused:
        report_loss(card=cast.card, lost_from=at + timedelta(minutes=1), by=person(cast.mirai), at=at)
    assert refused.value.field == "lost_from"


def test_a_card_that_was_found_can_be_lost_again(cast: Cast, at: datetime) -> None:
    lose(cast, at)
    report_found(card=cast.card, by=person(cast.mirai), at=at)
    lose(cast, at)
    assert CardLoss.objects.filter(card=cast.card).count() == 2


def test_what_was_not_lost_is_not_found(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotLost):
        report_found(card=cast.card, by=person(cast.mirai), at=at)


def test_a_revoked_card_is_neither_lost_nor_found(cast: Cast, at: datetime) -> None:
    lose(cast, at)
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    with pytest.raises(CardRevoked):
        report_found(card=cast.card, by=person(cast.mirai), at=at)
    with pytest.raises(CardRevoked):
        lose(cast, at)


def test_only_the_holder_or_the_office_reports_a_loss(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="カードの持ち主"):
        report_loss(card=cast.card, lost_from=at, by=firm(cast.takahashi), at=at)


def test_withdrawal_closes_the_account_and_revokes_the_card(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    cast.account.refresh_from_db()
    assert not cast.account.is_active
    assert CardRevocation.objects.get(card=cast.card).revoked_at == at


def test_a_worker_withdraws_only_once(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    with pytest.raises(WorkerWithdrawn):
        withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)


def test_nobody_withdraws_somebody_else(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        withdraw_worker(worker=cast.mirai, by=firm(cast.takahashi), at=at)
