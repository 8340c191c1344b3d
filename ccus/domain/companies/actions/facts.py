"""登録情報の行為, the same for every block of a company. Done by the office, which has seen the papers (REG-20)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.blocks import BY_KEY, LASTING
from ccus.domain.companies.following import follow_identity
from ccus.domain.companies.models import Company
from ccus.domain.companies.refused import refusals_of, stays
from ccus.domain.companies.tables import KEPT
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.entry.block import Values
from ccus.foundation.kept import changing
from ccus.foundation.kept.changing import Saying, require_sound
from ccus.foundation.superseding import DayOutsideFact


@transaction.atomic
def enter_company_fact(*, company: Company, key: str, values: Values, by: Actor, at: datetime) -> None:
    """登録: one row of a block, from the day it says or from today (REG-20).

    Raises `CompanyBlockFilled`, `LicenceTwice`, `FieldMissing`, `CodeUnknown` and what the block's own check refuses.
    """
    saying = _said(company, key, by=by, at=at)
    require_sound(saying, values)
    with _refused(saying):
        changing.add(saying, values)
    if key == "identity":
        follow_identity([company.pk], on=saying.today)
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
    if key == "identity":
        follow_identity([company.pk], on=saying.today)
    record(act=Act.COMPANY_FACT_CHANGED, by=by, at=at, subject=("company", company.pk), block=key)


@transaction.atomic
def remove_company_fact(*, company: Company, key: str, base: int, by: Actor, at: datetime) -> None:
    """削除 of the row `base`: a 許可 is taken back, 退職金共済 ends today.

    Raises `AlreadyChanged`, `CompanyBlockStays`.
    """
    saying = _said(company, key, by=by, at=at)
    if key in LASTING:
        raise stays(saying.kept)
    changing.remove(saying, base)
    record(act=Act.COMPANY_FACT_REMOVED, by=by, at=at, subject=("company", company.pk), block=key)


def _said(company: Company, key: str, *, by: Actor, at: datetime) -> Saying:
    require_office(by)
    one_at_a_time("company", company.pk)
    return Saying({"company": company}, BY_KEY[key], KEPT, by, at)


@contextmanager
def _refused(saying: Saying) -> Iterator[None]:
    """Constraints speak in the words of the block, and of days as its form calls them."""
    try:
        with refusing(refusals_of(saying.kept)):
            yield
    except DayOutsideFact as refusal:
        refusal.field = saying.kept.from_field or None
        raise
