"""現場に届く利用者: which accounts of a company reach a site, for whoever writes to them (ORG-05, ORG-06)."""

from datetime import date

from django.db.models import Q

from ccus.domain.companies.models import Seat, Unit
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.sites.terms import Post


def seats_reaching(company: int, site: Site, power: Power, *, on: date) -> frozenset[int]:
    """Open accounts (keys) of a company that may use a power at a site, as `policies.reaches` says of each alone.

    At most three statements, however many accounts.
    """
    roles = {scope: [role for role in Role if scope_of(role, power) is scope] for scope in Scope}
    reach = Q(role__in=roles[Scope.ALL])
    if site.prime_id != company:
        reach |= Q(role__in=roles[Scope.BELOW])
    elif site.unit_id is not None:
        reach |= Q(role__in=roles[Scope.BELOW], unit__in=_above(site.unit_id))
    if roles[Scope.OWN_SITES]:
        reach |= Q(role__in=roles[Scope.OWN_SITES], pk__in=_posted(site, power, on))
    found = Seat.objects.filter(reach, company=company, closed_at=None, account__closed_at=None)
    return frozenset(found.values_list("pk", flat=True))


def _above(unit: int) -> set[int]:
    """A unit and those it belongs to; at most three tiers."""
    (line,) = Unit.objects.filter(pk=unit).values_list("pk", "parent", "parent__parent")
    return {key for key in line if key is not None}


def _posted(site: Site, power: Power, on: date) -> set[int]:
    not_over = Q(valid_until=None) | Q(valid_until__gt=on)
    posts = SitePost.objects.filter(not_over, site=site, superseded_at=None)
    if power is not Power.VIEW_STRUCTURE:
        posts = posts.filter(post=Post.MANAGER)
    return set(posts.values_list("seat", flat=True))
