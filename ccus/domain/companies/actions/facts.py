"""登録情報の行為, the same for every block of a company. Done by the office, which has seen the papers (REG-20)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import transaction
from django.db.models import UniqueConstraint

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.blocks import BY_KEY, LASTING
from ccus.domain.companies.models import Company, CompanyIdentity
from ccus.domain.companies.refused import CompanyBlockFilled, CompanyBlockStays, licence_twice
from ccus.domain.companies.rules import readable_name
from ccus.domain.companies.tables import KEPT
from ccus.domain.companies.terms import CompanyForm
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.entry.block import Values
from ccus.foundation.kept import changing
from ccus.foundation.kept.changing import Saying, require_sound
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import DayOutsideFact, standing_on


@transaction.atomic
def enter_company_fact(*, company: Company, key: str, values: Values, by: Actor, at: datetime) -> None:
    """登録: one row of a block, from the day it says or from today (REG-20).

    Raises `CompanyBlockFilled`, `LicenceTwice`, `FieldMissing`, `CodeUnknown` and what the block's own check refuses.
    """
    saying = _said(company, key, by=by, at=at)
    require_sound(saying, values)
    with _refused(saying):
        changing.add(saying, values)
    _follow(saying, company)
    record(act=Act.COMPANY_FACT_ENTERED, by=by, at=at, subject=("company", company.pk), block=key)


@transaction.atomic
def change_company_fact(
    *, company: Company, key: str, base: int, values: Values, by: Actor, at: datetime
) -> None:
    """変更 of the row `base` (`FactRow.id`): from its day on, a 許可 as a whole (REG-20).

    Raises `AlreadyChanged`, `DayOutsideFact`, and what `enter_company_fact` raises.
    """
    saying = _said(company, key, by=by, at=at)
    require_sound(saying, values)
    with _refused(saying):
        changing.change(saying, base, values)
    _follow(saying, company)
    record(act=Act.COMPANY_FACT_CHANGED, by=by, at=at, subject=("company", company.pk), block=key)


@transaction.atomic
def remove_company_fact(*, company: Company, key: str, base: int, by: Actor, at: datetime) -> None:
    """削除 of the row `base`: a 許可 is taken back, 退職金共済 ends today.

    Raises `AlreadyChanged`, `CompanyBlockStays`.
    """
    saying = _said(company, key, by=by, at=at)
    if key in LASTING:
        label = saying.kept.block.label
        raise CompanyBlockStays(f"{label}は、削除できません。内容が変わったときは、変更してください。")
    changing.remove(saying, base)
    record(act=Act.COMPANY_FACT_REMOVED, by=by, at=at, subject=("company", company.pk), block=key)


def _said(company: Company, key: str, *, by: Actor, at: datetime) -> Saying:
    require_office(by)
    one_at_a_time("company", company.pk)
    return Saying({"company": company}, BY_KEY[key], KEPT, by, at)


def _follow(saying: Saying, company: Company) -> None:
    """Name and form of the company are those of 商号・代表者 as it holds today (REG-21)."""
    if saying.kept.block.key != "identity":
        return
    held = standing_on(CompanyIdentity.objects.filter(company=company), saying.today).first()
    if held is None:
        return
    company.name, company.name_kana = readable_name(held.name, held.kana)
    company.is_sole_proprietor = held.form == CompanyForm.SOLE
    company.save(update_fields=["name", "name_kana", "is_sole_proprietor"])


@contextmanager
def _refused(saying: Saying) -> Iterator[None]:
    """Constraints speak in the words of the block, and of days as its form calls them."""
    label = saying.kept.block.label
    kinds: dict[type, Refusal] = {
        ExclusionConstraint: CompanyBlockFilled(
            f"{label}は、すでに登録されています。登録されている内容を開いて、変更してください。"
        ),
        UniqueConstraint: licence_twice(),
    }
    constraints = saying.table._meta.constraints  # noqa: SLF001 - public in Django in all but its name
    try:
        with refusing({c.name: kinds[type(c)] for c in constraints if type(c) in kinds}):
            yield
    except DayOutsideFact as refusal:
        refusal.field = saying.kept.from_field or None
        raise
