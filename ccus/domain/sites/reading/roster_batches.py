"""下書きとパターンを読む: what waits to be mended, and which crews are kept (SITE-27, SITE-28)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from ccus.domain.sites.models import RosterBatch, RosterBatchRow, RosterPattern, StructureMember
from ccus.domain.sites.sheet.rows import RowRead, read_rows
from ccus.domain.sites.writers import Writer


@dataclass(frozen=True, slots=True)
class BatchListed:
    """下書きの一覧の行."""

    key: UUID
    file_name: str
    made_at: datetime
    waiting: int
    registered: int


@dataclass(frozen=True, slots=True)
class BatchShown:
    """下書き: rows that wait, each with its faults; `batch` is for the acts."""

    batch: RosterBatch
    rows: tuple[RowRead, ...]
    registered: int
    dropped: int

    @property
    def bad(self) -> tuple[RowRead, ...]:
        """Rows that cannot be registered yet."""
        return tuple(row for row in self.rows if row.entry is None)

    @property
    def good(self) -> tuple[RowRead, ...]:
        """Rows that can be registered."""
        return tuple(row for row in self.rows if row.entry is not None)


@dataclass(frozen=True, slots=True)
class PatternListed:
    """パターンの一覧の行."""

    key: UUID
    name: str
    workers: int
    made_at: datetime


def batch_for(member: StructureMember, key: UUID) -> RosterBatch | None:
    """A draft of this spot, open or not."""
    found = RosterBatch.objects.filter(member=member, key=key).first()
    if found is not None:
        found.member = member
    return found


def batch_shown(
    batch: RosterBatch, *, writer: Writer, at: datetime, ignoring_lines: bool = False
) -> BatchShown:
    """The draft with every row that waits. A constant number of statements.

    `ignoring_lines`: to compare with the roster, so that who stands on it already is no fault.
    """
    rows = RosterBatchRow.objects.filter(batch=batch)
    waiting = list(rows.filter(is_dropped=False, line=None).order_by("row"))
    return BatchShown(
        batch,
        tuple(read_rows(batch, waiting, writer=writer, at=at, ignoring_lines=ignoring_lines)),
        rows.filter(line__isnull=False).count(),
        rows.filter(is_dropped=True).count(),
    )


def batches_of(member: StructureMember) -> tuple[BatchListed, ...]:
    """Open drafts of a spot, newest first."""
    rows = RosterBatch.objects.filter(member=member, closed_at=None).annotate(
        waiting=Count("rows", filter=Q(rows__is_dropped=False, rows__line=None)),
        registered=Count("rows", filter=Q(rows__line__isnull=False)),
    )
    return tuple(
        BatchListed(row.key, row.file_name, row.made_at, row.waiting, row.registered)
        for row in rows.order_by("-pk")
    )


def patterns_of(company: int) -> tuple[PatternListed, ...]:
    """Kept crews of a company (key), by name."""
    rows = RosterPattern.objects.filter(company=company, removed_at=None).annotate(heads=Count("workers"))
    return tuple(PatternListed(row.key, row.name, row.heads, row.made_at) for row in rows.order_by("name"))


def pattern_for(company: int, key: UUID) -> RosterPattern | None:
    """A crew for the acts."""
    found = RosterPattern.objects.filter(company=company, key=key, removed_at=None)
    return found.select_related("company").first()
