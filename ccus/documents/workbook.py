"""Excelの書類: what a paper shows as a workbook to go on with: a sheet for each table, ready to print (PAPER-07)."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ccus.documents.sheet import Sheet, Size, Table
from ccus.domain.papers.values import Cell
from ccus.foundation.sheets.writing import neutral

_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="EEF2F7")
_WRAPPED = Alignment(vertical="center", wrap_text=True)
_PAPER: dict[Size, int] = {"a3": 8, "a4": 9}
_NARROWEST, _WIDEST, _TITLE_LETTERS = 7, 44, 28


def workbook(sheet: Sheet) -> bytes:
    """The paper as an Excel file. Days stay days, numbers numbers; typed text stays text (SITE-30)."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(sheet.tables, start=1):
        _fill(book.create_sheet(_name(table.title or sheet.title, number, len(sheet.tables))), sheet, table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(page: Worksheet, sheet: Sheet, table: Table) -> None:
    heads = tuple(chain.from_iterable(column.labels for column in table.columns))
    fields = tuple(chain.from_iterable(column.fields for column in table.columns))
    _text(page, 1, (sheet.title,)).font = Font(bold=True, size=16)
    _text(page, 2, (f"{sheet.who}　{sheet.what}",))
    row = 3
    for label, words in table.facts:
        _text(page, row, (label, words))
        row += 1
    first = row + 1
    for place, head in enumerate(heads, start=1):
        cell = _put(page, first, place, head)
        cell.font, cell.fill, cell.border, cell.alignment = Font(bold=True), _HEAD, _BOX, _WRAPPED
    for at, values in enumerate(table.rows, start=first + 1):
        for place, field in enumerate(fields, start=1):
            cell = _put(page, at, place, values.get(field))
            cell.border, cell.alignment = _BOX, _WRAPPED
    last = first + max(1, len(table.rows))
    if not table.rows:
        _text(page, last, (table.nothing,))
    for at, note in enumerate(sheet.notes, start=last + 2):
        _text(page, at, (note,))
    _print(page, sheet.size, heads, fields, table, first)


def _print(
    page: Worksheet, size: Size, heads: Sequence[str], fields: Sequence[str], table: Table, first: int
) -> None:
    """Widths by what stands in the columns; the head on every printed sheet; one sheet wide."""
    for place, (head, field) in enumerate(zip(heads, fields, strict=True), start=1):
        longest = max(_width(head), *(_width(row.get(field)) for row in table.rows[:200]), 0)
        page.column_dimensions[get_column_letter(place)].width = min(_WIDEST, max(_NARROWEST, longest + 2))
    page.freeze_panes = f"A{first + 1}"
    page.print_title_rows = f"{first}:{first}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _PAPER[size]
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if page.oddFooter is not None:
        page.oddFooter.right.text = "&P/&Nページ"


def _text(page: Worksheet, row: int, words: Iterable[str]) -> SheetCell:
    cells = [_put(page, row, place, word) for place, word in enumerate(words, start=1)]
    return cells[0]


def _put(page: Worksheet, row: int, column: int, value: Cell) -> SheetCell:
    kept = ILLEGAL_CHARACTERS_RE.sub("", neutral(value)) if isinstance(value, str) else value
    cell = page.cell(row, column, kept)
    if isinstance(kept, date):
        cell.number_format = "yyyy/mm/dd"
    return cell


def _width(value: Cell) -> int:
    if isinstance(value, date):
        return 10
    return sum(2 if ord(letter) > 0xFF else 1 for letter in str("" if value is None else value))


def _name(title: str, number: int, total: int) -> str:
    """A name that Excel takes and that no other sheet has."""
    kept = "".join(letter for letter in title if letter not in "[]:*?/\\'")[:_TITLE_LETTERS]
    return f"{number} {kept}"[:31] if total > 1 else kept or "1"
