"""事業者の申請: registered, changed, renewed through the one mechanism (REG-20 to REG-27)."""

from datetime import UTC, date, datetime

import pytest

from ccus.domain.accounts.actions import change_password
from ccus.domain.accounts.models import User
from ccus.domain.applications.actions.applicants import hand_over
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import (
    AlreadyHasId,
    KindNotOffered,
    open_application,
    save_section,
)
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.applicants import applicant_of
from ccus.domain.applications.applying import ChangedMeanwhile
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import Applicant, Application
from ccus.domain.applications.reading import application_for, case
from ccus.domain.applications.terms import ApplicationKind, Operation, State
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.actions.facts import change_company_fact
from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.policies import RenewalTooEarly, valid_until
from ccus.domain.companies.registered import company_facts
from ccus.domain.companies.seats import SeatMe, seat_of
from ccus.domain.companies.terms import Role
from ccus.domain.fees.models import Charge
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.workers.models import Affiliation, Worker
from tests.factories import firms
from tests.factories.applications import (
    AT,
    Typed,
    company_typed,
    fresh,
    image,
    in_review,
    opened,
    reviewer,
    row,
    submitted,
    take_in_hand,
    worker_with_card,
    write,
)
from tests.factories.personas import person
from tests.factories.seats import actor_of, seat

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
REGISTRATION = ApplicationKind.COMPANY_REGISTRATION


def approved(held: Application) -> Application:
    approve(number=held.number, by=reviewer(held), at=AT)
    return fresh(held)


def registered() -> tuple[Applicant, Company]:
    """足場建設, registered by an applicant."""
    applicant = approved(in_review(REGISTRATION)).applicant
    assert applicant is not None
    assert applicant.company is not None
    return applicant, applicant.company


def of_sole(worker: Worker) -> Application:
    """A one-person business that its worker files, in review."""
    by = person(worker)
    held = open_application(kind=REGISTRATION, worker=worker.pk, by=by, at=AT)
    write(held, company_typed(by, "sole"), by=by)
    submit(number=held.number, by=by, at=AT)
    return take_in_hand(fresh(held))


def faults_of(held: Application, by: Actor) -> set[tuple[str, str]]:
    with pytest.raises(Incomplete) as refused:
        submit(number=held.number, by=by, at=AT)
    return {(fault.section, type(fault.refusal).__name__) for fault in refused.value.faults}


def test_an_approved_company_has_its_facts_and_five_years() -> None:
    _, company = registered()
    facts = company_facts(company.pk, on=TODAY)
    assert (company.name, company.number[-2:]) == ("株式会社足場建設", "22")
    assert facts["identity"][0].values["corporate_number"] == firms.CORPORATE_NUMBER
    assert facts["licences"][0].values["expires"] == "2029-03-31"
    assert valid_until(company.pk) == date(2031, 12, 1)


def test_who_answers_for_the_company_signs_in_with_its_number() -> None:
    applicant, company = registered()
    chief = Seat.objects.get(company=company)
    assert (chief.role, chief.name, chief.account.login_id) == (Role.CHIEF, "登録 花子", company.number)
    initial = hand_over(applicant_id=applicant.pk, by=Actor(ActorKind.APPLICANT, applicant.pk), at=AT)
    assert User.objects.get(login_id=company.number).check_password(initial)


def test_the_applicant_login_is_over_when_the_company_has_its_password() -> None:
    applicant, company = registered()
    me = applicant_of(applicant.account_id)
    assert me is not None
    assert not me.is_over
    account = User.objects.get(login_id=company.number)
    change_password(account=account, new="ashiba-to-aoi-sora", birth_on=None, by=SYSTEM, at=AT)
    over = applicant_of(applicant.account_id)
    assert over is not None
    assert over.is_over


