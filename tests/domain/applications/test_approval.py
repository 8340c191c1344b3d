"""承認: what it does to the register, and what it refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from ccus.domain.accounts.actions import change_password
from ccus.domain.accounts.models import User
from ccus.domain.accounts.policies import InitialPasswordUsed
from ccus.domain.applications.actions.applicants import NotRegisteredYet, hand_over
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import save_section
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.actions.review import correct, return_to_applicant
from ccus.domain.applications.applying import ChangedMeanwhile
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import Application, Finding, Submission
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.reading import application_for, filed_by
from ccus.domain.applications.terms import NEXT_CARD, ApplicationKind, Operation, State
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact
from ccus.domain.workers.models import AffiliationRequest, Withdrawal, Worker
from ccus.domain.workers.registered import registered
from ccus.domain.workers.terms import Grade
from tests.factories import companies, workers
from tests.factories.applications import (
    AT,
    applicant,
    drafted,
    found_different,
    fresh,
    in_review,
    opened,
    reviewer,
    take_in_hand,
    worker_with_card,
)
from tests.factories.officers import officer
from tests.factories.personas import person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
TRAINING = {"name": "安全大会", "organiser": "元請会", "completed": "2026-04-01"}


def approved(case: Application) -> Application:
    approve(number=case.number, by=reviewer(case), at=AT)
    return fresh(case)


def standing(worker: Worker, key: str) -> list[dict[str, object]]:
    return [dict(row.values) for row in registered(worker.pk, on=TODAY, keys=[key])[key]]


def with_training() -> tuple[Worker, int]:
    """A worker with one training, and the key of that fact."""
    worker = worker_with_card()
    enter_fact(worker=worker, key="training", values=TRAINING, by=SYSTEM, at=AT)
    return worker, registered(worker.pk, on=TODAY, keys=["training"])["training"][0].id


def change_of(worker: Worker, row: DraftRow, section: str = "training") -> Application:
    """A change in review that consists of one row."""
    case = opened(ApplicationKind.CHANGE, worker=worker)
    save_section(number=case.number, section=section, rows=[row], version=0, by=person(worker), at=AT)
    submit(number=case.number, by=person(worker), at=AT)
    return take_in_hand(fresh(case))


@pytest.mark.parametrize("kind", list(ApplicationKind))
def test_an_application_of_every_kind_goes_its_whole_way(kind: ApplicationKind) -> None:
    case = approved(in_review(kind))
    assert (case.state, case.closed_at) == (State.APPROVED, AT)


def test_an_approved_registration_is_a_worker_with_every_block_and_a_card() -> None:
    case = approved(in_review(grade=Grade.DETAILED))
    worker = Worker.objects.get(applicant=case.applicant_id)
    facts = registered(worker.pk, on=TODAY)
    assert facts["name"][0].values["kana"] == "ヤマダ ハナコ"
    assert facts["name"][0].values["official_source"] == "driving_licence"
    assert facts["contact"][0].values["phone"] == "+819012345678"
    assert facts["trades"][0].values["trade_2"] == "34-01"
    assert {key for key, rows in facts.items() if rows} >= {"photo", "core", "health", "insurance", "blood"}
    assert Card.objects.get(worker=worker).colour == "gold"


def test_the_new_worker_is_told_that_the_registration_is_complete() -> None:
    case = approved(in_review())
    worker = Worker.objects.get(applicant=case.applicant_id)
    notices = Notice.objects.filter(title="技能者情報新規登録完了のお知らせ")
    mail = Mail.objects.get(subject__endswith="技能者情報新規登録完了のお知らせ")
    assert case.applicant is not None
    assert {notice.account_id for notice in notices} == {worker.account_id, case.applicant.account_id}
    assert all(worker.number in notice.body for notice in notices)
    assert worker.number in mail.body


def test_the_registration_stays_readable_with_the_new_id() -> None:
    case = approved(in_review())
    worker = Worker.objects.get(applicant=case.applicant_id)
    assert [shown.worker_number for shown in filed_by(person(worker))] == [worker.number]


def test_an_employer_named_at_registration_is_asked() -> None:
    firm = companies.company()
    case = drafted()
    raw = {"company": firm.number, "is_main": "1", "employment": "regular", "since": "2026-04-01"}
    row = DraftRow("1", raw)
    save_section(number=case.number, section="affiliation", rows=[row], version=0, by=filer_of(case), at=AT)
    submit(number=case.number, by=filer_of(case), at=AT)
    approved(take_in_hand(fresh(case)))
    assert AffiliationRequest.objects.get().company == firm


def test_a_short_card_is_for_whoever_has_an_employers_certificate_only() -> None:
    case = in_review()
    correct(
        number=case.number,
        section="identity",
        row="1",
        field="kind",
        raw="employer_certificate",
        comment="書類の種類",
        by=reviewer(case),
        at=AT,
    )
    approved(case)
    assert Card.objects.get().expires_on == date(2029, 5, 5)


def test_a_namesake_whose_documents_the_office_has_seen_is_registered() -> None:
    namesake = workers.worker(
        birth_on=date(1995, 5, 5), name__official="山田 花子", name__kana="ヤマダ ハナコ"
    )
    case = drafted()
    submit(number=case.number, by=officer().actor, at=AT)
    approved(found_different(take_in_hand(fresh(case)), namesake.number))
    assert Worker.objects.filter(birth_on=date(1995, 5, 5)).count() == 2


def test_what_a_change_adds_is_registered() -> None:
    case = approved(in_review(ApplicationKind.CHANGE))
    assert case.worker is not None
    assert standing(case.worker, "contact")[0]["town"] == "港区虎ノ門"


def test_a_change_names_the_fact_that_it_is_about() -> None:
    worker, base = with_training()
    raw = {**TRAINING, "name": "安全衛生大会"}
    approved(change_of(worker, DraftRow("1", raw, Operation.CHANGE, base)))
    assert [row["name"] for row in standing(worker, "training")] == ["安全衛生大会"]


def test_one_fact_can_be_removed_by_itself() -> None:
    worker, base = with_training()
    enter_fact(worker=worker, key="training", values={**TRAINING, "name": "別"}, by=SYSTEM, at=AT)
    approved(change_of(worker, DraftRow("1", {}, Operation.REMOVE, base)))
    assert [row["name"] for row in standing(worker, "training")] == ["別"]


def test_what_everybody_must_have_cannot_be_removed() -> None:
    worker = worker_with_card()
    base = registered(worker.pk, on=TODAY, keys=["name"])["name"][0].id
    with pytest.raises(Incomplete) as told:
        change_of(worker, DraftRow("1", {}, Operation.REMOVE, base), section="name")
    assert "氏名は消せません" in told.value.faults[0].refusal.sentence


def test_a_fact_of_somebody_else_cannot_be_removed() -> None:
    _, foreign = with_training()
    with pytest.raises(Incomplete):
        change_of(worker_with_card(), DraftRow("1", {}, Operation.REMOVE, foreign))


def test_what_the_register_would_refuse_is_said_before_submitting() -> None:
    worker, _ = with_training()
    with pytest.raises(Incomplete) as told:
        change_of(worker, DraftRow("1", TRAINING))
    assert told.value.faults[0].section == "training"
    assert [row["name"] for row in standing(worker, "training")] == ["安全大会"]


def test_a_returned_case_lives_on_when_a_section_is_not_asked_any_more() -> None:
    case = in_review(ApplicationKind.CHANGE)
    contents = case.submissions.get().contents | {
        "gone": [{"key": "1", "op": "add", "base": None, "values": {}}]
    }
    Submission.objects.create(application=case, ordinal=2, contents=contents, at=AT, by="system:0")
    Finding.objects.create(application=case, section="gone", code_id="X99", sentence="直す", at=AT, by="x")
    return_to_applicant(number=case.number, by=reviewer(case), at=AT)
    submit(number=case.number, by=filer_of(case), at=AT)
    approved(take_in_hand(fresh(case)))


def test_an_approval_of_something_that_changed_meanwhile_does_nothing() -> None:
    worker, base = with_training()
    case = change_of(worker, DraftRow("1", {}, Operation.REMOVE, base))
    other = {**TRAINING, "name": "先に変わった"}
    change_fact(worker=worker, key="training", base=base, values=other, by=SYSTEM, at=AT)
    with pytest.raises(ChangedMeanwhile, match="研修受講履歴"):
        approve(number=case.number, by=reviewer(case), at=AT)
    assert fresh(case).state == State.IN_REVIEW
    assert [row["name"] for row in standing(worker, "training")] == ["先に変わった"]


def test_a_fact_that_was_removed_meanwhile_is_not_changed() -> None:
    worker, base = with_training()
    case = change_of(worker, DraftRow("1", TRAINING, Operation.CHANGE, base))
    remove_fact(worker=worker, key="training", base=base, by=SYSTEM, at=AT)
    with pytest.raises(ChangedMeanwhile):
        approve(number=case.number, by=reviewer(case), at=AT)


def test_a_core_worker_gets_a_gold_card_instead_of_the_white_one() -> None:
    case = approved(in_review(ApplicationKind.COLOUR_CHANGE))
    old, new = Card.objects.filter(worker=case.worker_id).order_by("serial")
    assert (old.colour, new.colour, new.expires_on) == ("white", "gold", old.expires_on)
    assert CardRevocation.objects.get().card == old


@pytest.mark.parametrize("kind", sorted(NEXT_CARD))
def test_whoever_gets_another_card_is_told_that_the_old_one_has_ended(kind: ApplicationKind) -> None:
    approved(in_review(kind))
    news = Notice.objects.get(title__startswith="新しいカードをつくります")
    assert "今までのカードは、もう使えません" in news.body


def test_a_renewed_card_counts_its_years_anew() -> None:
    case = approved(in_review(ApplicationKind.RENEWAL))
    new = Card.objects.filter(worker=case.worker_id).latest("serial")
    assert (new.serial, new.expires_on) == (2, date(2036, 6, 15))


def test_an_upgraded_worker_holds_what_only_the_detailed_grade_holds() -> None:
    case = approved(in_review(ApplicationKind.UPGRADE))
    assert case.worker is not None
    assert standing(case.worker, "health")[0]["checked"] == "2026-05-01"


def test_whoever_left_is_told_and_out_of_the_register() -> None:
    case = approved(in_review(ApplicationKind.WITHDRAWAL))
    assert Withdrawal.objects.get().worker_id == case.worker_id
    assert Notice.objects.filter(title__startswith="退会の手続きが終わりました").exists()


@pytest.mark.parametrize("kind", [ApplicationKind.CHANGE, ApplicationKind.REGISTRATION])
def test_a_correction_is_named_in_what_the_applicant_hears(kind: ApplicationKind) -> None:
    case = in_review(kind)
    correct(
        number=case.number,
        section="contact",
        row="1",
        field="town",
        raw="千代田区",
        comment="住民票のとおり",
        by=reviewer(case),
        at=AT,
    )
    approved(case)
    told = Notice.objects.filter(title__contains="一部なおして", body__contains="連絡先：市区町村・町名")
    assert told.exists()
    shown = application_for(filer_of(case), case.number)
    assert shown is not None
    assert shown.corrections[0].comment == "住民票のとおり"


def test_the_applicant_login_hands_over_a_fresh_initial_password() -> None:
    case = approved(in_review())
    key = case.applicant_id or 0
    first, second = (hand_over(applicant_id=key, by=filer_of(case), at=AT) for _ in range(2))
    account = Worker.objects.get(applicant=key).account
    assert account is not None
    assert not account.check_password(first)
    assert account.check_password(second)


def test_nothing_is_handed_over_once_the_worker_has_a_password() -> None:
    case = approved(in_review())
    worker = Worker.objects.get(applicant=case.applicant_id)
    assert worker.account is not None
    change_password(
        account=worker.account, new="kumitate no asa 5ji", birth_on=None, by=person(worker), at=AT
    )
    with pytest.raises(InitialPasswordUsed):
        hand_over(applicant_id=case.applicant_id or 0, by=filer_of(case), at=AT)


def test_before_the_approval_there_is_nothing_to_hand_over() -> None:
    case = in_review()
    with pytest.raises(NotRegisteredYet):
        hand_over(applicant_id=case.applicant_id or 0, by=filer_of(case), at=AT)


def test_nobody_is_handed_the_password_of_somebody_else() -> None:
    case, other = in_review(), in_review()
    with pytest.raises(NotAllowed):
        hand_over(applicant_id=case.applicant_id or 0, by=filer_of(other), at=AT)


def test_nothing_is_handed_over_even_after_the_office_gave_a_new_initial_password() -> None:
    case = approved(in_review())
    worker = Worker.objects.get(applicant=case.applicant_id)
    assert worker.account is not None
    change_password(
        account=worker.account, new="kumitate no asa 5ji", birth_on=None, by=person(worker), at=AT
    )
    User.objects.filter(pk=worker.account.pk).update(initial_password_until=AT + timedelta(days=60))
    with pytest.raises(InitialPasswordUsed):
        hand_over(applicant_id=case.applicant_id or 0, by=filer_of(case), at=AT)


def test_the_day_of_the_first_own_password_is_said_once() -> None:
    User.objects.filter(pk=applicant().account_id).update(own_password_at=AT)
    with pytest.raises(IntegrityError, match="own_password_at"):
        User.objects.update(own_password_at=None)
