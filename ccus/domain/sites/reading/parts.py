"""現場の内訳を読む: contracts, partners, people and readers of one site. One statement each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.models import Reader, Site, SiteContract, SitePartner, SitePost, StructureMember
from ccus.domain.sites.terms import Post
from ccus.foundation.clock import today


@dataclass(frozen=True, slots=True)
class ContractShown:
    """契約情報・工事情報 of one contract."""

    key: UUID
    items: ContractItems


@dataclass(frozen=True, slots=True)
class PartnerShown:
    """共同企業体の構成員; `until_on` is the day after the last."""

    number: str
    name: str
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class PostShown:
    """現場の担当 of a company: `login_id` is the 管理者ID."""

    login_id: str
    name: str
    post: Post
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class ReaderShown:
    """カードリーダー."""

    key: UUID
    name: str
    system: str
    enrolled_at: datetime
    revoked_at: datetime | None


def contracts_of(place: int) -> tuple[ContractShown, ...]:
    """The contracts that stand, as they were registered (SITE-16)."""
    rows = SiteContract.objects.filter(site=place, removed_at=None).order_by("pk")
    return tuple(ContractShown(row.key, items_of(row)) for row in rows)


def contract_row(site: Site, key: UUID) -> SiteContract | None:
    """A contract of the site that stands, for acts on it."""
    return SiteContract.objects.filter(site=site, key=key, removed_at=None).select_related("site").first()


def items_of(contract: SiteContract) -> ContractItems:
    """What a contract says."""
    return ContractItems(**{name: getattr(contract, name) for name in ContractItems.__dataclass_fields__})


def partners_of(place: int) -> tuple[PartnerShown, ...]:
    """Partners of the joint venture, today and to come (D-20)."""
    rows: Any = _lasting(SitePartner.objects.filter(site=place)).order_by("valid_from", "pk")
    columns = ("company__number", "company__name", "valid_from", "valid_until")
    return tuple(PartnerShown(*row) for row in rows.values_list(*columns))


def posts_of(place: int, company: int) -> tuple[PostShown, ...]:
    """People of one company at a site, today and to come; of closed accounts none (SITE-17)."""
    held = SitePost.objects.filter(site=place, seat__company=company, seat__closed_at=None)
    columns = ("seat__account__login_id", "seat__name", "post", "valid_from", "valid_until")
    rows: Any = _lasting(held).order_by("post", "valid_from", "pk").values_list(*columns)
    return tuple(PostShown(login_id, name, Post(post), *days) for login_id, name, post, *days in rows)


def readers_of(place: int) -> tuple[ReaderShown, ...]:
    """The readers of a site, those in use first (SITE-13, SITE-14)."""
    rows = Reader.objects.filter(place=place).order_by("-revoked_at", "pk")
    return tuple(
        ReaderShown(*row) for row in rows.values_list("key", "name", "system", "enrolled_at", "revoked_at")
    )


def own_spots(place: int, company: int) -> tuple[UUID, ...]:
    """The spots that a company holds at a site, the highest first: each has a roster (SITE-09)."""
    spots = StructureMember.objects.filter(site=place, company=company, withdrawn_at=None, refused_at=None)
    return tuple(spots.order_by("tier", "pk").values_list("key", flat=True))


def reader_row(site: Site, key: UUID) -> Reader | None:
    """A reader of the site, for acts on it."""
    return Reader.objects.filter(place=site.pk, key=key).first()


def _lasting(facts: "QuerySet[Any]") -> "QuerySet[Any]":
    not_over = Q(valid_until=None) | Q(valid_until__gt=today())
    return facts.filter(not_over, superseded_at=None)
