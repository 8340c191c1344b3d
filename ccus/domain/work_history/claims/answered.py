"""答えた日: what a company answered, or let pass, who did and when (CLAIM-39).

Names of workers come from `disclosure`; here are their keys.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.companies.policies import Seated
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, Ground, Party
from ccus.domain.work_history.claims.inbox import Tray, waiting_for
from ccus.domain.work_history.models import DayAsk, DayClaim

SHOWN = (Answer.CONFIRMED, Answer.APPROVED, Answer.REFUSED, Answer.LAPSED)


@dataclass(frozen=True, slots=True)
class AnsweredShown:
    """答えた一日. `by`: the person of the company who answered, "" where the clock said it or no person is kept.

    `is_own`: whoever approved had entered the day (CLAIM-36).
    """

    key: UUID
    kind: ClaimKind
    worker: int
    site: str
    work_on: date
    firm: str
    party: Party
    answer: Answer
    at: datetime
    by: str
    is_own: bool
    ground: Ground | None
    words: str


def answered_days(
    sitting: Seated, trays: Collection[Tray], *, after: UUID | None = None, limit: int
) -> tuple[tuple[AnsweredShown, ...], UUID | None]:
    """答えた日, the latest answer first, and the key after which the next page begins. Four statements at most."""
    reached = Q(pk=None)
    for tray in trays:
        waiting = waiting_for(sitting, tray)
        part = Q(party__in=waiting.parties)
        reached |= part if waiting.places is None else part & Q(place__in=waiting.places)
    answered = DayAsk.objects.filter(company=sitting.company, answered_at__isnull=False)
    asks = answered.filter(reached, answer__in=SHOWN)
    last = answered.filter(claim__key=after).values_list("answered_at", "pk").first() if after else None
    if last is not None:
        asks = asks.filter(answered_at__lte=last[0]).exclude(answered_at=last[0], pk__gte=last[1])
    related = ("claim__company", "place__site")
    found = list(asks.select_related(*related).order_by("-answered_at", "-pk")[: limit + 1])
    names = _names([ask.answered_by for ask in found[:limit]])
    rows = tuple(_shown(ask, names) for ask in found[:limit])
    return rows, rows[-1].key if len(found) > limit else None


def answer_to(claim: DayClaim, company: int) -> AnsweredShown | None:
    """What a company (key) said to a claim; None while it has not, or need not any more."""
    asks = DayAsk.objects.select_related("claim__company", "place__site")
    ask = asks.filter(claim=claim, company=company, answer__in=SHOWN).first()
    return None if ask is None else _shown(ask, _names([ask.answered_by]))


def _shown(ask: DayAsk, names: dict[str, str]) -> AnsweredShown:
    if ask.answer is None or ask.answered_at is None:
        raise ValueError("not answered")
    claim = ask.claim
    return AnsweredShown(
        key=claim.key,
        kind=ClaimKind(claim.kind),
        worker=claim.worker_id,
        site=ask.place.site.name,
        work_on=claim.work_on,
        firm=claim.company.name if claim.company else "",
        party=Party(ask.party),
        answer=Answer(ask.answer),
        at=ask.answered_at,
        by=names.get(ask.answered_by, ""),
        is_own=ask.is_own,
        ground=None if ask.ground is None else Ground(ask.ground),
        words=ask.words,
    )


def _names(actors: Collection[str]) -> dict[str, str]:
    kinds = (actor.partition(":") for actor in set(actors))
    seats = [int(key) for kind, _, key in kinds if kind == ActorKind.SEAT]
    rows = Seat.objects.filter(pk__in=seats).values_list("pk", "name")
    return {str(Actor(ActorKind.SEAT, key)): name for key, name in rows}
