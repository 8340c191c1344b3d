"""現場を読む: the sites that an account reaches, and one site as it stands (SITE-01, SITE-15).

Every function is a constant number of statements, and a list reads no more than the rows it shows.
"""

from dataclasses import dataclass, fields
from datetime import date
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.policies import Seated, company_of, seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.sites.models import Site, SitePartner, StructureMember
from ccus.domain.sites.phases import phase_on
from ccus.domain.sites.policies import posts_held, reaches
from ccus.domain.sites.rules import one_way
from ccus.domain.sites.terms import Standing
from ccus.foundation.clock import today
from ccus.foundation.identifiers import digits_of, is_number
from ccus.foundation.japanese import katakana, tidy
from ccus.foundation.periods import ONE_DAY

_FOUND = 20
"""So many sites of others are shown for one number."""


@dataclass(frozen=True, slots=True)
class SiteShown:
    """現場: as a company that has to do with it sees it. `place` is its key, `period_until` the day after the last.

    `unit`, `unit_key` None: the site of the whole company; `client_class` as in `ClientClass`, "" for unknown.
    """

    place: int
    number: str
    name: str
    kana: str
    address: str
    prime: int
    prime_number: str
    prime_name: str
    period_from: date
    period_until: date | None
    unit: str | None
    unit_key: UUID | None
    is_small: bool
    client_class: str
    has_hazard: bool
    labour_insurance: str
    building_confirmation: str
    corins: str
    registered_on: date
    standing: Standing

    @property
    def last_day(self) -> date | None:
        """The last day of the period, None: no end in sight."""
        return self.period_until - ONE_DAY if self.period_until else None

    def is_on(self, day: date) -> bool:
        """Whether taps count on a day (SITE-04)."""
        return self.period_from <= day and (self.period_until is None or day < self.period_until)


@dataclass(frozen=True, slots=True)
class PublicSite:
    """現場の公開情報: what anybody sees who has a full number of it."""

    number: str
    name: str
    address: str
    prime_name: str


_COLUMNS = (
    "pk", "number", "name", "name_kana", "address", "prime", "prime__number", "prime__name", "periods__valid_from",
    "periods__valid_until", "unit__name", "unit__key", "is_small", "client_class", "has_hazard", "labour_insurance",
    "building_confirmation", "corins", "registered_at__date",
)  # fmt: skip
_ORDER = ("phase", "-pk")
_FIELDS = tuple(field.name for field in fields(SiteShown) if field.name != "standing")


def sites_of(
    sitting: Seated,
    *,
    standing: Standing = Standing.PRIME,
    power: Power = Power.VIEW_STRUCTURE,
    text: str = "",
    after: str = "",
    limit: int | None = None,
) -> tuple[SiteShown, ...]:
    """The sites an account reaches with a power: running ones, those to come, those that are over; each newest first.

    `text`: part of name, フリガナ or address, or a whole number (SITE-15). `after`: the 現場ID that a page ended with.
    """
    reached = _reached(sitting, standing, power)
    found = _phased(reached.filter(_like(text)) if text else reached)
    if after:
        found = found.filter(_behind(after))
    if limit is not None:  # the keys of a page first, whatever is joined to its rows
        keys = list(found.order_by(*_ORDER).values_list("pk", flat=True)[:limit])
        found = _phased(Site.objects.filter(pk__in=keys))
    return _shown(found.order_by(*_ORDER), standing)


def search_sites(text: str) -> tuple[PublicSite, ...]:
    """Any sites by a whole 現場ID, 労働保険番号, 建築確認番号 or コリンズ番号: only what is public (SITE-15)."""
    if not _is_whole(text):
        return ()
    # One index each: together by OR they invite a walk over all sites.
    each = [Site.objects.filter(**{column: kept}).values_list("pk") for column, kept in _numbers(text)]
    keys = [key for (key,) in each[0].union(*each[1:])[:_FOUND]]
    rows = Site.objects.filter(pk__in=keys).order_by("-pk")
    return tuple(PublicSite(*row) for row in rows.values_list("number", "name", "address", "prime__name"))


def site_for(by: Actor, number: str, power: Power) -> SiteShown | None:
    """One site as `by` may see it with a power: prime, firm of its structure, or partner, who only views (D-20).

    None: there is no such site for them.
    """
    site = Site.objects.filter(number=number).first()
    standing = _standing_at(by, site, power) if site is not None else None
    if site is None or standing is None:
        return None
    return _shown(_phased(Site.objects.filter(pk=site.pk)), standing)[0]


