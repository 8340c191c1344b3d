"""施工体制を読む: the tree of a site as it stands on a day. Three statements (SITE-23)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from ccus.domain.sites.models import RosterLine, StructureAcceptance
from ccus.domain.sites.spots import open_spots
from ccus.domain.sites.terms import SpotState
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class Spot:
    """場所: a firm at one spot. `company` None: a stand-in, with the contact that was declared.

    `accepted_until` is the day after the last; both days are those of the newest acceptance. `heads`: workers on its
    roster today.
    """

    member: int
    key: UUID
    company: int | None
    company_number: str
    name: str
    contact: str
    tier: int
    parent: int | None
    path: tuple[int, ...]
    invited_at: datetime
    registered_via: str
    accepted_from: date | None
    accepted_until: date | None
    state: SpotState
    heads: int

    @property
    def last_on(self) -> date | None:
        """The last day in the structure, None: no end in sight."""
        return self.accepted_until - ONE_DAY if self.accepted_until else None


@dataclass(frozen=True, slots=True)
class Tree:
    """施工体制: the spots of a site, each after the one above it (depth first)."""

    site: int
    spots: tuple[Spot, ...]
    by_member: Mapping[int, Spot] = field(default_factory=dict)

    @property
    def heads(self) -> int:
        """Workers on all rosters."""
        return sum(spot.heads for spot in self.spots)

    def spot(self, key: UUID) -> Spot | None:
        """The spot with this public key."""
        return next((spot for spot in self.spots if spot.key == key), None)

    def above(self, spot: Spot) -> Spot | None:
        """The spot directly above."""
        return self.by_member.get(spot.parent) if spot.parent is not None else None

    def below(self, spot: Spot) -> tuple[Spot, ...]:
        """The spots directly below."""
        return tuple(other for other in self.spots if other.parent == spot.member)

    def branch_of(self, company: int) -> "Tree":
        """As a firm of it sees the tree: the way up to the prime, and what is below its own spots (D-08)."""
        own = {spot.member for spot in self.spots if spot.company == company}
        ways = {member for spot in self.spots if spot.member in own for member in spot.path}
        kept = [spot for spot in self.spots if spot.member in ways or own & set(spot.path)]
        return _tree(self.site, kept)


def tree_of(site: int, *, on: date | None = None) -> Tree:
    """施工体制の木 as it stands on a day, today without one; withdrawn and refused invitations are not in it.

    Three statements, whatever the number of firms.
    """
    day = on or clock.today()
    accepted: dict[int, tuple[date, date | None]] = {}
    acceptances = StructureAcceptance.objects.filter(member__site=site, superseded_at=None)
    for member, since, until in acceptances.order_by("valid_from").values_list(
        "member", "valid_from", "valid_until"
    ):
        accepted[member] = (since, until)
    lines = standing_on(RosterLine.objects.filter(place=site), day)
    heads = dict(lines.values_list("member").annotate(Count("worker", distinct=True)).order_by())
    rows: QuerySet[Any, Any] = open_spots(site).order_by("pk").values_list(*_COLUMNS)
    return _tree(
        site, _depth_first(_spot(row, accepted.get(row[0]), heads.get(row[0], 0), day) for row in rows)
    )


_COLUMNS = (
    "pk", "key", "company", "company__number", "company__name", "stand_in_name", "stand_in_contact", "tier", "parent",
    "path", "invited_at", "registered_via",
)  # fmt: skip


def _spot(row: tuple[Any, ...], accepted: tuple[date, date | None] | None, heads: int, day: date) -> Spot:
    member, key, company, number, name, stand_in, contact, tier, parent, path, invited_at, via = row
    since, until = accepted or (None, None)
    return Spot(
        member,
        key,
        company,
        number or "",
        name or stand_in,
        contact if company is None else "",
        tier,
        parent,
        tuple(path),
        invited_at,
        via,
        since,
        until,
        state_of(tier, is_registered=company is not None, accepted=accepted, day=day),
        heads,
    )


def state_of(
    tier: int, *, is_registered: bool, accepted: tuple[date, date | None] | None, day: date
) -> SpotState:
    """The state of a spot on a day, by its newest acceptance (from, the day after the last)."""
    if tier == 0:
        return SpotState.PRIME
    if not is_registered:
        return SpotState.STAND_IN
    if accepted is None:
        return SpotState.WAITING
    until = accepted[1]
    return SpotState.ACCEPTED if until is None or until > day else SpotState.LEFT


def _depth_first(spots: Iterable[Spot]) -> list[Spot]:
    """From the prime down; what hangs below a withdrawn invitation is not reached."""
    below: dict[int | None, list[Spot]] = {}
    for spot in spots:
        below.setdefault(spot.parent, []).append(spot)
    ordered: list[Spot] = []
    waiting = below.get(None, [])[::-1]
    while waiting:
        spot = waiting.pop()
        ordered.append(spot)
        waiting.extend(reversed(below.get(spot.member, [])))
    return ordered


def _tree(site: int, spots: Iterable[Spot]) -> Tree:
    kept = tuple(spots)
    return Tree(site, kept, {spot.member: spot for spot in kept})
