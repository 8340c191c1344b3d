"""CSV as it comes: CP932 or UTF-8 or UTF-16, with commas, semicolons or tabs, with a broken byte in the middle."""

import csv
import io
from itertools import islice

from ccus.foundation.sheets.table import CellFault, FileUnreadable, Limits, Table, bounded, place_words

_BROKEN = "\ufffd"
_SEPARATORS = ",;\t"
_NO_LETTERS = dict.fromkeys([0x80, *range(0xF8F0, 0xF8F4)], _BROKEN)
"""What Python makes of the bytes that CP932 leaves free."""
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_csv(data: bytes, limits: Limits) -> Table:
    """The table. A byte that is no letter is a fault of its cell, not of the file.

    Raises `FileUnreadable`, `FileTooBig`.
    """
    text = decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        rows = [tuple(row) for row in islice(reader, limits.rows + 2)]
    except csv.Error as error:
        raise FileUnreadable(
            f'{reader.line_num}行目から先が、表として読めません。引用符（"）の閉じ忘れがないか、確かめてください。',
            "file",
        ) from error
    faults = tuple(
        _broken_at(line, place)
        for line, row in enumerate(rows, 1)
        for place, cell in enumerate(row, 1)
        if _BROKEN in cell
    )
    return Table("", bounded(rows, limits), faults)


def decoded(data: bytes) -> str:
    """The text. Bytes that fit nowhere become U+FFFD."""
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) // 3:
        return data.decode("utf-16-le", "replace")
    if data[0:200:2].count(0) > len(data[0:200:2]) // 3:
        return data.decode("utf-16-be", "replace")
    as_utf8 = data.decode("utf-8", "replace")
    broken = as_utf8.count(_BROKEN)
    letters = sum(1 for letter in as_utf8 if letter > "\x7f") - broken
    # Japanese in CP932 is hardly ever UTF-8 by chance; one broken byte must not turn a whole file into another.
    return as_utf8 if letters >= 3 * broken else data.decode("cp932", "replace").translate(_NO_LETTERS)


def _broken_at(row: int, column: int) -> CellFault:
    where = f"{row}行目の{column}列目（{place_words(row, column)}）"
    return CellFault(row, column, f"{where}に、読めない文字があります。正しい文字に直してください。")


def _separator(text: str) -> str:
    head = "".join(part for place, part in enumerate(text[:20_000].split('"')) if place % 2 == 0)
    return max(_SEPARATORS, key=head.count)
