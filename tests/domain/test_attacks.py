"""What an officer without the duty tries behind the doors: the acts ask again (OFFICE-01)."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.applicants import hand_over
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.actions.filing import submit, withdraw_application
from ccus.domain.applications.actions.review import add_finding, return_to_applicant
from ccus.domain.applications.checks.faults import ImageMissing, Incomplete
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.submissions import latest_contents
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.fees.actions import record_payment, set_tariff, waive
from ccus.domain.fees.terms import FeeKind
from ccus.domain.notices.actions import announce, withdraw_announcement
from tests.factories import applications as made
from tests.factories.officers import officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)
BEHIND_DUTIES: list[tuple[Duty, Callable[..., object]]] = [
    (Duty.ANNOUNCE, partial(announce, title="題", body="文", from_on=DAY)),
    (Duty.ANNOUNCE, partial(withdraw_announcement, announcement=1)),
    (Duty.FEES, partial(set_tariff, kind=FeeKind.REISSUE, amount=1, from_on=DAY)),
    (Duty.FEES, partial(record_payment, charge_id=1, paid_on=DAY)),
    (Duty.FEES, partial(waive, charge_id=1, note="理由")),
    (Duty.SWITCH, partial(set_opening, feature=Feature.RENEWAL, opens_on=DAY)),
]


def without(duty: Duty) -> Actor:
    return officer(*(other for other in Duty if other is not duty)).actor


@pytest.mark.parametrize(("duty", "act"), BEHIND_DUTIES)
def test_an_officer_does_nothing_of_a_duty_somebody_else_has(duty: Duty, act: Callable[..., object]) -> None:
    with pytest.raises(NotAllowed):
        act(by=without(duty), at=made.AT)


def test_only_the_review_files_for_somebody_else() -> None:
    case, by = made.opened(ApplicationKind.REGISTRATION), without(Duty.REVIEW)
    acts = (
        partial(open_application, kind=ApplicationKind.REGISTRATION, applicant=case.applicant_id),
        partial(save_section, number=case.number, section="birth", rows=[], version=0),
        partial(submit, number=case.number),
        partial(withdraw_application, number=case.number),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act(by=by, at=made.AT)


def test_no_officer_is_handed_the_password_of_a_worker() -> None:
    case = made.in_review()
    approve(number=case.number, by=made.reviewer(case), at=made.AT)
    with pytest.raises(NotAllowed):
        hand_over(applicant_id=case.applicant_id or 0, by=officer().actor, at=made.AT)


def test_a_closed_account_has_no_duty_any_more() -> None:
    me = officer()
    User.objects.filter(pk=me.account).update(closed_at=made.AT)
    with pytest.raises(NotAllowed):
        announce(title="題", body="文", from_on=DAY, by=me.actor, at=made.AT)


def test_an_image_that_somebody_else_handed_in_is_nobody_elses_paper() -> None:
    theirs = made.submitted()
    key = next(iter(latest_contents(theirs.pk)["identity"])).values["front"]
    mine = made.drafted()
    made.write(mine, {"identity": {"kind": "driving_licence", "front": str(key)}}, by=filer_of(mine))
    with pytest.raises(Incomplete) as told:
        submit(number=mine.number, by=filer_of(mine), at=made.AT)
    assert [type(fault.refusal) for fault in told.value.faults] == [ImageMissing]


def test_a_reissue_that_was_free_for_a_defect_stays_one_for_a_defect() -> None:
    typed = made.typed_for(ApplicationKind.REISSUE, SYSTEM)
    defect = {**typed, "reason": {"reason": "damaged", "is_defect": "on"}}
    new = made.worker_with_card(issued_at=made.AT)
    case = made.in_review(ApplicationKind.REISSUE, worker=new, typed=defect)
    add_finding(number=case.number, code="F01", by=made.reviewer(case), at=made.AT)
    return_to_applicant(number=case.number, by=made.reviewer(case), at=made.AT)
    made.write(case, {"reason": {"reason": "damaged"}}, by=filer_of(case))
    with pytest.raises(Incomplete) as told:
        submit(number=case.number, by=filer_of(case), at=made.AT)
    assert [fault.refusal.field for fault in told.value.faults] == ["is_defect"]
