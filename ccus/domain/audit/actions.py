"""Writing the audit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.terms import Act, Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Touched:
    """影響: days of a worker, of a place, or of one worker at one place; `until_on` is exclusive."""

    from_on: date
    until_on: date | None = None
    worker: int | None = None
    place: int | None = None


def record(
    *,
    act: Act,
    by: Actor,
    at: datetime,
    subject: tuple[str, int],
    affects: Iterable[Touched] = (),
    **detail: object,
) -> Event:
    """監査記録を書く: one event, and the days it touches, in the caller's transaction.

    `subject` is (kind, bigint key). `detail` holds plain JSON values, never personal data. Of whoever files for a
    worker it holds the worker and the mandate besides (PROXY-06), of a second officer the first (EYES-08).
    """
    both: dict[str, object] = {}
    if by.client is not None:
        both = {"client": f"worker:{by.client}", "mandate": by.mandate}
    if by.first is not None:
        both["proposed_by"] = f"{ActorKind.OPERATOR}:{by.first}"
    event = Event.objects.create(
        at=at,
        act=act,
        actor_kind=by.kind,
        actor_id=by.id,
        subject_kind=subject[0],
        subject_id=subject[1],
        detail=detail | both,
    )
    Affect.objects.bulk_create(
        Affect(event_id=event.pk, worker=t.worker, place=t.place, from_on=t.from_on, until_on=t.until_on)
        for t in affects
        if t.until_on is None or t.until_on > t.from_on
    )
    return event
