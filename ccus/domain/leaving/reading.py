"""退会した方を見る, for whoever lets them come back (LEAVE-05)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.reading import WorkerSeen, worker_as_seen_by
from ccus.domain.disclosure.terms import IDENTIFYING, Purpose
from ccus.domain.leaving.policies import require_returnable
from ccus.domain.leaving.rules import last_day_to_return
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class LeftShown:
    """退会した方: what identity is confirmed by, as the officer may see it; the worker reads why, once back."""

    seen: WorkerSeen
    left_on: date
    until: date


def whoever_left(number: str, *, reason: str, by: Actor, at: datetime) -> LeftShown:
    """Leaves a trace of the look. Raises `NobodyLeft`, `TooLateToReturn`, `ReasonMissing`, `NotAllowed`."""
    require_duty(by, Duty.IDENTITY)
    withdrawal = require_returnable(number, on=day_of(at))
    seen = worker_as_seen_by(
        by, withdrawal.worker_id, purpose=Purpose.IDENTITY, reason=reason, at=at, items=IDENTIFYING
    )
    left_on = day_of(withdrawal.withdrawn_at)
    return LeftShown(seen, left_on, last_day_to_return(left_on))
