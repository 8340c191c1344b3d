"""提出: nothing wrong, fees, what is told."""

from datetime import date, timedelta

import pytest

from ccus.domain.applications.actions.filing import confirm_payment, submit, waive_fee, withdraw_application
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.models import Application, Submission
from ccus.domain.applications.policies import AlreadyClosed, AlreadySubmitted, NotNow, filer_of
from ccus.domain.applications.reading import application_for, contents_of, faults_now
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.evidence.models import Evidence
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.workers.terms import Grade
from tests.factories import workers
from tests.factories.applications import (
    AT,
    DELIVERY,
    Typed,
    drafted,
    fresh,
    in_review,
    registration_typed,
    submitted,
    worker_with_card,
    write,
)
from tests.factories.officers import officer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def faults(case: Application) -> list[tuple[str, str | None]]:
    """(section, field) of everything that is wrong."""
    with pytest.raises(Incomplete) as told:
        submit(number=case.number, by=filer_of(case), at=AT)
    return [(fault.section, fault.refusal.field) for fault in told.value.faults]


def changed(case: Application, section: str, **raw: str) -> Application:
    """The case with another row in a section."""
    write(case, {section: raw}, by=filer_of(case))
    return case


def test_what_is_missing_is_listed_section_by_section() -> None:
    case = drafted(typed={})
    assert [section for section, _ in faults(case)] == [
        *("name", "birth", "status", "contact", "emergency", "photo", "identity"),
        *("insurance", "retirement", "trades", "delivery", "consent"),
    ]


def test_what_cannot_be_read_names_its_field() -> None:
    case = changed(drafted(), "contact", postcode="12", prefecture="13", town="港区", street="1", phone="12")
    assert faults(case) == [("contact", "postcode"), ("contact", "phone")]


def test_nothing_is_submitted_while_something_is_wrong() -> None:
    case = changed(drafted(), "birth", birth_on="2026-11-20")
    assert faults(case) == [("birth", "birth_on")]
    assert not Submission.objects.exists()
    assert fresh(case).state == State.DRAFT


def test_the_page_before_submitting_shows_the_same_faults() -> None:
    case = changed(drafted(), "birth", birth_on="")
    assert [fault.section for fault in faults_now(case.pk, at=AT)] == ["birth"]


def test_a_person_who_is_registered_cannot_register_again() -> None:
    workers.worker(birth_on=date(1995, 5, 5), name__official="山田 花子", name__kana="ヤマダ ハナコ")
    case = drafted()
    assert faults(case) == [("name", "official")]
    submit(number=case.number, by=officer().actor, at=AT)
    assert fresh(case).state == State.FEE_DUE


def test_a_company_that_is_not_registered_cannot_be_an_employer() -> None:
    raw = {"company": "12345678901234", "employment": "regular", "since": "2026-04-01"}
    assert faults(changed(drafted(), "affiliation", **raw)) == [("affiliation", "company")]


def test_an_image_of_somebody_else_cannot_be_handed_in() -> None:
    case = drafted()
    stranger = registration_typed(officer().actor)["photo"]
    assert faults(changed(case, "photo", **stranger)) == [("photo", "image")]


def test_an_empty_form_of_what_need_not_be_given_is_left_out() -> None:
    case = changed(drafted(), "blood", group="", rhesus="")
    submit(number=case.number, by=filer_of(case), at=AT)
    assert "blood" not in contents_of(case.pk)


def test_a_change_without_a_row_changes_nothing() -> None:
    assert faults(drafted(ApplicationKind.CHANGE, typed={})) == [("", None)]


def test_submitted_contents_are_kept_as_they_were_read() -> None:
    values = contents_of(submitted().pk)["contact"][0].values
    assert (values["phone"], values["postcode"]) == ("+819012345678", "1050001")


def test_images_are_kept_from_the_submission_on() -> None:
    submitted()
    assert not Evidence.objects.filter(kept_at__isnull=True).exists()


@pytest.mark.parametrize(("grade", "amount"), [(Grade.SIMPLE, 2500), (Grade.DETAILED, 4900)])
def test_a_registration_waits_for_the_fee_of_its_grade(grade: Grade, amount: int) -> None:
    case = submitted(grade=grade, is_settled=False)
    shown = application_for(filer_of(case), case.number)
    assert shown is not None
    assert shown.charge is not None
    assert (shown.state, shown.charge.amount) == (State.FEE_DUE, amount)


def test_a_change_costs_nothing_and_queues_at_once() -> None:
    case = submitted(ApplicationKind.CHANGE)
    assert (case.state, case.queued_at) == (State.SUBMITTED, AT)


def test_a_defective_card_is_reissued_for_nothing() -> None:
    typed: Typed = {"reason": {"reason": "unreadable", "is_defect": "1"}, "delivery": DELIVERY}
    new = worker_with_card(issued_at=AT - timedelta(days=59))
    assert (
        submitted(ApplicationKind.REISSUE, worker=new, typed=typed, is_settled=False).state == State.SUBMITTED
    )


def test_a_lost_card_is_not_a_defective_one() -> None:
    typed: Typed = {"reason": {"reason": "lost", "is_defect": "1"}, "delivery": DELIVERY}
    assert faults(drafted(ApplicationKind.REISSUE, typed=typed)) == [("reason", "is_defect")]


def test_a_colour_that_stays_is_not_applied_for() -> None:
    assert faults(drafted(ApplicationKind.COLOUR_CHANGE, typed={"delivery": DELIVERY})) == [("", None)]


def test_a_payment_brings_the_application_into_the_queue() -> None:
    case = submitted(is_settled=False)
    confirm_payment(number=case.number, paid_on=TODAY, by=officer().actor, at=AT)
    assert (fresh(case).state, fresh(case).queued_at) == (State.SUBMITTED, AT)


def test_a_payment_is_confirmed_once() -> None:
    case, by = submitted(is_settled=False), officer().actor
    confirm_payment(number=case.number, paid_on=TODAY, by=by, at=AT)
    with pytest.raises(NotNow):
        waive_fee(number=case.number, note="二重", by=by, at=AT)


def test_submitting_twice_says_that_it_was_submitted() -> None:
    case = submitted(ApplicationKind.CHANGE)
    with pytest.raises(AlreadySubmitted, match="審査待ち"):
        submit(number=case.number, by=filer_of(case), at=AT)


def test_an_application_in_the_queue_can_be_withdrawn() -> None:
    case = submitted(ApplicationKind.CHANGE)
    withdraw_application(number=case.number, by=filer_of(case), at=AT)
    assert (fresh(case).state, fresh(case).closed_at) == (State.WITHDRAWN, AT)


def test_an_application_in_review_cannot_be_withdrawn() -> None:
    case = in_review(ApplicationKind.CHANGE)
    with pytest.raises(NotNow, match="「審査中」なので、取下げはできません"):
        withdraw_application(number=case.number, by=filer_of(case), at=AT)


def test_what_is_closed_stays_closed() -> None:
    case = submitted(ApplicationKind.CHANGE)
    withdraw_application(number=case.number, by=filer_of(case), at=AT)
    with pytest.raises(AlreadyClosed):
        submit(number=case.number, by=filer_of(case), at=AT)


def test_whoever_submits_is_told_by_notice_and_mail() -> None:
    case = submitted(is_settled=False)
    title = f"料金のお支払いをお願いします（申請番号 {case.number}）"
    assert Notice.objects.get().title == title
    assert case.applicant is not None
    assert Mail.objects.filter(to=case.applicant.mail, subject__endswith=title).exists()
