"""束の作成を進める: what the job reads and notes itself; nobody is told anything (PRINT-03)."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.printing.models import PrintBatch, PrintPart
from ccus.domain.printing.rules import missing_parts
from ccus.foundation import alone


@dataclass(frozen=True, slots=True)
class BatchToMake:
    """作成中の束: its parts that are still missing, in order, and the officer who took it."""

    key: UUID
    parts: tuple[int, ...]
    by: Actor


def unfinished() -> list[UUID]:
    """The batches with parts that are missing, oldest first."""
    batches = PrintBatch.objects.filter(posted_at=None).order_by("pk")
    return [batch.key for batch in batches if _missing(batch)]


def to_make(key: UUID) -> BatchToMake | None:
    """What is still to be made of a batch; None where nothing is."""
    batch = PrintBatch.objects.filter(key=key, posted_at=None).first()
    parts = _missing(batch) if batch is not None else ()
    if batch is None or not parts:
        return None
    kind, _, officer = batch.taken_by.partition(":")
    return BatchToMake(batch.key, parts, Actor(ActorKind(kind), int(officer)))


def alone_with(key: UUID) -> AbstractContextManager[bool]:
    """Whether this process is the one that makes the batch. One that dies lets go of it with its connection."""
    return alone.alone_with(f"print_batch:{key}")


def note_fault(key: UUID, sentence: str) -> None:
    """Say on the page of the batch why it does not go on."""
    PrintBatch.objects.filter(key=key, posted_at=None).update(fault=sentence[:200])


def _missing(batch: PrintBatch) -> tuple[int, ...]:
    made = set(PrintPart.objects.filter(batch=batch).values_list("part", flat=True))
    return tuple(missing_parts(batch.size, made))
