"""Two people press at once: one wins, the other is told. Two connections, in either order."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import SavedElsewhere, open_application, save_section
from ccus.domain.applications.actions.filing import confirm_payment, submit, withdraw_application
from ccus.domain.applications.actions.review import (
    FindingTwice,
    add_finding,
    correct,
    return_to_applicant,
    take,
)
from ccus.domain.applications.applying import ChangedMeanwhile
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import (
    Application,
    ApplicationStep,
    CorrectionNote,
    DraftSection,
    Finding,
    ReviewHold,
    Submission,
)
from ccus.domain.applications.path import MovedMeanwhile, move
from ccus.domain.applications.policies import (
    AlreadyClosed,
    AlreadySubmitted,
    FeeOpen,
    NotNow,
    TakenByAnother,
    filer_of,
)
from ccus.domain.applications.suspects import SuspicionStands
from ccus.domain.applications.terms import ApplicationKind, Operation, State
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.cards.models import Card
from ccus.domain.fees.actions import take_back_payment
from ccus.domain.fees.models import Settlement
from ccus.domain.workers.actions.registered import change_fact, enter_fact
from ccus.domain.workers.models import Contact, DifferentPersons, Worker
from ccus.domain.workers.registered import registered
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories.applications import (
    AT,
    CONTACT,
    drafted,
    found_different,
    fresh,
    in_review,
    opened,
    reviewer,
    row,
    submitted,
    take_in_hand,
    worker_with_card,
)
from tests.factories.officers import officer, two
from tests.factories.personas import person

pytestmark = pytest.mark.usefixtures("fresh_database")
Press = Callable[[], object]


def submitting(case: Application) -> Press:
    return partial(submit, number=case.number, by=filer_of(case), at=AT)


def withdrawing(case: Application) -> Press:
    return partial(withdraw_application, number=case.number, by=filer_of(case), at=AT)


def approving(case: Application) -> Press:
    return partial(approve, number=case.number, by=reviewer(case), at=AT)


def returning(case: Application) -> Press:
    return partial(return_to_applicant, number=case.number, by=reviewer(case), at=AT)


def correcting(case: Application, field: str = "town", raw: str = "千代田区") -> Press:
    place = {"section": "contact", "row": "1", "field": field, "raw": raw, "comment": "住民票"}
    return partial(correct, number=case.number, by=reviewer(case), at=AT, **place)


def taking(case: Application) -> Press:
    return partial(take, number=case.number, by=officer().actor, at=AT)


def saving(case: Application, town: str, version: int) -> Press:
    rows = [row({**CONTACT, "town": town})]
    by = filer_of(case)
    return partial(
        save_section, number=case.number, section="contact", rows=rows, version=version, by=by, at=AT
    )


def test_of_two_presses_of_submit_one_submits() -> None:
    case = drafted()
    assert isinstance(contested(submitting(case), submitting(case)), AlreadySubmitted)
    assert (Submission.objects.count(), ApplicationStep.objects.count()) == (1, 1)


def test_without_the_lock_the_step_itself_lets_one_submit() -> None:
    case, other = drafted(ApplicationKind.CHANGE), fresh(Application.objects.get())
    first = partial(move, case, State.SUBMITTED, by=SYSTEM, at=AT)
    second = partial(move, other, State.SUBMITTED, by=SYSTEM, at=AT)
    assert isinstance(contested(first, second), MovedMeanwhile)
    assert ApplicationStep.objects.count() == 1


def test_of_two_devices_that_save_one_version_one_is_told() -> None:
    case = drafted(ApplicationKind.CHANGE)
    told = contested(saving(case, "新宿区", 1), saving(case, "渋谷区", 1))
    assert isinstance(told, SavedElsewhere)
    assert DraftSection.objects.get().rows[0]["raw"]["town"] == "新宿区"


def test_of_two_devices_that_save_for_the_first_time_one_is_told() -> None:
    case = opened(ApplicationKind.CHANGE)
    assert isinstance(contested(saving(case, "新宿区", 0), saving(case, "渋谷区", 0)), SavedElsewhere)
    assert DraftSection.objects.get().rows[0]["raw"]["town"] == "新宿区"


def test_what_is_saved_while_it_is_submitted_is_told_that_it_is_too_late() -> None:
    case = drafted(ApplicationKind.CHANGE)
    assert isinstance(contested(submitting(case), saving(case, "渋谷区", 1)), AlreadySubmitted)


def test_of_two_devices_that_open_an_application_both_get_the_same_one() -> None:
    worker = worker_with_card()
    opening = partial(
        open_application, kind=ApplicationKind.CHANGE, worker=worker.pk, by=person(worker), at=AT
    )
    assert contested(opening, opening) is None
    assert Application.objects.count() == 1


def test_of_two_officers_who_take_a_case_one_has_it() -> None:
    case = submitted(ApplicationKind.CHANGE)
    assert isinstance(contested(taking(case), taking(case)), TakenByAnother)
    assert ReviewHold.objects.count() == 1


def test_of_two_presses_of_approve_one_approves() -> None:
    case = in_review(ApplicationKind.REISSUE)
    assert isinstance(contested(approving(case), approving(case)), AlreadyClosed)
    assert Card.objects.count() == 2


def test_whoever_withdraws_while_it_is_approved_is_told_so() -> None:
    case = in_review(ApplicationKind.CHANGE)
    assert isinstance(contested(approving(case), withdrawing(case)), AlreadyClosed)
    assert fresh(case).state == State.APPROVED


def test_an_officer_who_takes_what_is_being_withdrawn_is_told() -> None:
    case = submitted(ApplicationKind.CHANGE)
    assert isinstance(contested(withdrawing(case), taking(case)), AlreadyClosed)


def test_whoever_withdraws_what_is_being_taken_is_told() -> None:
    case = submitted(ApplicationKind.CHANGE)
    assert isinstance(contested(taking(case), withdrawing(case)), NotNow)
    assert fresh(case).state == State.IN_REVIEW


def found(case: Application) -> Application:
    """The case, with a finding written."""
    add_finding(number=case.number, code="X99", by=reviewer(case), at=AT)
    return case


def test_what_is_being_returned_is_not_approved() -> None:
    case = found(in_review(ApplicationKind.CHANGE))
    assert isinstance(contested(returning(case), approving(case)), NotNow)
    assert fresh(case).state == State.RETURNED


def test_what_is_being_approved_is_not_returned() -> None:
    case = found(in_review(ApplicationKind.CHANGE))
    assert isinstance(contested(approving(case), returning(case)), AlreadyClosed)
    assert Finding.objects.get().returned_at is None


def test_whoever_withdraws_what_the_office_corrects_is_told() -> None:
    case = in_review(ApplicationKind.CHANGE)
    assert isinstance(contested(correcting(case), withdrawing(case)), NotNow)
    assert CorrectionNote.objects.count() == 1


def test_two_corrections_at_once_are_both_in_the_contents() -> None:
    case = in_review(ApplicationKind.CHANGE)
    assert contested(correcting(case), correcting(case, "street", "9番9号")) is None
    values = Submission.objects.latest("ordinal").contents["contact"][0]["values"]
    assert (values["town"], values["street"]) == ("千代田区", "9番9号")


def test_the_same_finding_written_twice_at_once_is_written_once() -> None:
    case = in_review(ApplicationKind.CHANGE)
    write = partial(add_finding, number=case.number, code="X99", by=reviewer(case), at=AT)
    assert isinstance(contested(write, write), FindingTwice)


def test_a_payment_confirmed_twice_at_once_is_recorded_once() -> None:
    case = submitted(is_settled=False)
    pay = partial(confirm_payment, number=case.number, paid_on=AT.date(), by=officer().actor, at=AT)
    assert isinstance(contested(pay, pay), NotNow)
    assert Settlement.objects.count() == 1


def test_what_is_open_again_is_not_approved_beside_it() -> None:
    case = submitted(ApplicationKind.REISSUE, is_settled=False)
    confirm_payment(number=case.number, paid_on=AT.date(), by=SYSTEM, at=AT)
    held = take_in_hand(fresh(case))
    owed = Settlement.objects.get().charge_id
    back = partial(take_back_payment, charge_id=owed, words="別の方の入金", by=two(Duty.FEES), at=AT)
    assert isinstance(contested(back, approving(held)), FeeOpen)
    assert fresh(case).state == State.IN_REVIEW


def test_one_person_who_applied_twice_is_registered_once() -> None:
    first, second = in_review(), in_review()
    found_different(first, second.number)
    assert isinstance(contested(approving(first), approving(second)), SuspicionStands)
    assert fresh(second).state == State.IN_REVIEW
    assert Worker.objects.count() == 1


def test_namesakes_approved_at_once_are_kept_as_two_people() -> None:
    first, second = in_review(), in_review()
    found_different(first, second.number)
    found_different(second, first.number)
    assert contested(approving(first), approving(second)) is None
    assert DifferentPersons.objects.count() == 1


def test_an_officer_whose_half_hour_is_over_does_not_act_beside_the_next() -> None:
    case = in_review(ApplicationKind.CHANGE)
    late = AT + timedelta(hours=1)
    old = partial(approve, number=case.number, by=reviewer(case), at=late)
    take_over = partial(take, number=case.number, by=officer().actor, at=late)
    assert isinstance(contested(take_over, old), TakenByAnother)
    assert fresh(case).state == State.IN_REVIEW


def change_of_contact(worker: Worker, by: Actor) -> Application:
    """A change in review of the contact that stands."""
    base = registered(worker.pk, on=AT.date(), keys=["contact"])["contact"][0].id
    case = opened(ApplicationKind.CHANGE, worker=worker)
    rows = [DraftRow("1", {**CONTACT, "town": "新宿区"}, Operation.CHANGE, base)]
    save_section(number=case.number, section="contact", rows=rows, version=0, by=by, at=AT)
    submit(number=case.number, by=by, at=AT)
    return take_in_hand(fresh(case))


def test_an_approval_beside_a_change_of_the_same_fact_is_refused_whole(fresh_database: Databases) -> None:
    worker = worker_with_card()
    values = {**CONTACT, "postcode": "1050001", "phone": "+819012345678"}
    enter_fact(worker=worker, key="contact", values=values, by=SYSTEM, at=AT)
    case = change_of_contact(worker, person(worker))
    base = Contact.objects.get(superseded_at__isnull=True).pk
    other = partial(
        change_fact,
        worker=worker,
        key="contact",
        base=base,
        values={**values, "town": "渋谷区"},
        by=SYSTEM,
        at=AT,
    )
    assert isinstance(contested(other, approving(case)), ChangedMeanwhile)
    assert fresh(case).state == State.IN_REVIEW
    assert Contact.objects.get(superseded_at__isnull=True).town == "渋谷区"
