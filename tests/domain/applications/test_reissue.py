"""再発行: three reasons, what each costs, and what becomes of the card in hand (CARD-22, CARD-23, guide G20)."""

from datetime import timedelta

import pytest

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.filing import submit, withdraw_application
from ccus.domain.applications.actions.review import add_finding, return_to_applicant
from ccus.domain.applications.checks.faults import DefectTooLate, Incomplete
from ccus.domain.applications.models import Application
from ccus.domain.applications.options import options
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.cards.actions.loss import report_found, report_loss
from ccus.domain.cards.models import Card, CardLoss
from ccus.domain.cards.policies import CardReplaced
from ccus.domain.fees.models import Charge
from ccus.domain.printing.actions.arrival import report_missing
from ccus.domain.workers.models import Worker
from tests.factories import applications as made
from tests.factories import printing
from tests.factories.personas import person

pytestmark = pytest.mark.django_db


def asked(worker: Worker, reason: str, **more: str) -> Application:
    typed = {"reason": {"reason": reason, **more}, "delivery": made.DELIVERY}
    return made.submitted(ApplicationKind.REISSUE, worker=worker, typed=typed, is_settled=False)


def approved(case: Application) -> Card:
    case = made.take_in_hand(case)
    approve(number=case.number, by=made.reviewer(case), at=made.AT)
    return Card.objects.filter(worker=case.worker).latest("serial")


def test_the_guides_three_reasons_can_be_chosen() -> None:
    assert [option.label for option in options("reissue_reason")] == ["紛失", "破損", "読み取りエラー"]


@pytest.mark.parametrize("reason", ["lost", "damaged", "unreadable"])
def test_each_reason_gives_the_next_card_for_a_thousand_yen(reason: str) -> None:
    case = asked(made.worker_with_card(), reason)
    assert (case.state, Charge.objects.get().amount) == (State.FEE_DUE, 1000)
    assert approved(case).serial == 2


@pytest.mark.parametrize("reason", ["damaged", "unreadable"])
def test_a_card_that_was_defective_from_the_start_is_exchanged_for_nothing(reason: str) -> None:
    new = made.worker_with_card(issued_at=made.AT - timedelta(days=60))
    assert asked(new, reason, is_defect="1").state == State.SUBMITTED
    assert not Charge.objects.exists()


def test_after_sixty_days_a_defect_is_not_an_initial_one() -> None:
    with pytest.raises(Incomplete) as told:
        asked(made.worker_with_card(issued_at=made.AT - timedelta(days=61)), "damaged", is_defect="1")
    assert [type(fault.refusal) for fault in told.value.faults] == [DefectTooLate]


def test_a_reissue_for_a_loss_stops_the_card_with_the_same_press() -> None:
    case = asked(made.worker_with_card(), "lost")
    loss = CardLoss.objects.get()
    assert (loss.lost_from, loss.found_at, loss.recorded_by) == (made.AT, None, str(filer_of(case)))


@pytest.mark.parametrize("reason", ["damaged", "unreadable"])
def test_a_card_that_broke_opens_gates_until_the_new_one_is_issued(reason: str) -> None:
    asked(made.worker_with_card(), reason)
    assert not CardLoss.objects.exists()


def test_a_loss_that_was_reported_before_stays_one_loss() -> None:
    worker = made.worker_with_card()
    earlier = made.AT - timedelta(days=1)
    report_loss(card=worker.cards.get(), lost_from=earlier, by=person(worker), at=made.AT)
    asked(worker, "lost")
    assert CardLoss.objects.get().lost_from == earlier


def test_a_draft_that_says_lost_stops_nothing_yet() -> None:
    made.drafted(ApplicationKind.REISSUE)
    assert not CardLoss.objects.exists()


def test_a_card_found_before_the_new_one_opens_again_and_the_request_is_taken_back() -> None:
    worker = made.worker_with_card()
    case = asked(worker, "lost")
    report_found(card=worker.cards.get(), by=person(worker), at=made.AT)
    withdraw_application(number=case.number, by=person(worker), at=made.AT)
    assert CardLoss.objects.get().found_at == made.AT
    assert made.fresh(case).state == State.WITHDRAWN


def test_a_card_found_after_the_new_one_was_issued_stays_stopped_and_is_to_be_cut_up() -> None:
    worker = made.worker_with_card()
    old = worker.cards.get()
    approved(asked(worker, "lost"))
    with pytest.raises(CardReplaced, match="切って、捨ててください"):
        report_found(card=old, by=person(worker), at=made.AT)
    assert CardLoss.objects.get().found_at is None


def test_a_returned_request_that_now_says_lost_stops_the_card() -> None:
    case = made.take_in_hand(asked(made.worker_with_card(), "damaged"))
    by = made.reviewer(case)
    add_finding(number=case.number, code="F01", by=by, at=made.AT)
    return_to_applicant(number=case.number, by=by, at=made.AT)
    made.write(case, {"reason": {"reason": "lost"}}, by=filer_of(case))
    submit(number=case.number, by=filer_of(case), at=made.AT)
    assert CardLoss.objects.count() == 1


def test_a_card_that_never_arrived_is_reissued_for_nothing() -> None:
    worker = printing.waiting_card().worker
    printing.posted(printing.printer())
    later = made.AT + timedelta(days=14)
    report_missing(worker=worker.pk, by=person(worker), at=later)
    case = made.drafted(ApplicationKind.REISSUE, worker=worker)
    submit(number=case.number, by=person(worker), at=later)
    assert (made.fresh(case).state, Charge.objects.exists()) == (State.SUBMITTED, False)
