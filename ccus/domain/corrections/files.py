"""ファイルの行: what a file says, row by row, as if it had been typed (FIX-02)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccus.domain.corrections.catalogue import realm_of
from ccus.domain.corrections.headings import head_of, ignored_in
from ccus.domain.corrections.models import ChangeSet
from ccus.domain.corrections.policies import NobodyInFile, NoHeadings
from ccus.domain.corrections.rules import MOST_ROWS
from ccus.foundation.japanese import tidy
from ccus.foundation.sheets.reading import read_table
from ccus.foundation.sheets.table import Limits, Table

EMPTIED = "空欄にする"
"""What a cell says whose field is to become empty: an empty cell leaves what is registered."""
OF_A_CORRECTION = Limits(
    size=40 * 1024 * 1024, rows=MOST_ROWS + 20, unpacked=256 * 1024 * 1024, tags=16_000_000
)


@dataclass(frozen=True, slots=True)
class FileRow:
    """ファイルの一行: `place` in the file, from 1; `marks`: field → what is wrong with its cell itself."""

    place: int
    typed: Mapping[str, str]
    marks: Mapping[str, str]


def file_rows(change_set: ChangeSet, data: bytes, name: str) -> tuple[list[FileRow], tuple[str, ...]]:
    """The rows below the headings that say anything, and the headings that none of the block's columns is called.

    Raises `FileUnreadable`, `FileTooBig`, `NoHeadings`, `NobodyInFile`.
    """
    table = read_table(data, name, OF_A_CORRECTION)
    head, columns = head_of(change_set.side, change_set.block, table.rows)
    if head is None:
        label = realm_of(change_set.side).number_label
        raise NoHeadings(
            f"「{label}」という見出しの列がありません。見本のファイルの見出しを使ってください。", "file"
        )
    rows = list(_rows(table, head, columns))
    if not rows:
        raise NobodyInFile("見出しの下に行がありません。1件を1行に書いたファイルを選んでください。", "file")
    return rows, ignored_in(change_set.side, change_set.block, table.rows[head])


def _rows(table: Table, head: int, columns: Mapping[str, int]) -> Iterator[FileRow]:
    marks: dict[int, dict[int, str]] = {}
    for fault in table.faults:
        marks.setdefault(fault.row, {})[fault.column - 1] = fault.sentence
    for place, cells in enumerate(table.rows, 1):
        if place <= head + 1 or not any(cell.strip() for cell in cells):
            continue
        wrong = marks.get(place, {})
        typed = {field: cells[at].strip() for field, at in columns.items() if at < len(cells)}
        yield FileRow(
            place,
            {field: "" if tidy(text) == EMPTIED else text for field, text in typed.items() if text},
            {field: wrong[at] for field, at in columns.items() if at in wrong},
        )
