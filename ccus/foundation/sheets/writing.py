"""CSV and Excel of what a page shows. A text that a spreadsheet would execute gets a ' in front (SITE-30)."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

_EXECUTED = tuple("=+-@＝＋－＠\t\r\n")
_WIDEST, _NARROWEST = 40, 10
_TITLE_LETTERS = 31


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with BOM and CRLF, as Excel opens it. Dates are ISO texts, None is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_plain(cell) for cell in head])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def xlsx_bytes(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """One sheet called `title`, the head in bold and fixed. Dates and numbers stay dates and numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(c for c in title if c not in "[]:*?/\\'")[:_TITLE_LETTERS] or "Sheet1")
    lines = [list(row) for row in rows]
    for place, name in enumerate(head):
        longest = max([2 * len(name), *(_width(row[place]) for row in lines[:200] if place < len(row))])
        column = sheet.column_dimensions[get_column_letter(place + 1)]
        column.width = min(_WIDEST, max(_NARROWEST, longest + 2))
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, name, bold=True) for name in head])
    for row in lines:
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def neutral(text: str) -> str:
    """The text, with a ' in front if a spreadsheet would take it for something to execute; a sign alone is nothing.

    >>> neutral("=1+1"), neutral("－")
    ("'=1+1", '－')
    """
    return f"'{text}" if len(text) > 1 and text.startswith(_EXECUTED) else text


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "○" if value else ""
        case int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return neutral(str(value))


def _cell(sheet: object, value: object, *, bold: bool = False) -> object:
    kept = value
    if value is None or isinstance(value, bool):
        kept = _plain(value)
    elif not isinstance(value, int | float | date):
        kept = ILLEGAL_CHARACTERS_RE.sub("", neutral(str(value)))
    cell = WriteOnlyCell(sheet, kept)  # type: ignore[arg-type]  # the stubs know no sheet that is only written
    if isinstance(kept, date):
        cell.number_format = "yyyy/mm/dd"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _width(value: object) -> int:
    return sum(2 if ord(letter) > 0xFF else 1 for letter in _plain(value))
