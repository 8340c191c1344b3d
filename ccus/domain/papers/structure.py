"""書類のための施工体制: the site and its spots on a day, in the order of the tree."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, F

from ccus.domain.companies.models import Seat
from ccus.domain.papers.firms import firms_of
from ccus.domain.papers.values import Contract, Firm, SitePlace, Spot
from ccus.domain.sites.models import (
    AccumulationPeriod,
    RosterLine,
    Site,
    SiteContract,
    SitePost,
    StructureAcceptance,
    StructureMember,
)
from ccus.domain.sites.terms import ClientClass, OrderForm, Post
from ccus.foundation.superseding import standing_on

ACCEPTED, WAITING, LEFT, STAND_IN = "承認済み", "承認待ち", "離脱", "未登録"


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
        until_on=period.valid_until - timedelta(days=1) if period.valid_until else None,
        client_class=ClientClass(site.client_class).label if site.client_class else "",
        managers=tuple(seats.values_list("name", flat=True)),
        contracts=tuple(_contract(row) for row in SiteContract.objects.filter(site=site, removed_at=None)),
    )


def spots_of(site: int, day: date, *, below: int | None = None) -> tuple[Spot, ...]:
    """The spots of a site as they stand on a day, upper firms before lower ones; with `below` that one's branch.

    A firm that has left stands there only above one that has not. A constant number of statements.
    """
    members = StructureMember.objects.filter(site=site, withdrawn_at=None, refused_at=None)
    if below is not None:
        members = members.filter(path__contains=[below])
    rows = sorted(members, key=lambda member: member.path)
    states = _states([row.pk for row in rows], day)
    staying = {key for row in rows if states[row.pk][0] != LEFT for key in row.path}
    kept = [row for row in rows if row.pk in staying]
    firms = firms_of({row.company_id for row in kept if row.company_id is not None}, day)
    heads = _heads([row.pk for row in kept], day)
    return tuple(
        Spot(
            member=row.pk,
            key=str(row.key),
            tier=row.tier,
            path=tuple(row.path),
            company=row.company_id,
            firm=Firm(row.stand_in_name) if row.company_id is None else firms[row.company_id],
            state=STAND_IN if row.company_id is None else states[row.pk][0],
            from_on=states[row.pk][1],
            heads=heads.get(row.pk, (0, ""))[0],
            works=heads.get(row.pk, (0, ""))[1],
        )
        for row in kept
    )


def _states(members: list[int], day: date) -> dict[int, tuple[str, date | None]]:
    """Spot → its state on the day, and since when it is accepted."""
    found: dict[int, tuple[str, date | None]] = dict.fromkeys(members, (WAITING, None))
    accepted = StructureAcceptance.objects.filter(member__in=members, superseded_at=None)
    for row in accepted.order_by(F("valid_until").asc(nulls_last=True)):
        is_over = row.valid_until is not None and row.valid_until <= day
        found[row.member_id] = (LEFT if is_over else ACCEPTED, row.valid_from)
    return found


def _heads(members: Iterable[int], day: date) -> dict[int, tuple[int, str]]:
    """Spot → how many are on its roster that day, and what they do there, the most frequent work first."""
    lines = standing_on(RosterLine.objects.filter(member__in=members), day)
    counted = lines.values_list("member", "trade__label", "work_content").annotate(heads=Count("pk"))
    found: dict[int, tuple[int, list[str]]] = {}
    for member, trade, content, heads in counted.order_by("-heads", "trade__label"):
        total, works = found.get(member, (0, []))
        word = content or trade
        found[member] = (total + heads, works if word in works else [*works, word])
    return {member: (total, "、".join(works[:_WORKS])) for member, (total, works) in found.items()}


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
