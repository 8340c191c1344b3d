"""自社の施工体制を読む: the spots a firm holds, what waits for it, its links, proxies and patterns."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import Seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.sites.models import (
    InvitationLink,
    SitePost,
    StructureAcceptance,
    StructureMember,
    StructurePattern,
    StructureProxy,
)
from ccus.domain.sites.phases import phase_on
from ccus.domain.sites.reading.structure import state_of
from ccus.domain.sites.terms import SpotState
from ccus.foundation import clock
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class OwnSpot:
    """要請・参加している現場: a spot of the firm below somebody; `accepted_until` is the day after the last."""

    key: UUID
    site_number: str
    site_name: str
    prime_name: str
    upper_name: str
    tier: int
    invited_at: datetime
    accepted_from: date | None
    accepted_until: date | None
    state: SpotState


@dataclass(frozen=True, slots=True)
class Naming:
    """引き受けの依頼: the firm above says that a stand-in is this firm (SITE-19)."""

    key: UUID
    site_number: str
    site_name: str
    prime_name: str
    upper_name: str
    stand_in_name: str
    declared_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OpenLink:
    """開いているリンク; `stand_in` "" for a new spot, `company_name` where a firm was named instead."""

    key: UUID
    stand_in: str
    company_name: str
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ProxyShown:
    """代理手続き with the other side."""

    number: str
    name: str
    from_on: date


@dataclass(frozen=True, slots=True)
class PatternShown:
    """施工体制パターン."""

    key: UUID
    name: str
    firms: int
    made_at: datetime


def spots_of(company: int, sitting: Seated | None = None, *, limit: int | None = None) -> tuple[OwnSpot, ...]:
    """The spots a firm holds or is invited to, at sites that are over last, newest first (SITE-15).

    For an account those that its role reaches (ORG-05).
    """
    held = StructureMember.objects.filter(
        company=company, tier__gte=1, withdrawn_at=None, refused_at=None, parent__withdrawn_at=None
    )
    standing = _reached(held, sitting).filter(site__periods__superseded_at=None)
    ordered = standing.order_by(phase_on(clock.today(), periods="site__periods"), "-pk")
    rows: QuerySet[Any, Any] = ordered.values_list(*_SPOT)[:limit]
    found = list(rows)
    newest: dict[int, tuple[date, date | None]] = {}
    accepted = StructureAcceptance.objects.filter(member__in=[row[0] for row in found], superseded_at=None)
    columns = ("member", "valid_from", "valid_until")
    for member, since, until in accepted.order_by("valid_from").values_list(*columns):
        newest[member] = (since, until)
    today = clock.today()
    return tuple(_own(row, newest.get(row[0]), today) for row in found)


_SPOT = (
    "pk", "key", "site__number", "site__name", "site__prime__name", "parent__company__name", "parent__stand_in_name",
    "tier", "invited_at",
)  # fmt: skip


def _own(row: tuple[Any, ...], accepted: tuple[date, date | None] | None, today: date) -> OwnSpot:
    _, key, number, name, prime, upper, stand_in, tier, invited_at = row
    state = state_of(tier, is_registered=True, accepted=accepted, day=today)
    since, until = accepted or (None, None)
    return OwnSpot(key, number, name, prime, upper or stand_in, tier, invited_at, since, until, state)


def _reached(held: "QuerySet[StructureMember]", sitting: Seated | None) -> "QuerySet[StructureMember]":
    scope = Scope.ALL if sitting is None else sitting.scope(Power.VIEW_STRUCTURE)
    if scope is Scope.NONE:
        return held.none()
    if sitting is not None and scope is Scope.OWN_SITES:
        posts = standing_on(SitePost.objects.filter(seat=sitting.seat), clock.today())
        return held.filter(site__in=posts.values("site"))
    return held


def namings_of(company: int) -> tuple[Naming, ...]:
    """Stand-ins whose spot waits for this firm, newest first (SITE-19)."""
    named = _open_links().filter(company=company, stand_in__company=None, stand_in__withdrawn_at=None)
    rows: QuerySet[Any, Any] = named.order_by("-pk").values_list(
        "key",
        "upper__site__number",
        "upper__site__name",
        "upper__site__prime__name",
        "upper__company__name",
        "stand_in__stand_in_name",
        "stand_in__invited_at",
        "expires_at",
        "upper__stand_in_name",
    )
    return tuple(
        Naming(key, number, site, prime, upper or upper_stand_in, stand_in, declared, expires)
        for key, number, site, prime, upper, stand_in, declared, expires, upper_stand_in in rows
    )


def open_links(member: int) -> tuple[OpenLink, ...]:
    """Links below a spot (key) that can still be used, newest first (SITE-20)."""
    rows: QuerySet[Any, Any] = (
        _open_links()
        .filter(upper=member)
        .order_by("-pk")
        .values_list("key", "stand_in__stand_in_name", "company__name", "made_at", "expires_at")
    )
    return tuple(OpenLink(key, stand_in or "", firm or "", *times) for key, stand_in, firm, *times in rows)


def proxies_given(company: int) -> tuple[ProxyShown, ...]:
    """Firms that act for this one (SITE-21)."""
    return _proxies(Q(giver=company), "taker")


def proxies_taken(company: int) -> tuple[ProxyShown, ...]:
    """Firms for which this one acts (SITE-21)."""
    return _proxies(Q(taker=company), "giver")


def _proxies(whose: Q, other: str) -> tuple[ProxyShown, ...]:
    standing = standing_on(StructureProxy.objects.filter(whose), clock.today())
    rows: QuerySet[Any, Any] = standing.order_by(f"{other}__name_kana", "pk").values_list(
        f"{other}__number", f"{other}__name", "valid_from"
    )
    return tuple(ProxyShown(*row) for row in rows)


def patterns_of(company: int) -> tuple[PatternShown, ...]:
    """施工体制パターン of a firm, by name (SITE-22)."""
    kept = StructurePattern.objects.filter(company=company, removed_at=None).annotate(many=Count("firms"))
    rows: QuerySet[Any, Any] = kept.order_by("name").values_list("key", "name", "many", "made_at")
    return tuple(PatternShown(*row) for row in rows)


def _open_links() -> "QuerySet[InvitationLink]":
    return InvitationLink.objects.filter(used_at=None, cancelled_at=None, expires_at__gt=clock.now())


SpotRow = StructureMember
"""A spot as the acts on it take it."""


class NotRegistered(Refusal):
    """登録のない事業者ID: nobody has this number."""


def registered_firm(number: str) -> Company:
    """The firm with this 事業者ID, for acts. Raises `NotRegistered`, at the field `company`."""
    company = Company.objects.filter(number=number).first()
    if company is None:
        raise NotRegistered(
            f"事業者ID（{grouped(number)}）の事業者は、登録されていません。"
            "番号を確かめるか、リンクで要請してください。",
            "company",
        )
    return company


def member_row(site: str, key: UUID) -> StructureMember | None:
    """A spot by the 現場ID and its key, for acts on it; whoever may act is the act's to say."""
    rows = StructureMember.objects.select_related("site", "company", "parent__company", "parent__parent")
    return rows.filter(site__number=site, key=key, withdrawn_at=None, refused_at=None).first()


def link_row(key: UUID) -> InvitationLink | None:
    """A link by its key, for acts on it."""
    rows = InvitationLink.objects.select_related("upper__site", "upper__company", "stand_in", "company")
    return rows.filter(key=key).first()


def pattern_row(company: int, key: UUID) -> StructurePattern | None:
    """A pattern of the firm that was not removed, for acts on it."""
    rows = StructurePattern.objects.select_related("company")
    return rows.filter(company=company, key=key, removed_at=None).first()


def proxy_row(giver: str, taker: str) -> StructureProxy | None:
    """The 代理手続き between two firms (事業者ID) that stands, for its end."""
    rows = StructureProxy.objects.select_related("giver", "taker")
    return standing_on(rows.filter(giver__number=giver, taker__number=taker), clock.today()).first()
