"""答える人の範囲: for which sites an account may answer claims (CLAIM-26)."""

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import Seated, require_company, seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.sites.models import Site
from ccus.domain.sites.policies import posts_held, require_at_site

APPROVING, CONFIRMING_POWER = Power.APPROVE_RECORDS, Power.OWN_RECORDS


def require_answering(by: Actor, company: Company, power: Power, *, site: Site | None = None) -> None:
    """Refuse everybody but the company, at the site where one is named; the office answers for nobody (CLAIM-26)."""
    if by.kind not in {ActorKind.COMPANY, ActorKind.SEAT}:
        raise NotAllowed(
            f"この申告に答えられるのは、{company.name}の利用者だけです。{company.name}に頼んでください。"
        )
    if site is None:
        require_company(by, company, power)
    else:
        require_at_site(by, company, site, power)


def places_reached(by: Actor, company: int) -> frozenset[int] | None:
    """承認できる現場 (keys of places) of an account of the prime; None: all of the company's sites."""
    sitting = seated(by)
    return None if sitting is None else places_of(sitting, company)


def places_of(sitting: Seated, company: int) -> frozenset[int] | None:
    """The same for an account that is known already."""
    match sitting.scope(APPROVING):
        case Scope.ALL:
            return None
        case Scope.BELOW:
            below = Site.objects.filter(prime=company, unit__in=units_below(sitting.unit))
            return frozenset(below.values_list("pk", flat=True))
        case Scope.OWN_SITES:
            held = posts_held(sitting, APPROVING).filter(site__prime=company)
            return frozenset(held.values_list("site", flat=True))
        case Scope.NONE:
            return frozenset()
