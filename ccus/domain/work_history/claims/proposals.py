"""現場の候補: registered sites that may be the one a worker typed (PORTAL-24, D-16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef

from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.entered_days import periods_at
from ccus.domain.work_history.claims.matching import Described, Match, match, name_stem, plain_address
from ccus.domain.work_history.models import DayClaim, OwnSite

MOST = 5
_CANDIDATES = 200

# Numbers by their own indexes; the beginning of the address and the name by their pairs of letters, first both.
_FOUND = """
with alike as (select unnest(array[%(town)s || '/' || %(name)s, %(town)s, %(name)s]) as words)
(select place_id from site where labour_insurance = nullif(%(labour)s, '') limit %(most)s)
union (select place_id from site where building_confirmation = nullif(%(building)s, '') limit %(most)s)
union (select place_id from site where corins = nullif(%(corins)s, '') limit %(most)s)
union (
    select near.place_id from alike cross join lateral (
        select array_agg(pair) as pairs from unnest(site_pairs(words)) as pair where strpos(pair, '/') = 0
    ) asked cross join lateral (
        select place_id from site
        where site_pairs(name || '/' || name_kana || '/' || address) @> asked.pairs limit %(most)s
    ) near where cardinality(asked.pairs) >= 2
)
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """候補: a registered site by what is public of it, with why it may be the one."""

    number: str
    name: str
    address: str
    prime_name: str
    match: Match


def entered_days(own_site: OwnSite) -> tuple[date, ...]:
    """The days that stand at a site that a worker typed, and were not attached elsewhere."""
    moved = DayClaim.objects.filter(instead_of=OuterRef("pk"), superseded_at=None)
    claims = DayClaim.objects.filter(
        ~Exists(moved), place=own_site.place_id, kind=ClaimKind.ENTRY, superseded_at=None
    )
    return tuple(claims.order_by("work_on").values_list("work_on", flat=True))


def proposals_for(own_site: OwnSite, days: Sequence[date]) -> tuple[Proposal, ...]:
    """Registered sites that may be this one, the likeliest first, at most five. Three statements."""
    typed = Described(
        own_site.name,
        own_site.address,
        own_site.labour_insurance,
        own_site.building_confirmation,
        own_site.corins,
        own_site.prime_name,
    )
    sites = list(Site.objects.filter(pk__in=_candidates(typed)).select_related("prime"))
    periods = periods_at([site.pk for site in sites])
    found = []
    for site in sites:
        registered = Described(
            site.name,
            site.address,
            site.labour_insurance,
            site.building_confirmation,
            site.corins,
            site.prime.name,
        )
        fits = match(typed, registered, periods[site.pk], days)
        if fits is not None:
            found.append(Proposal(site.number, site.name, site.address, site.prime.name, fits))
    return tuple(sorted(found, key=lambda each: (-each.match.score, each.number))[:MOST])


def _candidates(typed: Described) -> list[int]:
    given: dict[str, str | int] = {
        "labour": typed.labour_insurance,
        "building": typed.building_confirmation,
        "corins": typed.corins,
        "town": _town(typed.address),
        "name": name_stem(typed.name),
        "most": _CANDIDATES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, given)
        return [place for (place,) in cursor.fetchall()]


def _town(address: str) -> str:
    """The address up to its first figure: what two people write alike."""
    plain = plain_address(address)
    return plain[: next((at for at, letter in enumerate(plain) if letter.isdigit()), len(plain))]
