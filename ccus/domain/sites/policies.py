"""現場で行えること: who stands for a site and for a spot of its structure, and how far the role reaches."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from ccus.domain.audit.policies import NotAllowed, require_own
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import Seated, as_actor, company_of, require_valid, seated, too_little
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.sites.models import Site, SitePost, StructureAcceptance, StructureMember, StructureProxy
from ccus.domain.sites.terms import Post
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class InvitationClosed(Refusal):
    """取り下げられた要請: the invitation was withdrawn (SITE-05)."""


def require_at_site(
    by: Actor, company: Company, site: Site, power: Power, *, who: str = "", on: date | None = None
) -> None:
    """Refuse everybody but the company at this site, by an account whose role reaches it (ORG-05).

    A 階層管理者 reaches sites of the own unit and below (ORG-06); 現場管理者 and 現場閲覧者 the sites they were
    given (SITE-17). `on`: the day on which the post must stand; without it any that stands or is to come.
    """
    if by.kind is ActorKind.SYSTEM:
        return
    sitting = seated(by)
    if sitting is None or sitting.company != company.pk:
        require_own(by, as_actor(company), who=who or company.name)
        return
    if not reaches(sitting, site, power, on=on):
        raise too_little(power, sitting.role) if sitting.scope(power) is Scope.NONE else _not_this_site(site)
    require_valid(sitting, power)


def reaches(sitting: Seated, site: Site, power: Power, *, on: date | None = None) -> bool:
    """Whether an account reaches a site of its company with a power."""
    match sitting.scope(power):
        case Scope.ALL:
            return True
        case Scope.BELOW:
            return site.prime_id != sitting.company or site.unit_id in units_below(sitting.unit)
        case Scope.OWN_SITES:
            return _has_post(sitting, site, power, on)
        case Scope.NONE:
            return False


def _has_post(sitting: Seated, site: Site, power: Power, on: date | None) -> bool:
    posts = posts_held(sitting, power).filter(site=site)
    return (posts if on is None else standing_on(posts, on)).exists()


def posts_held(sitting: Seated, power: Power) -> "QuerySet[SitePost]":
    """The posts of an account that carry a power and are not over; those to come count too (SITE-17)."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=clock.today())
    posts = SitePost.objects.filter(not_over, seat=sitting.seat, superseded_at=None)
    return posts if power is Power.VIEW_STRUCTURE else posts.filter(post=Post.MANAGER)


def _not_this_site(site: Site) -> NotAllowed:
    return NotAllowed(f"{site.name}は、この利用者の担当ではありません。事業者責任者に頼んでください。")


def require_prime(by: Actor, site: Site, power: Power = Power.EDIT_SITE) -> None:
    """Only the prime contractor of the site (SITE-01)."""
    require_at_site(by, site.prime, site, power, who=f"元請事業者（{site.prime.name}）")


def require_member(by: Actor, member: StructureMember, power: Power = Power.STRUCTURE) -> None:
    """Only who acts at this spot: its firm, one above with its 代理手続き, who speaks for a stand-in (SITE-19)."""
    require_at_site(by, taker_at(by, member) or standing_in(member), member.site, power)


def acts_at(by: Actor, member: StructureMember, power: Power = Power.STRUCTURE) -> bool:
    """Whether `by` may act at this spot, for pages that offer it."""
    try:
        require_member(by, member, power)
    except NotAllowed:
        return False
    return True


def taker_at(by: Actor, member: StructureMember) -> Company | None:
    """The company of `by`, if it acts here under a 代理手続き: given by the firm of the spot, today, to a firm that
    stands above it in this structure, invited or accepted, and has not left (SITE-21).
    """
    company = company_of(by)
    if company is None or member.company_id in {None, company}:
        return None
    above = StructureMember.objects.filter(
        pk__in=member.path[:-1], company=company, withdrawn_at=None, refused_at=None
    )
    given = standing_on(StructureProxy.objects.filter(giver=member.company_id, taker=company), clock.today())
    if not given.exists() or not any(map(_has_not_left, above)):
        return None
    return Company.objects.get(pk=company)


def _has_not_left(member: StructureMember) -> bool:
    """Whether a spot waits for its acceptance, or is accepted today or later."""
    accepted = StructureAcceptance.objects.filter(member=member, superseded_at=None)
    lasting = accepted.filter(Q(valid_until=None) | Q(valid_until__gt=clock.today()))
    return lasting.exists() or not accepted.exists()


def acts_as_proxy(by: Actor, member: StructureMember) -> bool:
    """Whether `by` acts at the spot for its firm, under a 代理手続き (SITE-21)."""
    return taker_at(by, member) is not None


def in_whose_name(by: Actor, member: StructureMember) -> dict[str, str]:
    """What an event says of an act under a 代理手続き: `in_the_name_of`, the giver, beside who acted (D-28)."""
    if member.company is None or not acts_as_proxy(by, member):
        return {}
    return {"in_the_name_of": str(as_actor(member.company))}


def standing_in(member: StructureMember) -> Company:
    """The firm that speaks at a spot: its own, or the nearest registered one above it (SITE-19)."""
    while member.company is None and member.parent is not None:
        member = member.parent
    if member.company is None:
        raise ValueError("the prime contractor is registered")
    return member.company


def require_direct_upper(by: Actor, member: StructureMember) -> None:
    """Only the firm directly above this spot (直近上位事業者); above the prime there is nobody."""
    if member.parent is None:
        require_own(by, who="直近上位の事業者")
        return
    require_member(by, member.parent)


def require_firm_or_upper(by: Actor, member: StructureMember) -> None:
    """Only who acts at this spot or at the one directly above (SITE-08)."""
    upper = member.parent
    if upper is not None and (company_of(by) == standing_in(upper).pk or acts_as_proxy(by, upper)):
        require_member(by, upper)
        return
    require_member(by, member)


def require_invitation_stands(member: StructureMember) -> None:
    """Refuse what needs an invitation that was not withdrawn or refused (SITE-05)."""
    open_ones = StructureMember.objects.filter(pk=member.pk, withdrawn_at=None, refused_at=None)
    if not open_ones.exists():
        raise InvitationClosed(
            f"{name_at(member)}への施工体制登録の要請は、取り下げられているか、断られています。"
            "直近上位の事業者に、もう一度要請してもらってください。"
        )


def require_not_dismissed(member: StructureMember, *, since: datetime | None = None) -> None:
    """Refuse a firm that was taken out by the one above, unless that one asked since (SITE-08)."""
    dismissed = StructureMember.objects.filter(pk=member.pk, dismissed_at__isnull=False)
    if (dismissed if since is None else dismissed.filter(dismissed_at__gte=since)).exists():
        raise InvitationClosed(
            f"{name_at(member)}は、直近上位の事業者が施工体制から外しています。"
            "入り直すときは、直近上位の事業者に、もう一度要請してもらってください。"
        )


def name_at(member: StructureMember) -> str:
    """The name of the firm at a spot, registered or not."""
    return member.company.name if member.company is not None else member.stand_in_name
