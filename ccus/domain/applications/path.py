"""経過: the only place that moves an application (APP-02)."""

from datetime import datetime

from ccus.domain.applications.models import Application, ApplicationStep
from ccus.domain.applications.rules import TRANSITIONS
from ccus.domain.applications.terms import CLOSED, QUEUED, State
from ccus.domain.audit.terms import Actor
from ccus.foundation.constraints import refusing
from ccus.foundation.refusals import Refusal


class MovedMeanwhile(Refusal):
    """先に動いた申請: somebody moved it in the same moment (APP-02)."""


def move(case: Application, to: State, *, by: Actor, at: datetime, note: str = "") -> None:
    """Move an application one step. Raises `MovedMeanwhile`; ValueError for a move that no table allows."""
    before, ordinal = State(case.state), case.steps + 1
    if (before, to) not in TRANSITIONS:
        raise ValueError(f"no transition from {before} to {to}")
    meanwhile = MovedMeanwhile(
        f"申請{case.number}は、同時に別の操作が行われました。申請の画面を開き直して、今の状態を確かめてください。"
    )
    with refusing({"application_step_pkey": meanwhile}):
        ApplicationStep.objects.create(
            application=case,
            ordinal=ordinal,
            from_state=before,
            to_state=to,
            at=at,
            by=str(by),
            note=note,
            mandate_id=by.mandate,
        )
    case.state, case.steps = to, ordinal
    if to in QUEUED and case.queued_at is None:
        case.queued_at = at
    if to in CLOSED:
        case.closed_at = at
    moved = Application.objects.filter(pk=case.pk, steps=ordinal - 1).update(
        state=to, steps=ordinal, queued_at=case.queued_at, closed_at=case.closed_at
    )
    if not moved:
        raise meanwhile
