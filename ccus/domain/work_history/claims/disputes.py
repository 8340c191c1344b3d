"""申し立てを読む: refusals that workers answered, for the office that decides them (CLAIM-31, CLAIM-32)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Min

from ccus.domain.work_history.claim_terms import Answer, Ground, Party
from ccus.domain.work_history.claims.around import Around, around
from ccus.domain.work_history.claims.inbox_rows import AskShown, rows_of
from ccus.domain.work_history.claims.waiting_sql import FROM_THE_START
from ccus.domain.work_history.models import DayAsk, DayClaim


@dataclass(frozen=True, slots=True)
class DisputeListed:
    """申し立ての一件 of the list; `due_at`: by when the office decides."""

    key: UUID
    work_on: date
    site: str
    prime: str
    asked_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class DisputesWaiting:
    """待っている申し立ての数; `ends_first`: the earliest instant by which one is decided, None where none waits."""

    count: int
    ends_first: datetime | None


@dataclass(frozen=True, slots=True)
class DisputeDecided:
    """裁定した一件; `by`: the officer as stored, `is_for`: for the worker."""

    key: UUID
    work_on: date
    site: str
    at: datetime
    by: str
    is_for: bool


@dataclass(frozen=True, slots=True)
class Said:
    """言ったこと of the prime or the office: with a ground where it refused."""

    who: str
    at: datetime
    answer: Answer
    ground: Ground | None
    words: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """申し立て: what was entered, what each side said, what the register knows around it. `decision` None: open."""

    entry: AskShown
    refusal: Said
    plea: str
    plea_at: datetime
    due_at: datetime
    decision: Said | None
    around: Around


def open_disputes(*, after: UUID | None = None, limit: int) -> tuple[tuple[DisputeListed, ...], UUID | None]:
    """待っている申し立て, what ends first on top, and the key after which the next page begins. Two statements."""
    waiting = DayAsk.objects.filter(answer=None, company=None).order_by("due_at", "pk")
    if after is not None:
        last = DayAsk.objects.filter(claim__key=after, party=Party.OFFICE).values_list("due_at", "pk").first()
        due_at, key = last or FROM_THE_START
        waiting = waiting.filter(due_at__gte=due_at).exclude(due_at=due_at, pk__lte=key)
    found = list(waiting.select_related("claim", "place__site__prime")[: limit + 1])
    rows = tuple(
        DisputeListed(
            ask.claim.key,
            ask.claim.work_on,
            ask.place.site.name,
            ask.place.site.prime.name,
            ask.asked_at,
            ask.due_at,
        )
        for ask in found[:limit]
    )
    return rows, rows[-1].key if len(found) > limit else None


def disputes_waiting() -> DisputesWaiting:
    """待っている申し立ての数. One statement."""
    found = DayAsk.objects.filter(answer=None, company=None).aggregate(count=Count("pk"), first=Min("due_at"))
    return DisputesWaiting(found["count"], found["first"])


def decided_disputes(limit: int) -> tuple[DisputeDecided, ...]:
    """裁定した申し立て, the latest first. One statement."""
    answered = DayAsk.objects.filter(company=None, answered_at__isnull=False)
    decided = answered.filter(answer__in=(Answer.APPROVED, Answer.REFUSED)).select_related(
        "claim", "place__site"
    )
    return tuple(
        DisputeDecided(
            ask.claim.key,
            ask.claim.work_on,
            ask.place.site.name,
            ask.answered_at,
            ask.answered_by,
            ask.answer == Answer.APPROVED,
        )
        for ask in decided.order_by("-answered_at", "-pk")[:limit]
        if ask.answered_at is not None
    )


def disputed_claim(key: UUID) -> DayClaim | None:
    """The claim with this key, if its refusal was answered."""
    return DayClaim.objects.filter(key=key, asks__party=Party.OFFICE).first()


def dispute_of(claim: DayClaim) -> Dispute:
    """Everything that the office needs to decide a disputed claim. Raises DayAsk.DoesNotExist for another claim."""
    asks = DayAsk.objects.select_related("company").filter(claim=claim)
    prime, office = asks.get(party=Party.PRIME), asks.get(party=Party.OFFICE)
    refusal = _said(prime, prime.company.name if prime.company else "")
    if refusal is None:
        raise DayAsk.DoesNotExist
    return Dispute(
        entry=rows_of([prime.pk])[0],
        refusal=refusal,
        plea=office.plea,
        plea_at=office.asked_at,
        due_at=office.due_at,
        decision=_said(office, "運営主体"),
        around=around(claim),
    )


def _said(ask: DayAsk, who: str) -> Said | None:
    if ask.answer is None or ask.answered_at is None:
        return None
    ground = None if ask.ground is None else Ground(ask.ground)
    return Said(who, ask.answered_at, Answer(ask.answer), ground, ask.words)
