"""事業者登録."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company, CompanyTerm
from ccus.domain.companies.policies import require_renewable, valid_until
from ccus.domain.companies.rules import readable_name
from ccus.domain.companies.validity import first_term, next_term
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.identifiers import Kind
from ccus.foundation.numbering import with_new_number


@transaction.atomic
def register_company(
    *, name: str, name_kana: str, is_sole_proprietor: bool = False, by: Actor, at: datetime
) -> Company:
    """事業者登録: a company with a new 事業者ID (REG-01, REG-03). Raises `CompanyNameUnreadable`."""
    require_office(by)
    name, name_kana = readable_name(name, name_kana)
    company = with_new_number(
        Kind.COMPANY,
        lambda number: Company.objects.create(
            number=number,
            name=name,
            name_kana=name_kana,
            is_sole_proprietor=is_sole_proprietor,
            registered_at=at,
        ),
    )
    record(act=Act.COMPANY_REGISTERED, by=by, at=at, subject=("company", company.pk))
    return company


@transaction.atomic
def extend_registration(*, company: Company, by: Actor, at: datetime) -> None:
    """登録の有効期間: the first five years, or five more (REG-19, REG-24). Raises `RenewalTooEarly`."""
    require_office(by)
    one_at_a_time("company", company.pk)
    today, until = day_of(at), valid_until(company.pk)
    require_renewable(company, on=today)
    period = first_term(today) if until is None else next_term(until, on=today)
    CompanyTerm.objects.create(
        company=company,
        valid_from=period.from_on,
        valid_until=period.until_on,
        recorded_at=at,
        recorded_by=str(by),
    )
    last = period.until_on.isoformat() if period.until_on else ""
    record(act=Act.COMPANY_TERM_ADDED, by=by, at=at, subject=("company", company.pk), until_on=last)
