"""Who decides about an application: never who filed it, and not while its fee is open again (EYES-09, EYES-11)."""

from datetime import timedelta

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.callers import file_reissue_for_caller
from ccus.domain.applications.actions.enquiries import open_record
from ccus.domain.applications.actions.filing import confirm_payment
from ccus.domain.applications.actions.review import reject
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import FeeOpen, OwnFiling
from ccus.domain.applications.terms import ApplicationKind, Confirmed, EnquiryReason, State
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.fees.actions import NoPayment, record_payment, take_back_payment
from ccus.domain.fees.reading import charge_of, taken_back
from tests.factories import applications as made
from tests.factories import officers

pytestmark = pytest.mark.django_db
AT = made.AT


def filed_by(me: OfficerMe) -> Application:
    """A 再発行 that an officer filed for a caller."""
    number, known = made.worker_with_card().number, Confirmed.CALLED_BACK
    why = open_record(number=number, reason=EnquiryReason.WORKER_ASKED, note="", by=me.actor, at=AT)
    typed = {"reason": "damaged", "place": "contact"}
    filed = file_reissue_for_caller(enquiry=why, confirmed=known, typed=typed, by=me.actor, at=AT)
    return Application.objects.get(number=filed)


def paid_and_taken_back() -> tuple[Application, int]:
    case = made.submitted(ApplicationKind.REISSUE, is_settled=False)
    owed = charge_of(f"application:{case.pk}")
    assert owed is not None
    confirm_payment(number=case.number, paid_on=AT.date(), by=SYSTEM, at=AT)
    take_back_payment(charge_id=owed.id, words="別の方の入金", by=officers.two(Duty.FEES), at=AT)
    return made.fresh(case), owed.id


def test_who_filed_for_a_caller_neither_approves_nor_rejects() -> None:
    me = officers.officer()
    case = made.take_in_hand(filed_by(me), me)
    with pytest.raises(OwnFiling, match="別の係員"):
        approve(number=case.number, by=me.actor, at=AT)
    with pytest.raises(OwnFiling):
        reject(number=case.number, reason="まちがい", by=me.actor, at=AT)


def test_another_officer_approves_what_was_filed_for_a_caller() -> None:
    case = made.take_in_hand(filed_by(officers.officer()))
    approve(number=case.number, by=made.reviewer(case), at=AT)
    assert made.fresh(case).state == State.APPROVED


def test_an_application_whose_payment_was_taken_back_is_not_approved() -> None:
    case, _ = paid_and_taken_back()
    held = made.take_in_hand(case)
    with pytest.raises(FeeOpen, match="未収に戻っています"):
        approve(number=held.number, by=made.reviewer(held), at=AT)


def test_once_it_is_paid_again_it_is_approved() -> None:
    case, charge = paid_and_taken_back()
    record_payment(charge_id=charge, paid_on=AT.date(), by=SYSTEM, at=AT)
    held = made.take_in_hand(case)
    approve(number=held.number, by=made.reviewer(held), at=AT)
    assert made.fresh(held).state == State.APPROVED


def test_a_payment_is_taken_back_once_and_stays_readable() -> None:
    _, charge = paid_and_taken_back()
    with pytest.raises(NoPayment):
        take_back_payment(
            charge_id=charge, words="二度め", by=officers.two(Duty.FEES), at=AT + timedelta(hours=1)
        )
    assert [each.words for each in taken_back(charge)] == ["別の方の入金"]
