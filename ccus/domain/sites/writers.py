"""名簿を書く人: the firm of the spot, or the firm that it lets act for it, and for which workers (SITE-10, SITE-24)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.sites.models import (
    Placement,
    PlacementRequest,
    ProxyConsent,
    StructureMember,
)
from ccus.domain.sites.policies import require_member, standing_in, taker_at
from ccus.domain.workers.models import Affiliation, AffiliationRequest
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
    is_system: bool = False

    @property
    def detail(self) -> dict[str, Any]:
        """For whom, where somebody else writes: both names stand in the event (D-28)."""
        return {"for_company": self.company, "proxy": self.proxy} if self.proxy is not None else {}


def writer_of(by: Actor, member: StructureMember) -> Writer:
    """Who writes the roster of a spot. Raises `NotAllowed`."""
    own = standing_in(member)
    if by.kind is ActorKind.SYSTEM:
        return Writer(own.pk, is_system=True)
    require_member(by, member)
    taker = taker_at(by, member)
    return Writer(own.pk, taker.pk if taker is not None else None)


def unbonded(writer: Writer, workers: Collection[int]) -> set[int]:
    """Those to whom the firm has no bond of any kind. One statement."""
    if writer.is_system:
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
