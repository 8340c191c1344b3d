"""施工体制パターン: a usual tree of firms, kept from one site and used at the next (SITE-22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.structure import accept_invitation, invite
from ccus.domain.sites.models import PatternFirm, StructureAcceptance, StructureMember, StructurePattern
from ccus.domain.sites.policies import acts_as_proxy, require_member
from ccus.domain.sites.rules import readable
from ccus.domain.sites.spots import open_spots
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal

MOST_FIRMS = 200


class PatternEmpty(Refusal):
    """事業者のないパターン: nobody registered stands below the spot, or too many do (SITE-22)."""


class PatternNamed(Refusal):
    """同じ名前のパターン (SITE-22)."""


class PatternRemoved(Refusal):
    """削除したパターン (SITE-22)."""


@dataclass(frozen=True, slots=True)
class Used:
    """使った結果: firms that were invited, those that stand already by a proxy's acceptance, and what was not done:
    (firm, sentence).
    """

    invited: tuple[str, ...]
    accepted: tuple[str, ...]
    not_done: tuple[tuple[str, str], ...]


@transaction.atomic
def save_structure_pattern(
    *, member: StructureMember, name: str, by: Actor, at: datetime
) -> StructurePattern:
    """パターンの保存: the registered firms below a spot of the own; a stand-in's branch is left out (SITE-22).

    Raises `PatternEmpty`, `PatternNamed`, `TextUnreadable`.
    """
    require_member(by, member)
    company = member.company
    if company is None:
        raise PatternEmpty("未登録の事業者の下は、パターンにできません。自社の場所から保存してください。")
    below = open_spots(member.site_id).filter(path__contains=[member.pk]).exclude(pk=member.pk)
    spots = list(below.order_by("tier", "pk")[: MOST_FIRMS + 1])
    kept = readable(name, "pattern_name")
    if not any(spot.parent_id == member.pk and spot.company_id for spot in spots) or len(spots) > MOST_FIRMS:
        raise PatternEmpty(
            f"パターンにできるのは、下位に登録済みの事業者が1社から{MOST_FIRMS}社いる場所です。"
            "下位の事業者に要請してから、保存してください。"
        )
    named = PatternNamed(f"パターン名「{kept}」は、もうあります。別の名前にしてください。", "name")
    with refusing({"structure_pattern_name_once": named}):
        pattern = StructurePattern.objects.create(company=company, name=kept, made_at=at, made_by=str(by))
    _keep(pattern, member, spots)
    record(act=Act.STRUCTURE_PATTERN_SAVED, by=by, at=at, subject=("structure_pattern", pattern.pk))
    return pattern


@transaction.atomic
def use_structure_pattern(
    *, pattern: StructurePattern, upper: StructureMember, by: Actor, at: datetime
) -> Used:
    """パターンを使う below a spot: invites who may be invited, accepts where a 代理手続き stands (SITE-22).

    A firm that is there already is not invited again. Raises `PatternRemoved`.
    """
    require_member(by, upper)
    require_company(by, pattern.company, Power.STRUCTURE)
    if not StructurePattern.objects.filter(pk=pattern.pk, removed_at=None).exists():
        raise PatternRemoved("このパターンは、削除されています。ほかのパターンを選んでください。")
    one_at_a_time("site", upper.site_id)
    using = _Using(by, at, upper)
    using.put(pattern.firms.select_related("company").order_by("pk"))
    record(
        act=Act.STRUCTURE_PATTERN_USED,
        by=by,
        at=at,
        subject=("structure_pattern", pattern.pk),
        upper=upper.pk,
        invited=len(using.invited),
        accepted=len(using.accepted),
    )
    return Used(tuple(using.invited), tuple(using.accepted), tuple(using.not_done))


@transaction.atomic
def remove_structure_pattern(*, pattern: StructurePattern, by: Actor, at: datetime) -> None:
    """パターンの削除; what was built with it stays (SITE-22). Raises `PatternRemoved`."""
    require_company(by, pattern.company, Power.STRUCTURE)
    if not StructurePattern.objects.filter(pk=pattern.pk, removed_at=None).update(removed_at=at):
        raise PatternRemoved("このパターンは、すでに削除されています。一覧を開き直してください。")
    record(act=Act.STRUCTURE_PATTERN_REMOVED, by=by, at=at, subject=("structure_pattern", pattern.pk))


def _keep(pattern: StructurePattern, top: StructureMember, spots: Iterable[StructureMember]) -> None:
    kept: dict[int | None, PatternFirm | None] = {top.pk: None}
    for spot in spots:
        if spot.company_id is not None and spot.parent_id in kept:
            kept[spot.pk] = PatternFirm.objects.create(
                pattern=pattern, parent=kept[spot.parent_id], company_id=spot.company_id
            )


class _Using:
    """One use of a pattern: firms from the top down, each below the spot of the one above it."""

    def __init__(self, by: Actor, at: datetime, upper: StructureMember) -> None:
        self.by, self.at, self.upper = by, at, upper
        self.invited: list[str] = []
        self.accepted: list[str] = []
        self.not_done: list[tuple[str, str]] = []
        self._spots: dict[int | None, StructureMember] = {None: upper}

    def put(self, firms: Iterable[PatternFirm]) -> None:
        for firm in firms:
            above = self._spots.get(firm.parent_id)
            if above is None:
                self.not_done.append((firm.company.name, "上位の事業者が、まだこの現場にいません。"))
                continue
            spot = self._spot(above, firm.company)
            if spot is not None:
                self._spots[firm.pk] = spot
                self._accept(spot, firm.company)

    def _spot(self, above: StructureMember, company: Company) -> StructureMember | None:
        there = open_spots(above.site_id).filter(parent=above, company=company).first()
        if there is not None:
            return there
        try:
            with transaction.atomic():
                spot = invite(upper=above, company=company, by=self.by, at=self.at)
        except Refusal as refusal:
            self.not_done.append((company.name, refusal.sentence))
            return None
        self.invited.append(company.name)
        return spot

    def _accept(self, spot: StructureMember, company: Company) -> None:
        has_answered = StructureAcceptance.objects.filter(member=spot).exists()
        if has_answered or not acts_as_proxy(self.by, spot):
            return
        try:
            with transaction.atomic():
                accept_invitation(member=spot, by=self.by, at=self.at)
        except Refusal as refusal:
            self.not_done.append((company.name, refusal.sentence))
            return
        self.accepted.append(company.name)
