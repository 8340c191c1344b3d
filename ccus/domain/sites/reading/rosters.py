"""名簿を開ける人: which spots' rosters somebody may see, and write (SITE-09, SITE-24)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.policies import Seated, company_of, seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.sites.models import SitePartner, StructureAcceptance, StructureMember, StructureProxy
from ccus.domain.sites.phases import Phase, phase_on
from ccus.domain.sites.policies import name_at, posts_held, reaches
from ccus.domain.sites.writers import Writer, writer_of
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import standing_on

_SHOWN = ("site__prime", "company", "parent__company")


@dataclass(frozen=True, slots=True)
class RosterSpot:
    """名簿の場所: a spot whose roster somebody may see. `writer` None: only see. `member` is for the acts."""

    member: StructureMember
    writer: Writer | None

    @property
    def firm(self) -> str:
        """The firm of the spot."""
        return name_at(self.member)

    @property
    def by_proxy(self) -> bool:
        """Whether somebody else writes for the firm."""
        return self.writer is not None and self.writer.proxy is not None


@dataclass(frozen=True, slots=True)
class RosterListed:
    """名簿の一覧の行. `heads`: lines of today; `is_over`: the period of the site is."""

    key: UUID
    site: str
    site_number: str
    prime: str
    firm: str
    upper: str
    tier: int
    heads: int
    is_own: bool
    is_over: bool


def roster_for(by: Actor, key: UUID, *, at: datetime) -> RosterSpot | None:
    """The roster of a spot: for its firm, those above that accepted (DISC-12), partners of the prime, and proxies."""
    member = StructureMember.objects.select_related(*_SHOWN).filter(key=key).first()
    company = company_of(by)
    if member is None or company is None:
        return None
    try:
        return RosterSpot(member, writer_of(by, member))
    except NotAllowed:
        return RosterSpot(member, None) if _may_see(by, company, member, at) else None


def _may_see(by: Actor, company: int, member: StructureMember, at: datetime) -> bool:
    spots = StructureMember.objects.filter(
        pk__in=member.path, company=company, withdrawn_at=None, refused_at=None
    )
    accepted = standing_on(StructureAcceptance.objects.filter(member__in=spots), day_of(at))
    on_path = accepted.exists() or spots.filter(pk=member.pk).exists()
    partner = SitePartner.objects.filter(site=member.site, company=company)
    if not on_path and not standing_on(partner, day_of(at)).exists():
        return False
    sitting = seated(by)
    return sitting is None or reaches(sitting, member.site, Power.VIEW_STRUCTURE)


def rosters_open_to(by: Actor, *, at: datetime) -> tuple[RosterListed, ...]:
    """自社の名簿, and those that the company writes for others; sites that are over come last (SITE-15).

    Withdrawn spots are left out.
    """
    company, sitting = company_of(by), seated(by)
    if company is None:
        return ()
    today = day_of(at)
    givers = standing_on(StructureProxy.objects.filter(taker=company), today).values("giver")
    open_spots = StructureMember.objects.filter(withdrawn_at=None, refused_at=None)
    holds = Q(roster_lines__superseded_at=None, roster_lines__valid_from__lte=today) & (
        Q(roster_lines__valid_until=None) | Q(roster_lines__valid_until__gt=today)
    )
    mine = open_spots.filter(Q(company=company) | Q(company__in=givers) & _below(company))
    mine = mine if sitting is None else mine.filter(_reached(sitting))
    mine = mine.filter(site__periods__superseded_at=None)
    phase = phase_on(today, periods="site__periods")
    rows = mine.select_related(*_SHOWN).annotate(heads=Count("roster_lines", filter=holds), phase=phase)
    return tuple(
        RosterListed(
            row.key,
            row.site.name,
            row.site.number,
            row.site.prime.name,
            name_at(row),
            name_at(row.parent) if row.parent else "",
            row.tier,
            row.heads,
            row.company_id == company,
            row.phase == Phase.OVER,
        )
        for row in rows.order_by("phase", "-pk")
    )


def _reached(sitting: Seated) -> Q:
    """Spots at sites that the account reaches, asked once for all."""
    match sitting.scope(Power.VIEW_STRUCTURE):
        case Scope.ALL:
            return Q()
        case Scope.BELOW:
            return ~Q(site__prime=sitting.company) | Q(site__unit__in=units_below(sitting.unit))
        case Scope.OWN_SITES:
            return Q(site__in=posts_held(sitting, Power.VIEW_STRUCTURE).values("site"))
        case Scope.NONE:
            return Q(pk__in=[])


def _below(company: int) -> Q:
    """Spots with one of the company above them."""
    own = StructureMember.objects.filter(company=company, withdrawn_at=None, refused_at=None)
    return Q(path__overlap=list(own.values_list("pk", flat=True)))
