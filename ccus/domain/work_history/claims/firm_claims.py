"""代行した申告を読む: what an employer entered or corrected for its workers, and whose turn it is (CLAIM-11)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.work_history.claims.filters import Shown, narrowed
from ccus.domain.work_history.claims.reading import ClaimShown, claims_shown
from ccus.domain.work_history.models import DayClaim


@dataclass(frozen=True, slots=True)
class ClaimOfOurs:
    """代行した申告: the claim, and the key of the worker for whom it was made."""

    worker: int
    claim: ClaimShown


def claims_by(
    company: int, *, shown: Shown = Shown.ALL, after: UUID | None = None, limit: int
) -> tuple[ClaimOfOurs, ...]:
    """What a company (key) entered, latest day first, behind the claim `after`. A constant number of statements."""
    rows = narrowed(_said_by(company), shown).order_by("-work_on", "-pk")
    last = _said_by(company).filter(key=after).first() if after else None
    if last is not None:
        rows = rows.filter(work_on__lte=last.work_on).exclude(work_on=last.work_on, pk__gte=last.pk)
    return _with_workers(rows[:limit])


def claim_by(company: int, key: UUID) -> tuple[DayClaim, ClaimOfOurs] | None:
    """The row for the acts, and what a page shows of it; None: the company entered no such claim."""
    row = _said_by(company).filter(key=key).select_related("worker").first()
    return (row, _with_workers(DayClaim.objects.filter(pk=row.pk))[0]) if row else None


def _said_by(company: int) -> "QuerySet[DayClaim]":
    """An employer enters in its own name (CLAIM-16): the claims of its firm that one of its accounts said."""
    seats = Seat.objects.filter(company=company).values_list("pk", flat=True)
    actors = [Actor(ActorKind.COMPANY, company), *(Actor(ActorKind.SEAT, seat) for seat in seats)]
    return DayClaim.objects.filter(company=company, recorded_by__in=list(map(str, actors)))


def _with_workers(rows: "QuerySet[DayClaim]") -> tuple[ClaimOfOurs, ...]:
    workers = [row.worker_id for row in rows]
    return tuple(ClaimOfOurs(*pair) for pair in zip(workers, claims_shown(rows), strict=True))
