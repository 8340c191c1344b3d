"""塗る場所: cells of the grid that were ticked, and boxes that were drawn."""

from collections.abc import Iterator, Sequence

from ccus.domain.evidence.rules import MOST_BOXES
from ccus.domain.evidence.terms import Box

COLUMNS, ROWS = 6, 8
_WHOLE = 1000
_LONGEST = 5


def cell_box(cell: int) -> Box:
    """The place of a cell, counted from the upper left, line by line."""
    row, column = divmod(cell, COLUMNS)
    return Box(
        column * _WHOLE // COLUMNS,
        row * _WHOLE // ROWS,
        (column + 1) * _WHOLE // COLUMNS,
        (row + 1) * _WHOLE // ROWS,
    )


def cell_label(cell: int) -> str:
    """Where a cell is, in words: 上から1段目、左から2番目."""
    row, column = divmod(cell, COLUMNS)
    return f"上から{row + 1}段目、左から{column + 1}番目を塗る"


def boxes_of(cells: Sequence[str], drawn: str) -> tuple[Box, ...]:
    """What was ticked and drawn; what cannot be read is left out."""
    ticked = (int(cell) for cell in cells if _is_number(cell))
    return (*(cell_box(cell) for cell in ticked if cell < COLUMNS * ROWS), *_drawn(drawn))[: MOST_BOXES + 1]


def _drawn(text: str) -> Iterator[Box]:
    for part in text.split(";"):
        numbers = part.split(",")
        if len(numbers) == len(Box._fields) and all(_is_number(n) for n in numbers):
            yield Box(*(int(n) for n in numbers))


def _is_number(text: str) -> bool:
    """A number as our own pages send it: a few digits."""
    return text.isascii() and text.isdigit() and len(text) < _LONGEST