def test_the_applicant_is_told_the_number_of_the_company() -> None:
    applicant, company = registered()
    assert company.number in Notice.objects.filter(account=applicant.account_id).latest("pk").body
    assert Mail.objects.filter(to=applicant.mail, subject__contains="事業者登録完了").exists()


def test_a_registration_costs_by_capital_and_its_id_by_the_year() -> None:
    registered()
    amounts = dict(Charge.objects.values_list("kind", "amount"))
    assert amounts == {"company_from_10m": 24_000, "manager_id": 11_400}


def test_a_one_person_business_is_its_workers_own_account_and_employer() -> None:
    worker = worker_with_card()
    approved(of_sole(worker))
    chief = Seat.objects.select_related("company").get(account=worker.account)
    assert chief.company.is_sole_proprietor
    assert Affiliation.objects.filter(worker=worker, company=chief.company, is_main=True).exists()
    assert not Charge.objects.filter(kind__startswith="company").exists()


def test_a_one_person_business_changes_what_is_registered_about_it() -> None:
    worker = worker_with_card()
    approved(of_sole(worker))
    company = Seat.objects.get(account=worker.account).company_id
    by = person(worker)
    held = open_application(kind=ApplicationKind.COMPANY_CHANGE, company=company, by=by, at=AT)
    assert application_for(by, held.number) is not None


def test_a_worker_registers_no_second_business() -> None:
    worker = worker_with_card()
    approved(of_sole(worker))
    with pytest.raises(AlreadyHasId, match="株式会社足場建設"):
        open_application(kind=REGISTRATION, worker=worker.pk, by=person(worker), at=AT)


def test_a_worker_registers_no_corporation_with_the_own_number() -> None:
    worker = worker_with_card()
    held = open_application(kind=REGISTRATION, worker=worker.pk, by=person(worker), at=AT)
    write(held, company_typed(person(worker)), by=person(worker))
    assert ("identity", "NotSole") in faults_of(held, person(worker))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"capital": {}}, ("capital", "CapitalMissing")),
        ({"licences": None}, ("licences", "LicencesUnclear")),
        ({"licensing": {"held": "none"}}, ("licensing", "LicencesUnclear")),
        ({"proofs": None}, ("proofs", "SectionMissing")),
        ({"identity": {"corporate_number": "7000012050003"}}, ("identity", "CorporateNumberWrong")),
    ],
)
def test_what_a_registration_lacks_is_said_before_it_is_submitted(
    changed: dict[str, dict[str, str] | None], fault: tuple[str, str]
) -> None:
    held = opened(REGISTRATION)
    by = Actor(ActorKind.APPLICANT, held.applicant_id or 0)
    typed: Typed = company_typed(by)
    for section, values in changed.items():
        typed[section] = {} if not values else typed[section] | values
        if values is None:
            del typed[section]
    write(held, typed, by=by)
    assert fault in faults_of(held, by)


def test_an_applicant_for_a_company_registers_no_worker() -> None:
    applicant = opened(REGISTRATION).applicant
    assert applicant is not None
    by = Actor(ActorKind.APPLICANT, applicant.pk)
    with pytest.raises(KindNotOffered):
        open_application(kind=ApplicationKind.REGISTRATION, applicant=applicant.pk, by=by, at=AT)


def test_a_change_of_one_of_the_seven_items_needs_a_document() -> None:
    held = opened(ApplicationKind.COMPANY_CHANGE)
    assert held.company is not None
    by = actor_of(seat_of_chief(held.company))
    write(held, {"identity": {**firms.TYPED["identity"], "representative": "足場 二郎"}}, by=by)
    assert faults_of(held, by) == {("proofs", "ProofMissing")}
    write(held, {"proofs": proof(held.company, "company_register")}, by=by)
    submit(number=held.number, by=by, at=AT)
    approved(take_in_hand(fresh(held)))
    assert company_facts(held.company.pk, on=TODAY)["identity"][0].values["representative"] == "足場 二郎"


