"""作成中の書類を進める: what the job itself reads and notes; nobody is told anything (PAPER-08, PAPER-09)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.papers.models import PaperJob
from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.papers.values import Asked

LOST_AFTER = timedelta(hours=1)
"""A paper that was not finished by then was lost with its worker, and can be asked for anew."""


@dataclass(frozen=True, slots=True)
class ToMake:
    """作成する書類: what was asked, and by whom."""

    asked: Asked
    by: Actor


def to_make(key: UUID) -> ToMake | None:
    """What a job has to make; None where it is finished or erased."""
    job = PaperJob.objects.defer("content").filter(key=key, finished_at=None).first()
    if job is None:
        return None
    asked = Asked(PaperKind(job.kind), FileKind(job.file_kind), job.member_id, job.day, job.has_below)
    return ToMake(asked, actor_of(job.asked_by))


def note_progress(key: UUID, done: int) -> None:
    """Say how far it is; seen at once by whoever waits."""
    PaperJob.objects.filter(key=key, finished_at=None).update(done=done)


def actor_of(named: str) -> Actor:
    """The actor that a column names as `kind:id`."""
    kind, _, key = named.partition(":")
    return Actor(ActorKind(kind), int(key))


def account_of(named: str) -> int | None:
    """The account to write to; None for a company that acts in its own name."""
    actor = actor_of(named)
    if actor.kind is not ActorKind.SEAT:
        return None
    return Seat.objects.filter(pk=actor.id, closed_at=None).values_list("account", flat=True).first()
