"""送付先 of an application, from the form to the card; a password shown on a screen (CARD-14, PRINT-06)."""

from datetime import timedelta

import pytest

from ccus.domain.applications.actions.applicants import hand_over
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.filing import submit, waive_fee
from ccus.domain.applications.actions.review import correct
from ccus.domain.applications.corrections import NotMendable
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.models import Card, CardAddress, WaitingCard
from ccus.domain.printing.actions.files import fetch_letters
from ccus.domain.workers.models import Contact, WorkerName
from tests.factories import applications, printing
from tests.factories.applications import AT, fresh, in_review, reviewer, take_in_hand

pytestmark = pytest.mark.django_db
ELSEWHERE = {
    "place": "other",
    "postcode": "530-0001",
    "prefecture": "27",
    "town": "大阪市北区",
    "street": "1番2号",
    "building": "寮3号室",
    "addressee": "髙橋 二郎",
}


def approved(case: Application) -> Card:
    approve(number=case.number, by=reviewer(case), at=AT)
    held = fresh(case)
    worker = held.worker or (held.applicant.worker if held.applicant else None)
    return Card.objects.get(worker=worker, revocation=None)


@pytest.mark.parametrize(
    "kind", [ApplicationKind.REGISTRATION, ApplicationKind.REISSUE, ApplicationKind.COLOUR_CHANGE]
)
def test_a_card_goes_where_its_application_says(kind: ApplicationKind) -> None:
    case = applications.drafted(kind)
    applications.write(case, {"delivery": ELSEWHERE}, by=filer_of(case))
    submit(number=case.number, by=filer_of(case), at=AT)
    if fresh(case).state == State.FEE_DUE:
        waive_fee(number=case.number, note="試験のため", by=SYSTEM, at=AT)
    card = approved(take_in_hand(fresh(case)))
    address = CardAddress.objects.get(card=card)
    assert (address.town, address.building, address.addressee) == ("大阪市北区", "寮3号室", "髙橋 二郎")


def test_no_officer_alone_mends_where_a_card_goes() -> None:
    case = in_review(ApplicationKind.REISSUE)
    with pytest.raises(NotMendable, match="申請した方に返してください"):
        correct(
            number=case.number,
            section="delivery",
            row="1",
            field="place",
            raw="contact",
            comment="電話で聞いた",
            by=reviewer(case),
            at=AT,
        )


def test_a_first_card_goes_home_and_waits_for_printing() -> None:
    card = approved(in_review(ApplicationKind.REGISTRATION))
    address = CardAddress.objects.get(card=card)
    assert address.town == Contact.objects.get(worker=card.worker).town
    assert address.addressee == WorkerName.objects.get(worker=card.worker).official
    assert WaitingCard.objects.get().card == card


def test_whoever_read_the_password_on_the_screen_finds_none_in_the_letter() -> None:
    case = in_review(ApplicationKind.REGISTRATION)
    approved(case)
    applicant = fresh(case).applicant
    assert applicant is not None
    hand_over(applicant_id=applicant.pk, by=filer_of(case), at=AT + timedelta(minutes=1))
    officer = printing.printer()
    letter = fetch_letters(batch=printing.batch(officer), part=1, by=officer.actor, at=AT).decode()
    assert letter.split()[1] == "－"
