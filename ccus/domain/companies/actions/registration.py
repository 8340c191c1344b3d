"""事業者登録."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.rules import readable_name
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
