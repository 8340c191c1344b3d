"""退会した方のほかの申請: closed with the approval of the 退会 (LEAVE-03)."""

from datetime import datetime

from ccus.domain.applications.models import Application, ReviewHold
from ccus.domain.applications.path import move
from ccus.domain.applications.terms import CLOSED, State
from ccus.domain.audit.terms import Actor
from ccus.domain.fees.actions import cancel
from ccus.foundation.constraints import one_at_a_time

_NOTE = "退会したため"


def close_others(case: Application, *, by: Actor, at: datetime) -> None:
    """Every other application about the worker ends, whatever its state; open charges fall away (FEE-09)."""
    one_at_a_time("application", f"{case.worker_id}:None:None")
    others = Application.objects.select_for_update(no_key=True).filter(worker=case.worker_id)
    for other in others.exclude(pk=case.pk).exclude(state__in=CLOSED).order_by("pk"):
        to = State.REJECTED if other.state == State.IN_REVIEW else State.WITHDRAWN
        move(other, to, by=by, at=at, note=_NOTE)
        ReviewHold.objects.filter(application=other).delete()
        cancel(subject=f"application:{other.pk}", by=by, at=at)
