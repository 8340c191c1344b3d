"""承認の効果, for companies: what an approval does to the register (APP-12, REG-22)."""

from datetime import datetime

from ccus.domain.accounts.models import User
from ccus.domain.applications.applying import apply_facts
from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.contents import Contents
from ccus.domain.applications.models import Applicant, Application
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.actions.registration import extend_registration, register_company
from ccus.domain.companies.actions.seats import open_chief
from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.terms import CompanyForm
from ccus.domain.workers.actions.affiliation import accept_affiliation, ask_affiliation
from ccus.domain.workers.models import Affiliation, Worker
from ccus.domain.workers.terms import Employment
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import standing_on


def register(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    """新規登録: the company, its facts, five years, its 事業者責任者; of a 一人親方 also 所属."""
    identity = contents["identity"][0].values
    company = register_company(
        name=str(identity["name"]),
        name_kana=str(identity["kana"]),
        is_sole_proprietor=identity["form"] == CompanyForm.SOLE,
        by=by,
        at=at,
    )
    apply_facts(sections_of_case(case), company, contents, by=by, at=at)
    extend_registration(company=company, by=by, at=at)
    _seat_chief(case, company, contents, by, at)
    if case.applicant is not None:
        Applicant.objects.filter(pk=case.applicant.pk).update(company=company)
        case.applicant.company = company
    if case.worker is not None:
        _link(case.worker, company, by, at)


def change(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    """変更: what was submitted holds from its day on."""
    apply_facts(sections_of_case(case), _company(case), contents, by=by, at=at)


def renew(case: Application, contents: Contents, by: Actor, at: datetime) -> None:
    """更新: what changed, and five more years."""
    change(case, contents, by, at)
    extend_registration(company=_company(case), by=by, at=at)


def registered_company(case: Application) -> Company:
    """The company that the approval of a registration made."""
    if case.applicant is not None and case.applicant.company is not None:
        return case.applicant.company
    return Seat.objects.select_related("company").get(account__worker=case.worker, closed_at=None).company


def _seat_chief(case: Application, company: Company, contents: Contents, by: Actor, at: datetime) -> None:
    responsible = contents["responsible"][0].values
    open_chief(
        company=company,
        name=str(responsible["person"]),
        mail=str(responsible["mail"]),
        account=_account(case.worker) if case.worker is not None else None,
        by=by,
        at=at,
    )


def _link(worker: Worker, company: Company, by: Actor, at: datetime) -> None:
    """所属 of a 一人親方 with the own company; the main one where there is no other."""
    today = day_of(at)
    has_main = standing_on(Affiliation.objects.filter(worker=worker, is_main=True), today).exists()
    request = ask_affiliation(
        worker=worker,
        company=company,
        is_main=not has_main,
        from_on=today,
        employment=Employment.SOLE_PROPRIETOR,
        by=by,
        at=at,
    )
    accept_affiliation(request=request, by=by, at=at)


def _account(worker: Worker) -> User:
    if worker.account is None:
        raise ValueError("whoever files has an account")
    return worker.account


def _company(case: Application) -> Company:
    if case.company is None:
        raise ValueError("an application of this kind is about a company")
    return case.company
