"""組織の行為: opening, renaming and closing units, at most three tiers deep (ORG-01, ORG-09)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company, Unit
from ccus.domain.companies.present import unit_at_work
from ccus.domain.companies.reach import require_may_open_below, require_over
from ccus.domain.companies.rules import DEEPEST, readable_unit
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal


class UnitTooDeep(Refusal):
    """四階層目: below the third tier nothing opens (ORG-01)."""


class UnitNameTaken(Refusal):
    """組織の名称の重なり: once among the open units at one place (ORG-01)."""


class UnitInUse(Refusal):
    """使われている組織: somebody signs in for it, or a unit is open below it (ORG-09)."""


@transaction.atomic
def open_unit(
    *,
    company: Company,
    parent: Unit | None,
    name: str,
    is_licence_office: bool = False,
    by: Actor,
    at: datetime,
) -> Unit:
    """組織の追加: directly below the company (`parent` None) or below an open unit of it (ORG-01, ORG-06).

    Raises `UnitNameUnreadable`, `UnitNameTaken`, `UnitTooDeep`, `UnitClosed`, `NotAllowed`.
    """
    one_at_a_time("organisation", company.pk)
    parent = unit_at_work(parent, company) if parent else None
    require_may_open_below(by, company, parent)
    if parent is not None and parent.depth >= DEEPEST:
        raise UnitTooDeep(
            f"組織は{DEEPEST}階層までです。{parent.name}は{DEEPEST}階層目なので、1つ上の組織の下に追加してください。"
        )
    name = readable_unit(name)
    with refusing({"unit_name_once": _taken(name)}):
        unit = Unit.objects.create(
            company=company,
            parent=parent,
            depth=parent.depth + 1 if parent else 1,
            name=name,
            is_licence_office=is_licence_office,
            opened_at=at,
        )
    record(act=Act.UNIT_OPENED, by=by, at=at, subject=("unit", unit.pk), company=company.pk, depth=unit.depth)
    return unit


@transaction.atomic
def rename_unit(*, unit: Unit, name: str, is_licence_office: bool, by: Actor, at: datetime) -> None:
    """組織の名称の変更, and whether it is a 建設業許可営業所 (ORG-01).

    Raises `UnitNameUnreadable`, `UnitNameTaken`, `UnitClosed`, `NotAllowed`.
    """
    one_at_a_time("organisation", unit.company_id)
    held = unit_at_work(unit, unit.company)
    require_over(by, held.company, held)
    held.name, held.is_licence_office = readable_unit(name), is_licence_office
    with refusing({"unit_name_once": _taken(held.name)}), transaction.atomic():
        held.save(update_fields=["name", "is_licence_office"])
    record(act=Act.UNIT_RENAMED, by=by, at=at, subject=("unit", held.pk), company=held.company_id)


@transaction.atomic
def close_unit(*, unit: Unit, by: Actor, at: datetime) -> None:
    """組織を閉じる: when nobody signs in for it and nothing is open below it (ORG-09).

    Raises `UnitInUse`, `UnitClosed`, `NotAllowed`.
    """
    one_at_a_time("organisation", unit.company_id)
    held = unit_at_work(unit, unit.company)
    require_over(by, held.company, held)
    below = held.children.filter(closed_at=None).count()
    people = held.seats.filter(closed_at=None).count()
    if below or people:
        raise UnitInUse(
            f"{held.name}は、まだ使われています（下の組織：{below}、利用者：{people}人）。"
            "先に、下の組織を閉じ、利用者をほかの組織へ移すか閉じてください。"
        )
    held.closed_at = at
    held.save(update_fields=["closed_at"])
    record(act=Act.UNIT_CLOSED, by=by, at=at, subject=("unit", held.pk), company=held.company_id)


def _taken(name: str) -> UnitNameTaken:
    return UnitNameTaken(f"「{name}」は、同じ場所にもうあります。ほかの名称を入力してください。", "name")
