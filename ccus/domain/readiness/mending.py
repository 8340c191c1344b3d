"""手当て: for each reason somebody concrete who can mend it (READY-06 to READY-08). Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from ccus.domain.readiness.terms import Step
from ccus.domain.work_history.terms import Reason


class Spot(NamedTuple):
    """施工体制の場所, as far as readiness goes; without `company` the firm is not registered."""

    member: int
    key: UUID
    company: int | None
    name: str
    path: tuple[int, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class SiteOf:
    """現場, with its spots by member."""

    place: int
    number: str
    name: str
    prime: int
    prime_name: str
    partners: frozenset[int]
    spots: Mapping[int, Spot]

    def registered_above(self, spot: Spot) -> Spot:
        """The nearest registered firm above a spot; above the prime there is nobody but itself."""
        for member in reversed(spot.path[:-1]):
            if self.spots[member].company is not None:
                return self.spots[member]
        return self.spots[spot.path[0]]

    def speaking_at(self, spot: Spot) -> Spot:
        """The firm that speaks at a spot: its own, or the nearest registered one above it (SITE-19)."""
        return spot if spot.company is not None else self.registered_above(spot)

    def companies(self, member: int | None) -> frozenset[int]:
        """The registered firms on the way from the prime down to a member, whose spot there is not closed."""
        path = self.spots[member].path if member is not None else ()
        spots = (self.spots[on] for on in path)
        return frozenset(spot.company for spot in spots if spot.company is not None and not spot.is_closed)

    @property
    def top(self) -> Spot:
        """The prime's spot."""
        return next(spot for spot in self.spots.values() if len(spot.path) == 1)


@dataclass(frozen=True, slots=True)
class Mend:
    """手当て: what mends a reason, by which company (None: the worker) and at which spot of the structure."""

    reason: Reason
    step: Step
    company: int | None = None
    name: str = "本人"
    spot: UUID | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """一人の事情: what has to be known of one worker at one site to say who can mend something.

    `member`: the spot of the roster line. `employer_spots`: spots of the employers of somebody without a line.
    `asked_by`: who asked for the link that is still open, as `kind:id`.
    """

    site: SiteOf
    member: int | None
    holes: Sequence[int] = ()
    employer_spots: Sequence[int] = ()
    asked_by: Sequence[str] = field(default=())


def mends(matter: Matter, reasons: Iterable[Reason]) -> tuple[Mend, ...]:
    """The steps that mend these reasons, in their order, each once."""
    found = (mend for reason in reasons for mend in _BY_REASON.get(reason, _card)(matter, reason))
    return tuple(dict.fromkeys(found))


def _card(_: Matter, reason: Reason) -> list[Mend]:
    return [Mend(reason, Step.CARD)]


def _withdrawn(matter: Matter, reason: Reason) -> list[Mend]:
    if matter.member is None:
        return []
    return [_by(matter.site.speaking_at(matter.site.spots[matter.member]), reason, Step.TAKE_OFF)]


def _period(matter: Matter, reason: Reason) -> list[Mend]:
    return [Mend(reason, Step.PERIOD, matter.site.prime, matter.site.prime_name)]


def _line(matter: Matter, reason: Reason) -> list[Mend]:
    if not matter.employer_spots:
        return [_by(matter.site.top, reason, Step.BRING_IN)]
    return [_by(matter.site.spots[member], reason, Step.ENTER) for member in matter.employer_spots]


def _holes(matter: Matter, reason: Reason) -> list[Mend]:
    return [_at_hole(matter.site, matter.site.spots[member], reason) for member in matter.holes]


def _at_hole(site: SiteOf, spot: Spot, reason: Reason) -> Mend:
    if spot.company is not None and not spot.is_closed:
        return _by(spot, reason, Step.ACCEPT)
    step = Step.CLAIM if spot.company is None else Step.INVITE_AGAIN
    upper = site.registered_above(spot)
    return Mend(reason, step, upper.company, upper.name, spot.key)


def _link(matter: Matter, reason: Reason) -> list[Mend]:
    if matter.member is None:
        return []
    spot = matter.site.spots[matter.member]
    if spot.company is None:
        return [_at_hole(matter.site, spot, reason)]
    by_worker = [who.startswith("worker:") for who in matter.asked_by]
    if not by_worker:
        return [_by(spot, reason, Step.ASK_LINK)]
    return [
        _by(spot, reason, Step.ANSWER_LINK) if asked else Mend(reason, Step.ANSWER_FIRM)
        for asked in by_worker
    ]


def _by(spot: Spot, reason: Reason, step: Step) -> Mend:
    return Mend(reason, step, spot.company, spot.name, spot.key)


_BY_REASON: dict[Reason, Callable[[Matter, Reason], list[Mend]]] = {
    Reason.NOT_ON_ROSTER: _line,
    Reason.CHAIN_HAS_HOLE: _holes,
    Reason.NOT_LINKED_TO_EMPLOYER: _link,
    Reason.OUTSIDE_PERIOD: _period,
    Reason.WORKER_WITHDRAWN: _withdrawn,
}
