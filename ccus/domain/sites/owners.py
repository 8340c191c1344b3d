"""現場の持ち主と担当: to which unit a site belongs, and who may hold a post there (SITE-15, SITE-17)."""

from uuid import UUID

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company, Seat, Unit
from ccus.domain.companies.policies import seated
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.sites.models import Site, StructureMember
from ccus.domain.sites.terms import Post
from ccus.foundation.refusals import Refusal

MANAGERS = (Role.CHIEF, Role.TIER, Role.SITE_MANAGER)
"""Roles that can fill the post of 現場管理者."""
HOLDERS = {Post.MANAGER: MANAGERS, Post.VIEWER: (Role.SITE_MANAGER, Role.SITE_VIEWER)}


class UnitNotYours(Refusal):
    """組織の誤り: a site belongs to a unit of its own company, for a 階層管理者 to the own or one below (SITE-15)."""


class SeatUnknown(Refusal):
    """利用者の誤り: no open account of a firm at this site (SITE-17)."""


class PostNotForRole(Refusal):
    """権限と担当の不一致: the role does not fill the post (SITE-17)."""


def owning_unit(by: Actor, prime: Company, unit: UUID | None) -> Unit | None:
    """The unit that will own a site; a 階層管理者 who names none takes the own. Raises `UnitNotYours`."""
    sitting = seated(by)
    is_tier = sitting is not None and sitting.scope(Power.REGISTER_SITE) is Scope.BELOW
    below = units_below(sitting.unit if is_tier and sitting is not None else None)
    if unit is None:
        return Unit.objects.get(pk=sitting.unit) if is_tier and sitting and sitting.unit else None
    found = Unit.objects.filter(company=prime, key=unit, closed_at=None).first()
    if found is None or (is_tier and found.pk not in below):
        raise UnitNotYours(
            "選ばれた組織は、この現場を持てません。自分の組織か、その下から選んでください。", "unit"
        )
    return found


def holder(company: Company, login_id: str, *, field: str = "seat") -> Seat:
    """The open account of a company with that 管理者ID. Raises `SeatUnknown`."""
    found = Seat.objects.filter(company=company, account__login_id=login_id, closed_at=None).first()
    if found is None:
        raise SeatUnknown(
            f"{company.name}に、その利用者はいません。「組織と利用者」で登録してから選んでください。", field
        )
    return found


def holder_at(site: Site, login_id: str) -> Seat:
    """The open account of the prime, or of a firm with a spot at the site. Raises `SeatUnknown`."""
    firms = StructureMember.objects.filter(site=site, withdrawn_at=None, refused_at=None).values("company")
    seats = Seat.objects.filter(account__login_id=login_id, closed_at=None, company__in=firms)
    found = seats.select_related("company").first()
    if found is None:
        raise SeatUnknown(
            f"その利用者は、{site.name}の施工体制にある事業者の利用者ではありません。"
            "一覧から選び直してください。",
            "seat",
        )
    return found


def require_role_for(seat: Seat, post: Post) -> None:
    """Refuse a post that the role does not fill. Raises `PostNotForRole`."""
    if seat.role not in HOLDERS[post]:
        raise PostNotForRole(
            f"{seat.name}さん（{Role(seat.role).label}）は、{post.label}になれません。"
            f"{'・'.join(role.label for role in HOLDERS[post])}の利用者から選んでください。",
            "seat",
        )
