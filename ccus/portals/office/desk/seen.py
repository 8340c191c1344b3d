"""問い合わせた人: what an officer sees of the worker, and of the day that the case names (DESK-06, DESK-14)."""

from dataclasses import dataclass

from ccus.domain.audit.terms import Actor
from ccus.domain.desk.cases import Case
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.why.reading import why_day
from ccus.domain.work_history.why.shown import DayWhy
from ccus.domain.workers.terms import Item
from ccus.foundation import clock


@dataclass(frozen=True, slots=True)
class AskerSeen:
    """問い合わせた人. `worker` None: no worker, or one who may not be shown any more."""

    worker: WorkerSeen | None
    day: DayWhy | None


def asker_seen(officer: Actor, case: Case) -> AskerSeen:
    """The worker behind a case; each look leaves a trace with the number of the case."""
    if case.worker is None:
        return AskerSeen(None, None)
    now = clock.now()
    items = (Item.CARD,) if case.on is None else (Item.CARD, Item.WORK_HISTORY)
    reason = f"お問い合わせ {case.line.number} に答えるため"
    seen = workers_as_seen_by(
        officer, [case.worker], purpose=Purpose.ENQUIRY, reason=reason, at=now, items=items
    )
    worker = seen[0] if seen else None
    is_day_shown = worker is not None and case.on is not None and Item.WORK_HISTORY in worker.items
    day = why_day(case.worker, case.on, at=now) if is_day_shown and case.on is not None else None
    return AskerSeen(worker, day)