def test_a_change_of_anything_else_needs_no_document() -> None:
    held = approved(in_review(ApplicationKind.COMPANY_CHANGE))
    assert held.state == State.APPROVED


def test_a_licence_is_added_and_another_taken_away() -> None:
    held = opened(ApplicationKind.COMPANY_CHANGE)
    assert held.company is not None
    by = actor_of(seat_of_chief(held.company))
    base = company_facts(held.company.pk, on=TODAY)["licences"][0].id
    rows = [DraftRow("f1", {}, Operation.REMOVE, base), row(firms.TYPED["licences"] | {"trade": "12"}, "n1")]
    save_section(number=held.number, section="licences", rows=rows, version=0, by=by, at=AT)
    write(held, {"proofs": proof(held.company, "licence_notice")}, by=by)
    submit(number=held.number, by=by, at=AT)
    approved(take_in_hand(fresh(held)))
    licences = company_facts(held.company.pk, on=TODAY)["licences"]
    assert [licence.values["trade"] for licence in licences] == ["12"]


def test_a_renewal_adds_five_years_and_costs_by_what_is_registered() -> None:
    held = approved(in_review(ApplicationKind.COMPANY_RENEWAL))
    assert valid_until(held.company_id or 0) == date(2032, 5, 1)
    assert list(Charge.objects.values_list("kind", flat=True)) == ["company_from_10m"]


def test_a_renewal_is_not_begun_before_its_six_months() -> None:
    company = firms.registered(at=datetime(2024, 4, 15, 3, tzinfo=UTC))
    by = actor_of(seat(company))
    with pytest.raises(RenewalTooEarly, match="2028年11月1日"):
        open_application(kind=ApplicationKind.COMPANY_RENEWAL, company=company.pk, by=by, at=AT)


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_only_who_answers_for_a_company_files_for_it(role: Role) -> None:
    company = firms.registered()
    with pytest.raises(NotAllowed):
        open_application(
            kind=ApplicationKind.COMPANY_CHANGE, company=company.pk, by=actor_of(seat(company, role)), at=AT
        )


def test_nobody_of_another_company_sees_or_files_its_applications() -> None:
    held = opened(ApplicationKind.COMPANY_CHANGE)
    stranger = actor_of(seat(firms.registered()))
    assert application_for(stranger, held.number) is None
    with pytest.raises(NotAllowed):
        write(held, {"responsible": firms.TYPED["responsible"]}, by=stranger)


def test_the_office_sees_what_is_registered_beside_what_is_to_change() -> None:
    held = in_review(ApplicationKind.COMPANY_CHANGE)
    shown = case(held.number, officer=reviewer(held), at=AT)
    assert shown is not None
    assert shown.base["responsible"][0].values["mail"] == "hanako@ashiba.example.jp"
    assert shown.application.company_name == "株式会社足場建設"


def test_what_changed_meanwhile_takes_the_approval_back() -> None:
    held = in_review(ApplicationKind.COMPANY_CHANGE)
    assert held.company is not None
    base = company_facts(held.company.pk, on=TODAY)["responsible"][0]
    values = {**base.values, "person": "別の 人", "since": None}
    change_company_fact(
        company=held.company, key="responsible", base=base.id, values=values, by=SYSTEM, at=AT
    )
    with pytest.raises(ChangedMeanwhile, match="登録責任者"):
        approved(held)


def test_the_company_hears_of_its_application() -> None:
    held = submitted(ApplicationKind.COMPANY_CHANGE)
    assert held.company is not None
    account = seat_of_chief(held.company).account
    assert held.number in Notice.objects.filter(account=account).latest("pk").body


def proof(company: Company, kind: str) -> dict[str, str]:
    return {"kind": kind, "image": image(Actor(ActorKind.COMPANY, company.pk))}


def seat_of_chief(company: Company) -> SeatMe:
    me = seat_of(Seat.objects.get(company=company, role=Role.CHIEF).account_id)
    assert me is not None
    return me