def site_row(by: Actor, number: str, power: Power = Power.EDIT_SITE) -> Site | None:
    """The site for acts of its prime; None for everybody whose power does not reach it (SITE-01)."""
    site = Site.objects.select_related("prime").filter(number=number).first()
    is_own = site is not None and _standing_at(by, site, power) is Standing.PRIME
    return site if is_own else None


def related_row(by: Actor, number: str, power: Power) -> Site | None:
    """The site for acts of a firm there, prime or not; None for everybody whose power does not reach it (SITE-17)."""
    site = Site.objects.select_related("prime").filter(number=number).first()
    return site if site is not None and _standing_at(by, site, power) is not None else None


def public_site(number: str) -> PublicSite | None:
    """現場の公開情報 by its whole 現場ID."""
    row = Site.objects.filter(number=number).values_list("number", "name", "address", "prime__name").first()
    return PublicSite(*row) if row else None


def _standing_at(by: Actor, site: Site, power: Power) -> Standing | None:
    if by.kind in {ActorKind.OPERATOR, ActorKind.SYSTEM}:
        return Standing.PRIME
    sitting, company = seated(by), company_of(by)
    if company is None or (sitting is not None and not reaches(sitting, site, power)):
        return None
    if site.prime_id == company:
        return Standing.PRIME
    if power is Power.VIEW_STRUCTURE and _partners(company).filter(site=site).exists():
        return Standing.PARTNER
    return Standing.MEMBER if _spots(company).filter(site=site).exists() else None


def _reached(sitting: Seated, standing: Standing, power: Power) -> "QuerySet[Site]":
    sites = _having(sitting.company, standing)
    scope = sitting.scope(power)
    if scope is Scope.BELOW and standing is Standing.PRIME:
        return sites.filter(unit__in=units_below(sitting.unit))
    if scope is Scope.OWN_SITES:
        return sites.filter(pk__in=posts_held(sitting, power).values("site"))
    return sites.none() if scope is Scope.NONE else sites


def _having(company: int, standing: Standing) -> "QuerySet[Site]":
    if standing is Standing.PRIME:
        return Site.objects.filter(prime=company)
    related: QuerySet[Any] = _partners(company)
    if standing is Standing.MEMBER:
        related = _spots(company).filter(tier__gte=1)
    # As a list of keys: nested, they invite a walk over all sites, newest first.
    return Site.objects.filter(pk__in=list(related.values_list("site", flat=True)))


def _spots(company: int) -> "QuerySet[StructureMember]":
    return StructureMember.objects.filter(company=company, withdrawn_at=None, refused_at=None)


def _phased(found: "QuerySet[Site]") -> "QuerySet[Any]":
    return found.filter(periods__superseded_at=None).annotate(phase=phase_on(today()))


def _behind(number: str) -> Q:
    """What a list shows behind a site."""
    last = _phased(Site.objects.filter(number=number)).values_list("phase", "pk").first()
    return Q(phase__gt=last[0]) | Q(phase=last[0], pk__lt=last[1]) if last else Q(pk__in=[])


def _partners(company: int) -> "QuerySet[SitePartner]":
    not_over = Q(valid_until=None) | Q(valid_until__gt=today())
    return SitePartner.objects.filter(not_over, company=company, superseded_at=None)


def _like(text: str) -> Q:
    part = tidy(text)
    words = Q(name__icontains=part) | Q(address__icontains=part) | Q(name_kana__contains=katakana(text))
    return reduce(or_, (Q(pair) for pair in _numbers(text)), words) if _is_whole(text) else words


def _is_whole(text: str) -> bool:
    """Whether it may be a whole number; shorter ones would find sites by guessing."""
    return len(one_way(text)) >= 6


def _numbers(text: str) -> list[tuple[str, str]]:
    """Which numbers a text may be: column and the form in which it is kept."""
    digits, kept = digits_of(text), one_way(text)
    numbers = [("building_confirmation", kept), ("corins", kept)]
    return [*numbers, ("number", digits), ("labour_insurance", digits)] if is_number(digits) else numbers


def _shown(found: "QuerySet[Any]", standing: Standing) -> tuple[SiteShown, ...]:
    rows: Any = found.values_list(*_COLUMNS)
    return tuple(SiteShown(**dict(zip(_FIELDS, row, strict=True)), standing=standing) for row in rows)
