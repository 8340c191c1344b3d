"""名簿を書く人: the firm of the spot, or the firm that it lets act for it, and for which workers (SITE-10, SITE-24)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import seated
from ccus.domain.companies.terms import Power
from ccus.domain.sites.models import (
    Placement,
    PlacementRequest,
    ProxyConsent,
    StructureMember,
    StructureProxy,
)
from ccus.domain.sites.policies import reaches, require_member, standing_in
from ccus.domain.workers.models import Affiliation, AffiliationRequest
from ccus.foundation.clock import day_of
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class WorkerOfNobodyHere(Refusal):
    """だれの所属でもない技能者: the firm has no bond to the worker (SITE-10)."""


class ConsentMissing(Refusal):
    """同意なし: the worker did not agree that this firm writes for the employer (SITE-24)."""


@dataclass(frozen=True, slots=True)
class Writer:
    """書く人: `company` is the firm whose roster it is, `proxy` who writes for it. The office asks for no bonds."""

    company: int
    proxy: int | None = None
    is_office: bool = False

    @property
    def detail(self) -> dict[str, Any]:
        """For whom, where somebody else writes: both names stand in the event (D-28)."""
        return {"for_company": self.company, "proxy": self.proxy} if self.proxy is not None else {}


def writer_of(by: Actor, member: StructureMember, *, at: datetime, power: Power = Power.STRUCTURE) -> Writer:
    """Who writes the roster of a spot. Raises `NotAllowed`."""
    own = standing_in(member)
    if by.kind in {ActorKind.OPERATOR, ActorKind.SYSTEM}:
        return Writer(own.pk, is_office=True)
    proxy = _proxy_for(by, member, own, day_of(at), power)
    if proxy is None:
        require_member(by, member, power)
    return Writer(own.pk, proxy)


def _proxy_for(by: Actor, member: StructureMember, own: Company, on: date, power: Power) -> int | None:
    """The firm above the spot for which `by` acts, if the firm of the spot lets it (SITE-21)."""
    sitting = seated(by)
    taker = by.id if by.kind is ActorKind.COMPANY else sitting.company if sitting else None
    if taker is None or taker == own.pk:
        return None
    given = standing_on(StructureProxy.objects.filter(giver=own, taker=taker), on).exists()
    above = StructureMember.objects.filter(pk__in=member.path[:-1], company=taker)
    if not given or not above.exists():
        return None
    return taker if sitting is None or reaches(sitting, member.site, power) else None


def unbonded(writer: Writer, workers: Collection[int]) -> set[int]:
    """Those to whom the firm has no bond of any kind. One statement."""
    if writer.is_office:
        return set()
    of_them = {"company": writer.company, "worker__in": workers}
    bonds = (
        Affiliation.objects.filter(**of_them, superseded_at=None),
        AffiliationRequest.objects.filter(**of_them, closed_at=None),
        Placement.objects.filter(**of_them, superseded_at=None),
        PlacementRequest.objects.filter(**of_them, closed_at=None),
    )
    first, *rest = (bond.order_by().values_list("worker", flat=True) for bond in bonds)
    return set(workers) - set(first.union(*rest))


def without_consent(writer: Writer, workers: Collection[int], *, on: date) -> set[int]:
    """Those who did not agree that the proxy writes for the employer; nobody where there is no proxy."""
    if writer.proxy is None:
        return set()
    given = ProxyConsent.objects.filter(company=writer.proxy, worker__in=workers)
    return set(workers) - set(standing_on(given, on).values_list("worker", flat=True))


def no_bond(field: str = "number") -> WorkerOfNobodyHere:
    """The refusal. It does not say who that is, nor whether there is such a worker."""
    return WorkerOfNobodyHere(
        "この技能者IDの方は、自社に所属していません。先に「所属」か「所属と異なる事業者の元での就業」を申請すると、"
        "承認を待つあいだも登録できます。",
        field,
    )


def no_consent() -> ConsentMissing:
    """The refusal."""
    return ConsentMissing(
        "この技能者は、代理手続きに同意していません。本人に、技能者ポータルの「代理手続きの同意確認」で同意してもらってください。",
        "number",
    )
