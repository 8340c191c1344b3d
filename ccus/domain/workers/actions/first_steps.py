"""最初に行うことを済ませる (guide G04-2)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.workers.models import FirstStep, Worker
from ccus.domain.workers.policies import as_actor
from ccus.domain.workers.terms import Step
from ccus.foundation.constraints import one_at_a_time


@transaction.atomic
def finish_step(*, worker: Worker, step: Step, by: Actor, at: datetime) -> None:
    """一つを済みにする, by nobody but the worker; once is for ever, a second time changes nothing (PORTAL-40)."""
    if by != as_actor(worker):
        raise NotAllowed(f"「{step.label}」を済ませられるのは、技能者本人だけです。本人に頼んでください。")
    one_at_a_time("first_step", worker.pk)
    if not FirstStep.objects.filter(worker=worker, step=step).exists():
        done = FirstStep.objects.create(worker=worker, step=step, done_at=at)
        record(act=Act.FIRST_STEP_DONE, by=by, at=at, subject=("first_step", done.pk), step=step.value)
