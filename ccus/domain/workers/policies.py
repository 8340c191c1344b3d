"""技能者として行えること, and what a worker who left may no longer."""

from datetime import date

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.workers.models import Mandate, Withdrawal, Worker
from ccus.domain.workers.terms import Mandated
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class WorkerWithdrawn(Refusal):
    """退会した技能者: nothing new is registered for somebody who left (REG-15)."""


def as_actor(worker: Worker) -> Actor:
    """The worker acting in person."""
    return Actor(ActorKind.WORKER, worker.pk)


def require_not_withdrawn(worker: Worker) -> None:
    """Refuse what needs a worker who is still in the register (REG-15)."""
    if Withdrawal.objects.filter(worker=worker).exists():
        raise WorkerWithdrawn(
            f"技能者ID {worker.number} の方は退会しています。お問い合わせセンターに、再登録を申し込んでください。"
        )


def holds_mandate(*, worker: int, company: int, act: Mandated, on: date) -> bool:
    """Whether a company may do this in the worker's name on a day; an ended mandate is over at once (DATA-19)."""
    given = Mandate.objects.filter(worker=worker, company=company, acts__contains=[act])
    return standing_on(given, on).exists()
