"""Two reports of one loss, two cards for one worker, at once."""

from datetime import UTC, datetime
from functools import partial

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card, reissue_card
from ccus.domain.cards.actions.loss import AlreadyLost, report_found, report_loss
from ccus.domain.cards.actions.replacement import change_colour
from ccus.domain.cards.actions.revocation import revoke_card
from ccus.domain.cards.issuing import SerialTaken
from ccus.domain.cards.models import Card, CardLoss
from ccus.domain.cards.policies import CardReplaced, CardRevoked, CardStillUsable
from ccus.domain.workers.models import Worker
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import cards, workers

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def worker(fresh_database: Databases) -> Worker:
    return workers.worker()


def test_of_two_reports_of_one_loss_one_stands(worker: Worker) -> None:
    lose = partial(report_loss, card=cards.card(worker=worker), lost_from=AT, by=SYSTEM, at=AT)
    assert isinstance(contested(lose, lose), AlreadyLost)
    assert CardLoss.objects.count() == 1


def test_of_two_first_cards_one_is_issued(worker: Worker) -> None:
    issue = partial(issue_card, worker=worker, by=SYSTEM, at=AT)
    assert isinstance(contested(issue, issue), CardStillUsable)
    assert Card.objects.count() == 1


def test_the_database_gives_no_serial_twice(worker: Worker) -> None:
    issue = partial(issue_card, worker=worker, by=SYSTEM, at=AT)
    assert isinstance(contested(partial(cards.card, worker=worker), issue), SerialTaken)


@pytest.mark.parametrize("first", [reissue_card, revoke_card], ids=lambda act: act.__name__)
def test_a_card_is_reissued_or_revoked_not_both(first: object, worker: Worker) -> None:
    card = cards.card(worker=worker)
    assert callable(first)
    told = contested(
        partial(first, card=card, by=SYSTEM, at=AT), partial(reissue_card, card=card, by=SYSTEM, at=AT)
    )
    assert isinstance(told, CardRevoked)


def test_of_two_colour_changes_at_once_one_gives_a_card(worker: Worker) -> None:
    card = cards.card(worker=worker)
    workers.core_qualification(worker=worker)
    change = partial(change_colour, card=card, by=SYSTEM, at=AT)
    assert isinstance(contested(change, change), CardRevoked)
    assert Card.objects.count() == 2


def test_a_card_found_while_its_successor_is_being_issued_stays_stopped(worker: Worker) -> None:
    card = cards.card(worker=worker)
    report_loss(card=card, lost_from=AT, by=SYSTEM, at=AT)
    reissue = partial(reissue_card, card=card, by=SYSTEM, at=AT)
    assert isinstance(contested(reissue, partial(report_found, card=card, by=SYSTEM, at=AT)), CardReplaced)
    assert CardLoss.objects.get().found_at is None


def test_a_card_found_a_moment_before_the_reissue_is_replaced_all_the_same(worker: Worker) -> None:
    card = cards.card(worker=worker)
    report_loss(card=card, lost_from=AT, by=SYSTEM, at=AT)
    found = partial(report_found, card=card, by=SYSTEM, at=AT)
    assert contested(found, partial(reissue_card, card=card, by=SYSTEM, at=AT)) is None
    assert list(Card.objects.filter(revocation=None).values_list("serial", flat=True)) == [2]


def test_a_loss_reported_while_the_card_is_replaced_is_told_so(worker: Worker) -> None:
    card = cards.card(worker=worker)
    lose = partial(report_loss, card=card, lost_from=AT, by=SYSTEM, at=AT)
    assert isinstance(contested(partial(reissue_card, card=card, by=SYSTEM, at=AT), lose), CardRevoked)
    assert not CardLoss.objects.exists()
