"""表: what a file holds, row by row, as people see it."""

from dataclasses import dataclass

from ccus.foundation.refusals import Refusal

MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """ファイルの大きさの限り: `size` in bytes, `unpacked` and `tags` of an Excel file's parts."""

    size: int = 5 * 1024 * 1024
    rows: int = 5_000
    unpacked: int = 40 * 1024 * 1024
    tags: int = 1_600_000


OF_A_ROSTER = Limits()
MOST_BYTES, MOST_ROWS = OF_A_ROSTER.size, OF_A_ROSTER.rows


class FileUnreadable(Refusal):
    """読めないファイル: not a table, or one with a password, or broken (SITE-30)."""


class FileTooBig(Refusal):
    """大きすぎるファイル: more than may be read at once (SITE-30)."""


@dataclass(frozen=True, slots=True)
class CellFault:
    """セルの誤り: something of the file itself; `row` and `column` begin with 1."""

    row: int
    column: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Table:
    """表: `rows` of texts, the first is row 1 of the file; merged cells repeat their text. `sheet` is empty for CSV."""

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    faults: tuple[CellFault, ...] = ()


def bounded(rows: list[tuple[str, ...]], limits: Limits) -> tuple[tuple[str, ...], ...]:
    """The rows without the empty ones at the end and empty columns at the right. Raises `FileTooBig`."""
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if len(rows) > limits.rows:
        raise FileTooBig(f"行が{limits.rows:,}行より多くあります。ファイルを分けてください。", "file")
    width = max((_width(row) for row in rows), default=0)
    if width > MOST_COLUMNS:
        raise FileTooBig(f"列が{MOST_COLUMNS}列より多くあります。使う列だけを残してください。", "file")
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows)


def place_words(row: int, column: int) -> str:
    """A cell as a spreadsheet names it.

    >>> place_words(3, 28)
    'AB3'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _width(row: tuple[str, ...]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)
