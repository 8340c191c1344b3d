"""Tags of 業務の数字: `{% load figures %}`."""

from collections.abc import Iterator

from django import template

from ccus.domain.figures.hiding import Cell
from ccus.domain.figures.tables import Row, Shown, Table
from ccus.domain.figures.terms import FEW, MOST, NOTHING

register = template.Library()
_AS_NUMBERS = {FEW, MOST, NOTHING}
_NARROW = 5
_COUNTED = "毎晩、日付が変わってから数えます。"
_STANDING = "あれば、ここに図と表で出ます。"


@register.filter
def head_of(table: Table) -> Iterator[tuple[str, str]]:
    """`{% for word, class in table|head_of %}`: the head above the cells."""
    first = table.rows[0].cells if table.rows else ()
    yield from zip(table.head[1:], map(cell_class, first), strict=False)


@register.filter
def cells_of(row: Row, table: Table) -> Iterator[tuple[str, Cell]]:
    """`{% for name, cell in row|cells_of:table %}`: each with the word above it."""
    yield from zip(table.head[1:], row.cells, strict=True)


@register.filter
def layout(table: Table) -> str:
    """How a table stands on a telephone: as it is, its numbers in pairs, or line by line where words are in it."""
    if not all(cell_class(cell) == "n" for row in table.rows for cell in row.cells):
        return "dense"
    return "sums" if len(table.head) <= _NARROW else "dense dense--pairs-of-numbers"


@register.filter
def cell_words(cell: Cell) -> str:
    """A cell as the table shows it."""
    return f"{cell:,}" if isinstance(cell, int | float) else cell


@register.filter
def cell_class(cell: Cell) -> str:
    """`n` for a number, also for a hidden one."""
    is_number = isinstance(cell, int | float) or cell in _AS_NUMBERS or cell.endswith("以上")
    return "n" if is_number else "wraps"


@register.filter
def when_counted(shown: Shown) -> str:
    """What is said below an empty table."""
    return _COUNTED if shown.figure.is_counted_at_night else _STANDING
