"""現場ごとの見通し: what an account sees ahead at the sites it reaches, counted (READY-09)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.companies.policies import Seated
from ccus.domain.readiness.reading import readiness_of_many
from ccus.domain.sites.reading.sites import SiteShown, sites_of
from ccus.domain.sites.terms import Standing

MOST_SITES = 100
"""The newest sites of each standing."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """ある現場の見通し: so many will count, so many will not, `own` of these can be mended by the own company."""

    site: SiteShown
    green: int
    amber: int
    own: int


@dataclass(frozen=True, slots=True)
class Counts:
    """見通しの合計 over all sites ahead; `sites` is how many of them have an amber line."""

    sites: int
    green: int
    amber: int
    own: int


def sites_ahead(sitting: Seated, day: date, *, at: datetime) -> tuple[Ahead, ...]:
    """The sites in whose period the day lies and where somebody is asked, those with most to mend first."""
    shown: dict[int, SiteShown] = {}
    for standing in Standing:
        for site in sites_of(sitting, standing=standing, limit=MOST_SITES):
            if site.is_on(day):
                shown.setdefault(site.place, site)
    foreseen = readiness_of_many(list(shown), day, at=at)
    seen = [(shown[place], one.seen_by(sitting.company)) for place, one in foreseen.items()]
    ahead = [
        Ahead(site, len(one.green), len(one.amber), one.up_to(sitting.company))
        for site, one in seen
        if one.lines
    ]
    return tuple(sorted(ahead, key=lambda one: (-one.own, -one.amber, one.site.number)))


def readiness_counts(sitting: Seated, day: date, *, at: datetime) -> Counts:
    """ホームの見通し: all sites ahead together."""
    ahead = sites_ahead(sitting, day, at=at)
    return Counts(
        sites=sum(one.amber > 0 for one in ahead),
        green=sum(one.green for one in ahead),
        amber=sum(one.amber for one in ahead),
        own=sum(one.own for one in ahead),
    )
