"""書類のための施工体制: the site and its spots on a day, in the order of the tree."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count

from ccus.domain.companies.models import Seat
from ccus.domain.papers.firms import firms_of
from ccus.domain.papers.values import Contract, Firm, SitePlace, Spot
from ccus.domain.sites.models import (
    AccumulationPeriod,
    RosterLine,
    Site,
    SiteContract,
    SitePost,
)
from ccus.domain.sites.reading.structure import tree_of
from ccus.domain.sites.terms import ClientClass, OrderForm, Post, SpotState
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.superseding import standing_on


def site_of(site: Site, day: date) -> SitePlace:
    """現場 with its contracts and those who manage it on the day; six statements."""
    period = AccumulationPeriod.objects.get(site=site, superseded_at=None)
    posts = standing_on(SitePost.objects.filter(site=site, post=Post.MANAGER), day)
    seats = Seat.objects.filter(pk__in=posts.values("seat"), company=site.prime_id).order_by("pk")
    return SitePlace(
        number=site.number,
        name=site.name,
        address=site.address,
        prime=firms_of([site.prime_id], day)[site.prime_id],
        from_on=period.valid_from,
        until_on=period.valid_until - ONE_DAY if period.valid_until else None,
        client_class=ClientClass(site.client_class).label if site.client_class else "",
        managers=tuple(seats.values_list("name", flat=True)),
        contracts=tuple(_contract(row) for row in SiteContract.objects.filter(site=site, removed_at=None)),
    )


def spots_of(site: int, day: date) -> tuple[Spot, ...]:
    """The spots of a site as they stand on a day, upper firms before lower ones; a constant number of statements.

    A firm that has left stands there only above one that has not.
    """
    tree = tree_of(site, on=day)
    staying = {key for spot in tree.spots if spot.state is not SpotState.LEFT for key in spot.path}
    kept = [spot for spot in tree.spots if spot.member in staying]
    firms = firms_of({spot.company for spot in kept if spot.company is not None}, day)
    works = _works([spot.member for spot in kept], day)
    return tuple(
        Spot(
            member=spot.member,
            key=str(spot.key),
            tier=spot.tier,
            path=spot.path,
            company=spot.company,
            firm=Firm(spot.name) if spot.company is None else firms[spot.company],
            state=spot.state,
            from_on=spot.accepted_from,
            heads=spot.heads,
            works=works.get(spot.member, ""),
        )
        for spot in kept
    )


def _works(members: Iterable[int], day: date) -> dict[int, str]:
    """Spot → what its people do there, the most frequent work first; trades where no 作業内容 is written."""
    lines = standing_on(RosterLine.objects.filter(member__in=members), day)
    counted = lines.values_list("member", "trade__label", "work_content").annotate(heads=Count("pk"))
    found: dict[int, dict[str, None]] = {}
    for member, trade, content, _ in counted.order_by("-heads", "trade__label", "work_content"):
        found.setdefault(member, {})[content or trade] = None
    return {member: "、".join([*works][:_WORKS]) for member, works in found.items()}


_WORKS = 4


def _contract(row: SiteContract) -> Contract:
    works = (row.works_kind, row.building_use, row.structure_kind, row.work_type, row.scale)
    return Contract(
        name=row.name,
        works_place=row.works_place,
        client=row.client,
        order_form=OrderForm(row.order_form).label if row.order_form else "",
        from_on=row.from_on,
        until_on=row.until_on,
        works="、".join(word for word in works if word),
    )
