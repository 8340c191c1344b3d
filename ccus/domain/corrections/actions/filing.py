"""修正をファイルで書く: all its rows at once, those with mistakes among them (FIX-02)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.corrections.drafting import next_ordinal, opened, reader_of, require_room
from ccus.domain.corrections.entering import Reader, rows_from
from ccus.domain.corrections.files import FileRow, file_rows
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.policies import void_preview
from ccus.domain.corrections.rules import A_TURN


@dataclass(frozen=True, slots=True)
class FileRead:
    """読み取りの結果: rows written, how many of them are to be mended; `ignored`: headings of no field."""

    rows: int
    faulty: int
    ignored: tuple[str, ...] = ()


@transaction.atomic
def read_file(
    *,
    change_set: ChangeSet,
    data: bytes,
    name: str,
    by: Actor,
    at: datetime,
) -> FileRead:
    """ファイルを読む: Excel or CSV; each row becomes one of the set, of a set without rows with its number in the file.

    An empty cell leaves what is registered, 「空欄にする」 empties it.

    Raises `FileUnreadable`, `FileTooBig`, `NoHeadings`, `NobodyInFile`, `TooManyRows`, `SetEnded`, `NotAllowed`.
    """
    fresh = opened(change_set, by=by)
    found, ignored = file_rows(fresh, data, name)
    require_room(fresh, len(found))
    void_preview(fresh, at=at)
    faulty = 0
    reader = reader_of(fresh, by=by, at=at)
    for rows in _read(reader, found, after=next_ordinal(fresh) - 1):
        ChangeRow.objects.bulk_create(rows)
        faulty += sum(1 for row in rows if row.faults)
    record(act=Act.CORRECTION_FILE_READ, by=by, at=at, subject=("change_set", fresh.pk), rows=len(found))
    return FileRead(len(found), faulty, ignored)


def _read(reader: Reader, found: Iterable[FileRow], *, after: int) -> Iterator[list[ChangeRow]]:
    rest = iter(found)
    while some := list(islice(rest, A_TURN)):
        rows = rows_from(reader, ((after + each.place, each.typed) for each in some))
        for row, each in zip(rows, some, strict=True):
            row.faults |= each.marks
        yield rows
