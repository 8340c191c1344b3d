"""組織の範囲: whom and what somebody manages in the organisation of a company (ORG-06, ORG-07)."""

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company, Unit
from ccus.domain.companies.policies import Seated, require_company, seated, too_little
from ccus.domain.companies.rights import may_give
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.companies.units import units_below

ON_THE_SAME_FLOOR = frozenset({Role.SITE_MANAGER, Role.SITE_VIEWER})
"""Roles that a 階層管理者 manages also in the own unit."""


def require_over(by: Actor, company: Company, unit: Unit | None) -> None:
    """Refuse whoever does not manage this unit of the company, or the whole company for None (ORG-06)."""
    sitting = _organiser(by, company)
    if sitting is not None and (unit is None or not _is_above(sitting, unit)):
        raise _beyond(unit.name if unit else "会社全体")


def require_may_open_below(by: Actor, company: Company, parent: Unit | None) -> None:
    """Refuse whoever does not manage what stands directly below this unit, or the company (ORG-06)."""
    sitting = _organiser(by, company)
    if sitting is not None and (parent is None or parent.pk not in units_below(sitting.unit)):
        raise _beyond(parent.name if parent else "会社全体")


def require_over_person(by: Actor, company: Company, role: Role, unit: Unit | None) -> None:
    """Refuse whoever does not manage somebody with this role in this unit (ORG-06)."""
    sitting = _organiser(by, company)
    if sitting is not None and not _manages(sitting, role, unit):
        raise _beyond(f"{unit.name if unit else '会社全体'}の{role.label}")


def require_may_give(by: Actor, company: Company, role: Role, unit: Unit | None) -> None:
    """Refuse whoever would give more than they have (ORG-07); the 事業者責任者 is handed over, never given."""
    sitting = _organiser(by, company)
    giver = sitting.role if sitting else Role.CHIEF
    if not may_give(giver, role):
        ask = "「責任者の交代」を使ってください。" if role is Role.CHIEF else "事業者責任者に頼んでください。"
        raise NotAllowed(f"{role.label}の権限は、{giver.label}からは渡せません。{ask}")
    if sitting is not None and not _manages(sitting, role, unit):
        raise _beyond(f"{unit.name if unit else '会社全体'}の{role.label}")


def manages(sitting: Seated, role: Role, unit: int | None, below: frozenset[int]) -> bool:
    """Whether an account manages somebody with this role in this unit; `below`: the own unit and all under it."""
    match sitting.scope(Power.ORGANISATION):
        case Scope.ALL:
            return True
        case Scope.BELOW:
            return unit in below and (unit != sitting.unit or role in ON_THE_SAME_FLOOR)
    return False


def _manages(sitting: Seated, role: Role, unit: Unit | None) -> bool:
    return manages(sitting, role, unit.pk if unit else None, units_below(sitting.unit))


def _is_above(sitting: Seated, unit: Unit) -> bool:
    return unit.pk != sitting.unit and unit.pk in units_below(sitting.unit)


def _organiser(by: Actor, company: Company) -> Seated | None:
    """The account whose reach has to be asked; None for whoever manages everything."""
    require_company(by, company, Power.ORGANISATION)
    sitting = seated(by)
    if sitting is None:
        return None
    match sitting.scope(Power.ORGANISATION):
        case Scope.ALL:
            return None
        case Scope.BELOW:
            return sitting
    raise too_little(Power.ORGANISATION, sitting.role)


def _beyond(what: str) -> NotAllowed:
    return NotAllowed(f"{what}は、あなたの組織より下にありません。事業者責任者に頼んでください。")
