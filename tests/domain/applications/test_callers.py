"""電話の相手のために: loss, finding and 再発行 by the contact centre (CARD-20, CARD-22, CARD-24, guide G20-5)."""

from datetime import timedelta

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.callers import (
    EnquiryOver,
    NoSuchCard,
    ReissueUnderWay,
    file_reissue_for_caller,
    report_found_for_caller,
    report_loss_for_caller,
)
from ccus.domain.applications.actions.enquiries import open_record
from ccus.domain.applications.actions.filing import withdraw_application
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.models import Application
from ccus.domain.applications.reading import application_for
from ccus.domain.applications.terms import ApplicationKind, Confirmed, EnquiryReason, State
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.cards.models import CardLoss
from ccus.domain.notices.models import Notice
from ccus.domain.workers.models import Worker
from tests.factories import applications as made
from tests.factories import officers
from tests.factories.personas import person

pytestmark = pytest.mark.django_db
TYPED = {"reason": "damaged", "place": "contact"}
BACK = Confirmed.CALLED_BACK


@pytest.fixture
def clerk(db: None) -> OfficerMe:
    return officers.officer(Duty.CONTACT)


@pytest.fixture
def worker(db: None) -> Worker:
    return made.worker_with_card()


def call(clerk: OfficerMe, worker: Worker) -> int:
    """The enquiry that the clerk opened when the telephone rang."""
    return open_record(number=worker.number, reason=EnquiryReason.CARD, note="", by=clerk.actor, at=made.AT)


def filed(clerk: OfficerMe, worker: Worker, **typed: str) -> Application:
    number = file_reissue_for_caller(
        enquiry=call(clerk, worker), confirmed=BACK, typed=TYPED | typed, by=clerk.actor, at=made.AT
    )
    return Application.objects.get(number=number)


def test_a_loss_by_telephone_stops_the_card_and_the_holder_hears_of_it(
    clerk: OfficerMe, worker: Worker
) -> None:
    report_loss_for_caller(enquiry=call(clerk, worker), serial=1, by=clerk.actor, at=made.AT)
    assert CardLoss.objects.get().recorded_by == str(clerk.actor)
    assert "カードを止めました" in Notice.objects.get(account=worker.account).title


def test_a_card_found_by_telephone_opens_again_and_the_event_says_how_it_was_known(
    clerk: OfficerMe, worker: Worker
) -> None:
    enquiry = call(clerk, worker)
    report_loss_for_caller(enquiry=enquiry, serial=1, by=clerk.actor, at=made.AT)
    report_found_for_caller(enquiry=enquiry, serial=1, confirmed=BACK, by=clerk.actor, at=made.AT)
    assert CardLoss.objects.get().found_at == made.AT
    assert Event.objects.get(act=Act.CALLER_FOUND_CARD).detail["confirmed"] == "called_back"


def test_a_serial_that_this_worker_never_had_is_refused(clerk: OfficerMe, worker: Worker) -> None:
    with pytest.raises(NoSuchCard):
        report_loss_for_caller(enquiry=call(clerk, worker), serial=2, by=clerk.actor, at=made.AT)


def test_a_reissue_for_a_caller_is_submitted_and_says_who_filed_it_and_how_it_was_known(
    clerk: OfficerMe, worker: Worker
) -> None:
    case = filed(clerk, worker)
    shown = application_for(person(worker), case.number)
    assert shown is not None
    assert (case.state, case.filed_by) == (State.FEE_DUE, str(clerk.actor))
    assert (shown.steps[0].is_by_office, BACK.label in shown.steps[0].note) == (True, True)


def test_the_worker_reads_it_in_a_notice_and_takes_it_back(clerk: OfficerMe, worker: Worker) -> None:
    case = filed(clerk, worker)
    assert Notice.objects.filter(account=worker.account, title__contains="お電話の内容で").count() == 1
    withdraw_application(number=case.number, by=person(worker), at=made.AT)
    assert made.fresh(case).state == State.WITHDRAWN


def test_a_reissue_for_a_caller_who_lost_the_card_stops_it(clerk: OfficerMe, worker: Worker) -> None:
    filed(clerk, worker, reason="lost")
    assert CardLoss.objects.get().recorded_by == str(clerk.actor)


def test_a_draft_that_the_caller_had_begun_is_gone_on_with(clerk: OfficerMe, worker: Worker) -> None:
    begun = made.drafted(ApplicationKind.REISSUE, worker=worker)
    assert filed(clerk, worker).number == begun.number


def test_a_request_that_is_under_way_is_not_filed_again(clerk: OfficerMe, worker: Worker) -> None:
    before = made.submitted(ApplicationKind.REISSUE, worker=worker)
    with pytest.raises(ReissueUnderWay, match=before.number):
        filed(clerk, worker)


def test_nothing_is_begun_while_something_is_missing(clerk: OfficerMe, worker: Worker) -> None:
    with pytest.raises(Incomplete) as told:
        filed(clerk, worker, reason="")
    assert [fault.refusal.field for fault in told.value.faults] == ["reason"]
    assert not Application.objects.exists()


def test_after_an_hour_the_caller_is_looked_up_again(clerk: OfficerMe, worker: Worker) -> None:
    enquiry, later = call(clerk, worker), made.AT + timedelta(minutes=61)
    with pytest.raises(EnquiryOver):
        report_loss_for_caller(enquiry=enquiry, serial=1, by=clerk.actor, at=later)


def test_the_enquiry_of_a_colleague_opens_nothing(clerk: OfficerMe, worker: Worker) -> None:
    other = officers.officer(Duty.CONTACT)
    with pytest.raises(EnquiryOver):
        report_loss_for_caller(enquiry=call(clerk, worker), serial=1, by=other.actor, at=made.AT)


def test_an_officer_of_another_duty_serves_no_caller(clerk: OfficerMe, worker: Worker) -> None:
    other = officers.officer(Duty.REVIEW)
    with pytest.raises(NotAllowed):
        report_loss_for_caller(enquiry=call(clerk, worker), serial=1, by=other.actor, at=made.AT)
