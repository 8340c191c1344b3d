"""表の書類: tables whose heads stand on every sheet, as a PDF; each table may begin a sheet of its own (PAPER-07)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ccus.documents.cells import printed
from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.domain.papers.values import Cell

Size = Literal["a3", "a4"]


@dataclass(frozen=True, slots=True)
class Column:
    """欄: `width` is its share of the sheet; several labels stand one above the other, a cell for each.

    `strong`: the field in larger letters.
    """

    labels: tuple[str, ...]
    width: float
    fields: tuple[str, ...]
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """一つの表: what stands over it as pairs of label and words, and a row for each: field → cell."""

    title: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: Sequence[dict[str, Cell]]
    nothing: str = "登録がありません。"


@dataclass(frozen=True, slots=True)
class Sheet:
    """表の書類. `who` and `what` stand in the head of every sheet, `notes` at the end."""

    title: str
    who: str
    what: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    size: Size = "a3"
    letters: float = 6.8
    breaks: bool = True


def sheet_data(sheet: Sheet) -> dict[str, object]:
    """What the template takes."""
    return {
        "title": sheet.title,
        "head": {"who": sheet.who, "what": sheet.what},
        "size": sheet.size,
        "letters": sheet.letters,
        "breaks": sheet.breaks,
        "tables": [_table(table) for table in sheet.tables],
        "notes": sheet.notes,
        "contact": contact(),
    }


def sheet_pdf(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF, A3 or A4 across."""
    return pdf("sheet", sheet_data(sheet))


def _table(table: Table) -> dict[str, object]:
    return {
        "title": table.title,
        "facts": table.facts,
        "heads": [column.labels for column in table.columns],
        "widths": [column.width for column in table.columns],
        "strong": [column.fields.index(column.strong) if column.strong else -1 for column in table.columns],
        "rows": [
            [[printed(row.get(field)) for field in column.fields] for column in table.columns]
            for row in table.rows
        ],
        "nothing": table.nothing,
    }
