"""現場の行: what comes with a site, as the acts on it write it."""

from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Seat
from ccus.domain.companies.policies import seated
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.models import AccumulationPeriod, Site, SiteContract, SitePost
from ccus.domain.sites.owners import holder, require_role_for
from ccus.domain.sites.terms import Post
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class AlreadyPosted(Refusal):
    """担当の重なり: one post of an account at a site on any day (SITE-17)."""


def put_contract(site: Site, items: ContractItems, *, by: Actor, at: datetime) -> SiteContract:
    """One more contract. Raises `ContractUnreadable`, `PeriodBackwards` (SITE-16)."""
    return SiteContract.objects.create(site=site, recorded_at=at, recorded_by=str(by), **items.columns())


def put_post(site: Site, seat: Seat, post: Post, from_on: date, *, by: Actor, at: datetime) -> SitePost:
    """An account's post from a day on. Raises `AlreadyPosted` (SITE-17)."""
    posted = AlreadyPosted(
        f"{seat.name}さんは、{date_words(from_on)}以降、{site.name}の担当にすでになっています。"
        "その担当を終えてから登録してください。",
        "seat",
    )
    with refusing({"site_post_once": posted}):
        return SitePost.objects.create(
            site=site, seat=seat, post=post, valid_from=from_on, recorded_at=at, recorded_by=str(by)
        )


def first_manager(site: Site, login_id: str, *, by: Actor, at: datetime) -> None:
    """The manager a site is registered with: who is named, else whoever registers it (SITE-17).

    A company's own systems may name nobody.
    """
    sitting = seated(by)
    if login_id:
        seat = holder(site.prime, login_id, field="manager")
    elif sitting is not None:
        seat = Seat.objects.get(pk=sitting.seat)
    else:
        return
    require_role_for(seat, Post.MANAGER)
    first = AccumulationPeriod.objects.filter(site=site).values_list("valid_from", flat=True)[0]
    put_post(site, seat, Post.MANAGER, min(first, day_of(at)), by=by, at=at)
