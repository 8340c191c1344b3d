"""取り込み: a file becomes a draft, is mended in place, and registered row by row, each once (SITE-28)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F, QuerySet

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.sites.actions.roster import enter_many
from ccus.domain.sites.models import RosterBatch, RosterBatchRow, StructureMember
from ccus.domain.sites.policies import require_invitation_stands
from ccus.domain.sites.sheet.columns import LABELS, head_of
from ccus.domain.sites.sheet.rows import read_rows, texts_of
from ccus.domain.sites.writers import writer_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal
from ccus.foundation.sheets.reading import read_table
from ccus.foundation.sheets.table import Table

_MOST_LETTERS = 500
_NOTE_LINES = """
update roster_batch_row r set line_id = said.line
from unnest(%s::bigint[], %s::bigint[]) as said(id, line) where r.id = said.id
"""


class BatchClosed(Refusal):
    """終わった取り込み: registered whole, or discarded (SITE-28)."""


class NobodyInFile(Refusal):
    """技能者のないファイル: no row below the headings (SITE-28)."""


class ColumnTwice(Refusal):
    """列の重なり: one column is one field (SITE-28)."""


@dataclass(frozen=True, slots=True)
class Mended:
    """直した行: by key, as it was shown (`version`), field → text."""

    row: int
    version: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Registered:
    """登録の結果: how many rows were entered now, how many wait to be mended."""

    entered: int
    left: int


@transaction.atomic
def upload_batch(
    *,
    member: StructureMember,
    data: bytes,
    file_name: str,
    defaults: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> RosterBatch:
    """ファイルの取り込み: rows as they stand in the file; `defaults` field → text for cells that are empty.

    Raises `FileUnreadable`, `FileTooBig`, `NobodyInFile`, `InvitationClosed`.
    """
    writer = writer_of(by, member)
    require_invitation_stands(member)
    table = read_table(data, file_name)
    head = head_of(table.rows)
    batch = RosterBatch.objects.create(
        member=member,
        file_name=tidy(file_name)[-120:] or "名簿",
        headings=list(table.rows[head.row]) if head.row is not None else [],
        columns=dict(head.columns),
        defaults={field: text for field, text in defaults.items() if field in LABELS and tidy(text)},
        made_at=at,
        made_by=str(by),
    )
    rows = _rows(batch, table, 0 if head.row is None else head.row + 1)
    if not rows:
        raise NobodyInFile(
            "見出しの下に、技能者の行がありません。1人を1行に書いたファイルを選んでください。", "file"
        )
    RosterBatchRow.objects.bulk_create(rows)
    record(
        act=Act.ROSTER_FILE_UPLOADED,
        by=by,
        at=at,
        subject=("roster_batch", batch.pk),
        rows=len(rows),
        **writer.detail,
    )
    return batch


@transaction.atomic
def map_columns(*, batch: RosterBatch, columns: Mapping[str, int], by: Actor, at: datetime) -> None:
    """列の対応を直す: field → column from 0. What was mended stays. Raises `ColumnTwice`, `BatchClosed`."""
    _require_open(batch, by)
    known = {field: column for field, column in columns.items() if field in LABELS and column >= 0}
    if len(set(known.values())) < len(known):
        raise ColumnTwice("同じ列が、二つの項目に選ばれています。項目ごとに別の列を選んでください。")
    RosterBatch.objects.filter(pk=batch.pk).update(columns=known)
    batch.columns = known
    record(act=Act.ROSTER_FILE_MAPPED, by=by, at=at, subject=("roster_batch", batch.pk))


@transaction.atomic
def mend_rows(*, batch: RosterBatch, rows: Sequence[Mended], by: Actor, at: datetime) -> tuple[int, ...]:
    """行を直す: only what differs from what stands there is kept. Returns rows (numbers of the file) that somebody
    else changed, registered or dropped meanwhile; those stay as they are. Raises `BatchClosed`.
    """
    _require_open(batch, by)
    found = _waiting(batch).in_bulk([each.row for each in rows])
    overtaken, changed = [], []
    for each in rows:
        row = found.get(each.row)
        if row is None:
            continue
        present = texts_of(batch, row)
        new = {
            field: tidy(text)[:_MOST_LETTERS]
            for field, text in each.texts.items()
            if field in LABELS and tidy(text) != tidy(present[field])
        }
        if not new:
            continue
        if row.version != each.version:
            overtaken.append(row.row)
            continue
        row.mended, row.version = row.mended | new, row.version + 1
        changed.append(row)
    RosterBatchRow.objects.bulk_update(changed, ["mended", "version"], batch_size=500)
    record(act=Act.ROSTER_FILE_MENDED, by=by, at=at, subject=("roster_batch", batch.pk), rows=len(changed))
    return tuple(overtaken)


@transaction.atomic
def drop_rows(*, batch: RosterBatch, rows: Collection[int], by: Actor, at: datetime) -> int:
    """行を外す: they are not registered. Returns how many. Raises `BatchClosed`."""
    _require_open(batch, by)
    dropped = _waiting(batch).filter(pk__in=rows).update(is_dropped=True, version=F("version") + 1)
    record(act=Act.ROSTER_FILE_DROPPED, by=by, at=at, subject=("roster_batch", batch.pk), rows=dropped)
    _close_if_done(batch, at=at)
    return dropped


@transaction.atomic
def register_batch(*, batch: RosterBatch, by: Actor, at: datetime) -> Registered:
    """取り込みの登録: rows without fault are entered, the others stay; each row is entered once, however often pressed.

    Raises `BatchClosed`, and as `enter_many`.
    """
    _require_open(batch, by)
    writer = writer_of(by, batch.member)
    rows = list(_waiting(batch).order_by("row"))
    read = read_rows(batch, rows, writer=writer, at=at)
    good = [(row, each.entry) for row, each in zip(rows, read, strict=True) if each.entry is not None]
    lines = enter_many(member=batch.member, entries=[entry for _, entry in good], by=by, at=at)
    _note_lines({row.pk: line.pk for (row, _), line in zip(good, lines, strict=True)})
    record(
        act=Act.ROSTER_FILE_REGISTERED,
        by=by,
        at=at,
        subject=("roster_batch", batch.pk),
        rows=len(good),
        **writer.detail,
    )
    _close_if_done(batch, at=at)
    return Registered(len(good), len(rows) - len(good))


@transaction.atomic
def discard_batch(*, batch: RosterBatch, by: Actor, at: datetime) -> None:
    """下書きを捨てる: what was registered stays. Raises `BatchClosed`."""
    _require_open(batch, by)
    RosterBatch.objects.filter(pk=batch.pk).update(closed_at=at)
    record(act=Act.ROSTER_FILE_DISCARDED, by=by, at=at, subject=("roster_batch", batch.pk))


def _rows(batch: RosterBatch, table: Table, first: int) -> list[RosterBatchRow]:
    marks: dict[int, dict[str, str]] = {}
    for fault in table.faults:
        marks.setdefault(fault.row, {})[str(fault.column - 1)] = fault.sentence
    return [
        RosterBatchRow(
            batch=batch, row=place, cells=[_kept(cell) for cell in cells], marks=marks.get(place, {})
        )
        for place, cells in enumerate(table.rows, 1)
        if place > first and any(cell.strip() for cell in cells)
    ]


def _note_lines(line_of: Mapping[int, int]) -> None:
    """Row → its line, in one statement: Django's own would write a case for each row."""
    with connection.cursor() as cursor:
        cursor.execute(_NOTE_LINES, [list(line_of.keys()), list(line_of.values())])


def _kept(cell: str) -> str:
    """PostgreSQL keeps no NUL."""
    return cell.replace("\0", "")[:_MOST_LETTERS]


def _waiting(batch: RosterBatch) -> "QuerySet[RosterBatchRow]":
    return RosterBatchRow.objects.filter(batch=batch, is_dropped=False, line=None)


def _require_open(batch: RosterBatch, by: Actor) -> None:
    writer_of(by, batch.member)
    one_at_a_time("roster_batch", batch.pk)
    if not RosterBatch.objects.filter(pk=batch.pk, closed_at=None).exists():
        raise BatchClosed("この取り込みは、すでに終わっています。名簿を開いて、確かめてください。")


def _close_if_done(batch: RosterBatch, *, at: datetime) -> None:
    if not _waiting(batch).exists():
        RosterBatch.objects.filter(pk=batch.pk, closed_at=None).update(closed_at=at)
