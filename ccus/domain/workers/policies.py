"""技能者として行えること, and what a worker who left may no longer."""

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.models import Worker
from ccus.foundation.refusals import Refusal


class WorkerWithdrawn(Refusal):
    """退会した技能者: nothing new is registered for somebody who left (REG-15)."""


def as_actor(worker: Worker) -> Actor:
    """The worker acting in person."""
    return Actor(ActorKind.WORKER, worker.pk)


def require_not_withdrawn(worker: Worker) -> None:
    """Refuse what needs a worker who is still in the register (REG-15)."""
    if has_left(worker.pk):
        raise withdrawn(worker)


def withdrawn(worker: Worker) -> WorkerWithdrawn:
    """The refusal for somebody who left."""
    return WorkerWithdrawn(
        f"技能者ID {worker.number} の方は退会しています。お問い合わせセンターに、再登録を申し込んでください。"
    )
