"""商号に従う: name and form of a company are those of 商号・代表者 as it holds today (REG-21)."""

from collections.abc import Collection
from datetime import date

from ccus.domain.companies.models import Company, CompanyIdentity
from ccus.domain.companies.rules import readable_name
from ccus.domain.companies.terms import CompanyForm
from ccus.foundation.among import among
from ccus.foundation.superseding import standing_on


def follow_identity(companies: Collection[int], *, on: date) -> None:
    """The companies (keys) are called as they are registered; two statements."""
    followed = []
    for held in standing_on(CompanyIdentity.objects.filter(company__in=among(companies)), on):
        name, kana = readable_name(held.name, held.kana)
        sole = held.form == CompanyForm.SOLE
        followed.append(Company(pk=held.company_id, name=name, name_kana=kana, is_sole_proprietor=sole))
    Company.objects.bulk_update(followed, ["name", "name_kana", "is_sole_proprietor"])
