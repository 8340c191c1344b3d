"""審査: a case in one hand, findings, return, correction, rejection."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.actions.review import (
    FindingTwice,
    FindingUnknown,
    NothingFound,
    WordsMissing,
    add_finding,
    correct,
    drop_finding,
    reject,
    release,
    return_to_applicant,
    take,
)
from ccus.domain.applications.checks.faults import CompanyUnknown
from ccus.domain.applications.corrections import NotMendable
from ccus.domain.applications.models import Application, CorrectionNote, Finding, ReviewHold
from ccus.domain.applications.policies import HoldRanOut, NotTaken, TakenByAnother, filer_of
from ccus.domain.applications.reading import application_for, contents_of, draft_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.notices.models import Notice
from ccus.foundation.refusals import Refusal
from tests.factories import companies
from tests.factories.applications import AT, CONTACT, fresh, in_review, reviewer, submitted, write
from tests.factories.officers import officer

pytestmark = pytest.mark.django_db
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def case() -> Application:
    return in_review(ApplicationKind.CHANGE)


def find(case: Application, **place: str) -> int:
    place = {"section": "contact", "row": "1", "field": "phone"} | place
    return add_finding(number=case.number, code="F01", by=reviewer(case), at=AT, **place)


def returned(case: Application) -> Application:
    find(case)
    return_to_applicant(number=case.number, by=reviewer(case), at=AT)
    return fresh(case)


def mend(case: Application, field: str, raw: str, *, section: str = "contact") -> None:
    correct(
        number=case.number,
        section=section,
        row="1",
        field=field,
        raw=raw,
        comment="書類に合わせました",
        by=reviewer(case),
        at=AT,
    )


def test_a_case_in_hand_is_not_taken_by_another(case: Application) -> None:
    with pytest.raises(TakenByAnother, match="審査 花子さんが担当しています（12:30まで）"):
        take(number=case.number, by=officer().actor, at=AT)


def test_after_half_an_hour_anybody_may_take_a_case_over(case: Application) -> None:
    other = officer()
    take(number=case.number, by=other.actor, at=AT + HALF_AN_HOUR)
    assert ReviewHold.objects.get().officer_id == other.officer
    assert fresh(case).steps == case.steps


def test_every_act_of_review_keeps_the_case_for_another_half_hour(case: Application) -> None:
    later = AT + timedelta(minutes=20)
    add_finding(number=case.number, code="X99", by=reviewer(case), at=later)
    assert ReviewHold.objects.get().until == later + HALF_AN_HOUR


def test_an_officer_acts_only_on_a_case_in_hand(case: Application) -> None:
    with pytest.raises(TakenByAnother):
        reject(number=case.number, reason="対象外", by=officer().actor, at=AT)
    with pytest.raises(NotTaken):
        reject(number=case.number, reason="対象外", by=officer().actor, at=AT + HALF_AN_HOUR)


def test_only_officers_with_the_duty_review() -> None:
    with pytest.raises(NotAllowed):
        take(number=submitted(ApplicationKind.CHANGE).number, by=officer(Duty.FEES).actor, at=AT)


def test_a_released_case_stands_in_the_queue_as_before(case: Application) -> None:
    release(number=case.number, by=reviewer(case), at=AT)
    assert (fresh(case).state, fresh(case).queued_at) == (State.SUBMITTED, case.queued_at)
    assert not ReviewHold.objects.exists()


def test_a_case_that_was_corrected_is_released_as_corrected(case: Application) -> None:
    back = returned(case)
    submit(number=back.number, by=filer_of(back), at=AT)
    by = officer().actor
    take(number=back.number, by=by, at=AT)
    release(number=back.number, by=by, at=AT)
    assert fresh(back).state == State.CORRECTED


def test_a_finding_without_words_says_what_its_code_says(case: Application) -> None:
    find(case)
    assert Finding.objects.get().sentence == "記入がありません。書類のとおりに記入してください。"


def test_the_same_finding_is_written_once(case: Application) -> None:
    find(case)
    with pytest.raises(FindingTwice, match="連絡先：電話番号"):
        find(case)


@pytest.mark.parametrize(
    "place", [{"section": "health"}, {"field": "shoe"}, {"section": "", "field": "phone"}]
)
def test_a_finding_names_a_place_of_the_application(case: Application, place: dict[str, str]) -> None:
    with pytest.raises(FindingUnknown):
        find(in_review(), **place)


def test_a_finding_can_be_taken_back_until_the_return(case: Application) -> None:
    key = find(case)
    drop_finding(number=case.number, finding=key, by=reviewer(case), at=AT)
    assert not Finding.objects.exists()
    with pytest.raises(NothingFound):
        return_to_applicant(number=case.number, by=reviewer(case), at=AT)


def test_the_applicant_sees_findings_from_the_return_on(case: Application) -> None:
    find(case)
    before = application_for(filer_of(case), case.number)
    return_to_applicant(number=case.number, by=reviewer(case), at=AT)
    after = application_for(filer_of(case), case.number)
    assert before is not None
    assert after is not None
    assert [len(shown.findings) for shown in (before, after)] == [0, 1]


def test_a_returned_case_is_mended_from_what_was_submitted(case: Application) -> None:
    back = returned(case)
    draft = draft_of(back.pk)["contact"]
    assert (draft.rows[0].raw["phone"], draft.version) == ("090-1234-5678", 2)
    assert back.state == State.RETURNED


def test_submitting_again_answers_every_finding(case: Application) -> None:
    back = returned(case)
    write(back, {"contact": {**CONTACT, "phone": "090-0000-0001"}}, by=filer_of(back))
    submit(number=back.number, by=filer_of(back), at=AT)
    assert Finding.objects.get().answered_at == AT
    assert fresh(back).state == State.CORRECTED
    assert contents_of(back.pk)["contact"][0].values["phone"] == "+819000000001"


def test_the_return_says_where_and_what_but_not_what_was_typed(case: Application) -> None:
    returned(case)
    body = Notice.objects.get(title__startswith="申請になおすところ").body
    assert "連絡先：電話番号 … 記入がありません" in body
    assert re.search("1234-?5678", body) is None


def test_the_office_mends_a_field_and_says_so(case: Application) -> None:
    mend(case, "postcode", "100-0001")
    note = CorrectionNote.objects.get()
    assert (note.before, note.after) == ("〒105-0001", "〒100-0001")
    assert contents_of(case.pk)["contact"][0].values["postcode"] == "1000001"
    assert case.submissions.count() == 2


def test_what_the_office_types_is_checked_like_anything_typed(case: Application) -> None:
    with pytest.raises(Refusal, match="郵便番号"):
        mend(case, "postcode", "1")


def test_the_office_cannot_name_an_employer_that_is_not_registered() -> None:
    raw = {"company": companies.company().number, "employment": "regular", "since": "2026-04-01"}
    case = in_review(ApplicationKind.CHANGE, typed={"affiliation": raw})
    with pytest.raises(CompanyUnknown):
        mend(case, "company", "12345678901234", section="affiliation")


def test_the_office_replaces_no_image() -> None:
    with pytest.raises(NotMendable, match="顔写真は、運営主体では直せません"):
        mend(in_review(), "image", "x", section="photo")


def test_a_rejection_needs_a_reason_that_the_applicant_reads(case: Application) -> None:
    with pytest.raises(WordsMissing):
        reject(number=case.number, reason=" ", by=reviewer(case), at=AT)
    reject(number=case.number, reason="ご本人ではありません", by=reviewer(case), at=AT)
    shown = application_for(filer_of(case), case.number)
    assert shown is not None
    assert (shown.state, shown.steps[-1].note) == (State.REJECTED, "ご本人ではありません")


def test_what_is_written_late_counts_but_nothing_is_decided_late(case: Application) -> None:
    later = AT + HALF_AN_HOUR
    for decide in (approve, partial(reject, reason="対象外")):
        with pytest.raises(HoldRanOut, match="取り直し"):
            decide(number=case.number, by=reviewer(case), at=later)
    add_finding(number=case.number, code="X99", by=reviewer(case), at=later)
    reject(number=case.number, reason="対象外", by=reviewer(case), at=later)
    assert fresh(case).state == State.REJECTED


def test_whoever_takes_the_case_again_may_decide(case: Application) -> None:
    later = AT + HALF_AN_HOUR
    take(number=case.number, by=reviewer(case), at=later)
    approve(number=case.number, by=reviewer(case), at=later)
    assert fresh(case).state == State.APPROVED


REVIEWING: list[Callable[..., object]] = [
    take,
    release,
    approve,
    return_to_applicant,
    partial(reject, reason="対象外"),
    partial(add_finding, code="X99"),
    partial(drop_finding, finding=1),
    partial(correct, section="contact", row="1", field="town", raw="港区", comment="書類のとおり"),
]


@pytest.mark.parametrize("act", REVIEWING)
def test_no_act_of_review_is_done_without_its_duty(case: Application, act: Callable[..., object]) -> None:
    Officer.objects.filter(pk=reviewer(case).id).update(
        duties=[duty for duty in Duty if duty is not Duty.REVIEW]
    )
    with pytest.raises(NotAllowed):
        act(number=case.number, by=reviewer(case), at=AT)
