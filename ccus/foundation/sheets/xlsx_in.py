"""Excel as it comes. Nothing is computed, nothing is unpacked before it is known how big it is.

Merged cells are read from the sheet's own XML: what openpyxl does with a merged range of a whole sheet never ends.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from ccus.foundation.sheets.table import (
    MOST_COLUMNS,
    CellFault,
    FileTooBig,
    FileUnreadable,
    Limits,
    Table,
    bounded,
    place_words,
)

_MOST_PARTS = 500
_MOST_MERGED = 20_000
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']")
_BROKEN = (
    AttributeError, EOFError, IndexError, InvalidFileException, KeyError, NotImplementedError, OSError, OverflowError,
    RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl and zipfile raise for files that are none."""

Rows = list[list[str]]


def read_xlsx(data: bytes, limits: Limits) -> Table:
    """The first sheet that people see and that is not empty. Raises `FileUnreadable`, `FileTooBig`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _require_bounded(parts, limits)
            found = next(_sheets(data, parts, limits), None)
    except _BROKEN as error:
        raise FileUnreadable(
            "このExcelファイルは開けません。Excelで開いて「名前を付けて保存」をしてから、もう一度送ってください。",
            "file",
        ) from error
    if found is None:
        raise FileUnreadable("ファイルに、内容のあるシートがありません。シートを確かめてください。", "file")
    return found


def _require_bounded(parts: zipfile.ZipFile, limits: Limits) -> None:
    """Sizes as the archive states them; Python reads no part beyond its stated size."""
    held = parts.infolist()
    if any(part.compress_type not in _PACKED for part in held):
        raise zipfile.BadZipFile("no spreadsheet packs like this")
    if len(held) > _MOST_PARTS or sum(part.file_size for part in held) > limits.unpacked:
        raise FileTooBig("Excelファイルの中身が大きすぎます。使うシートだけを残してください。", "file")
    tags = sum(parts.read(part).count(b"<") for part in held)  # a sheet may lie in a part of any name
    if tags > limits.tags:
        raise FileTooBig("Excelファイルのセルが多すぎます。使う行と列だけを残してください。", "file")


def _sheets(data: bytes, parts: zipfile.ZipFile, limits: Limits) -> Iterator[Table]:
    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        rows: Rows = []
        faults: list[CellFault] = []
        for line, cells in enumerate(islice(sheet.iter_rows(max_col=MOST_COLUMNS + 1), limits.rows + 1), 1):
            rows.append([_seen(cell.value, cell.number_format) for cell in cells])
            faults += [_formula(line, at) for at, cell in enumerate(cells, 1) if cell.data_type == "f"]
        path = str(sheet._worksheet_path).lstrip("/")  # type: ignore[attr-defined]  # noqa: SLF001 - where it lies
        _fill_merged(rows, parts.read(path))
        if any(cell.strip() for row in rows for cell in row):
            yield Table(sheet.title, bounded([tuple(row) for row in rows], limits), tuple(faults))


def _formula(row: int, column: int) -> CellFault:
    return CellFault(
        row,
        column,
        f"{place_words(row, column)}に数式が入っています。数式は計算しません。値を入力してください。",
    )


def _seen(value: object, number_format: str) -> str:
    """As the cell shows it, near enough to be read again: days in ISO form, whole numbers without a point."""
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            whole = str(int(value)) if value == int(value) else repr(value)
            return whole.zfill(len(number_format)) if set(number_format) == {"0"} else whole
        case _:
            return str(value)


def _fill_merged(rows: Rows, xml: bytes) -> None:
    """Within what is used: a range may be as big as the sheet. Ranges that lie on each other are no spreadsheet's."""
    width = max((at for row in rows for at, cell in enumerate(row, 1) if cell), default=0)
    room = len(rows) * width
    for found in list(_MERGED.finditer(xml))[:_MOST_MERGED]:
        left, top, right, bottom = range_boundaries(found.group(1).decode())
        if None in {left, top, right, bottom} or not 1 <= int(top or 0) <= len(rows):
            continue
        text = rows[int(top or 0) - 1][int(left or 0) - 1] if int(left or 0) <= MOST_COLUMNS else ""
        for row in rows[int(top or 0) - 1 : int(bottom or 0)] if text else ():
            until = min(int(right or 0), len(row), width)
            room -= max(0, until - int(left or 0) + 1)
            if room < 0:
                raise ValueError("merged cells overlap")
            for place in range(int(left or 0) - 1, until):
                row[place] = text
