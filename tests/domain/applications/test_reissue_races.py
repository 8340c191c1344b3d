"""再発行が二つ同時に: one request, one loss, one charge, one card (CARD-23). Two connections."""

from collections.abc import Callable
from functools import partial

import pytest

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import AlreadyClosed, AlreadySubmitted, filer_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.cards.actions.loss import AlreadyLost, report_loss
from ccus.domain.cards.models import Card, CardLoss
from ccus.domain.fees.models import Charge
from ccus.domain.workers.models import Worker
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import applications as made
from tests.factories.personas import person

REISSUE = ApplicationKind.REISSUE


@pytest.fixture
def worker(fresh_database: Databases) -> Worker:
    return made.worker_with_card()


@pytest.fixture
def press(worker: Worker) -> Callable[[], None]:
    """提出 of a request for a lost card."""
    case = made.drafted(REISSUE, worker=worker)
    return partial(submit, number=case.number, by=filer_of(case), at=made.AT)


@pytest.fixture
def report(worker: Worker) -> Callable[[], object]:
    """「カードを止める」 on another device."""
    return partial(report_loss, card=worker.cards.get(), lost_from=made.AT, by=person(worker), at=made.AT)


def test_two_who_begin_a_reissue_at_once_go_on_with_one(worker: Worker) -> None:
    begin = partial(open_application, kind=REISSUE, worker=worker.pk, by=person(worker), at=made.AT)
    assert contested(begin, begin) is None
    assert Application.objects.count() == 1


def test_two_presses_at_once_make_one_request_one_loss_and_one_charge(press: Callable[[], None]) -> None:
    assert isinstance(contested(press, press), AlreadySubmitted)
    assert (CardLoss.objects.count(), Charge.objects.count()) == (1, 1)


def test_a_loss_reported_on_another_device_does_not_hinder_the_request(
    press: Callable[[], None], report: Callable[[], object]
) -> None:
    assert contested(report, press) is None
    assert (CardLoss.objects.count(), Charge.objects.count()) == (1, 1)


def test_a_loss_that_the_request_has_just_reported_is_not_reported_again(
    press: Callable[[], None], report: Callable[[], object]
) -> None:
    assert isinstance(contested(press, report), AlreadyLost)
    assert CardLoss.objects.count() == 1


def test_of_two_approvals_at_once_one_gives_a_card(worker: Worker) -> None:
    case = made.take_in_hand(made.submitted(REISSUE, worker=worker))
    decide = partial(approve, number=case.number, by=made.reviewer(case), at=made.AT)
    assert isinstance(contested(decide, decide), AlreadyClosed)
    assert Card.objects.count() == 2
