"""棒の図: a bar below each label, of one part or of several. Pure."""

from ccus.domain.figures.hiding import Cell, summed, with_unit
from ccus.domain.figures.tables import Row, Table
from ccus.domain.figures.terms import FEW
from ccus.portals.office.figures.fills import fill, legend, patterns, share_of_width
from ccus.portals.office.figures.strokes import HIDDEN_SIDE, WIDTH, box, hidden, short, text

MOST_ROWS = 20
_PITCH, _THICK, _LABEL = 42, 15, 20
_ROOM = WIDTH - 3 * HIDDEN_SIDE
"""What the longest bar takes, so that hidden parts still stand behind it."""


def bars(table: Table) -> tuple[str, float]:
    """(what is drawn, its height). Of many rows the first alone."""
    rows = table.rows[:MOST_ROWS]
    most = max((_known(row, table) for row in rows), default=0.0)
    has_hidden = any(FEW in _parts(row, table) for row in rows)
    names = [table.head[place + 1] for place in table.drawn]
    drawn, top = legend(table.key, names, with_hidden=has_hidden)
    for at, row in enumerate(rows):
        drawn += _bar(row, table, top + at * _PITCH, most)
    return patterns(table.key) + drawn, top + len(rows) * _PITCH


def _bar(row: Row, table: Table, y: float, most: float) -> str:
    parts = _parts(row, table)
    value = with_unit(parts[0] if len(parts) == 1 else summed(parts), table.unit)
    drawn = text(0, y + 14, short(row.label, _LABEL)) + text(WIDTH, y + 14, value, anchor="end", bold=True)
    x = 1.0
    for part, cell in enumerate(parts):
        if cell == FEW:
            drawn += hidden(x + 1, y + 23)
            x += HIDDEN_SIDE + 2
        elif isinstance(cell, int | float) and cell:
            width = share_of_width(cell, most, _ROOM)
            drawn += box(x, y + 20, width, _THICK, fill(table.key, part))
            x += width
    return drawn


def _parts(row: Row, table: Table) -> list[Cell]:
    return [row.cells[place] for place in table.drawn]


def _known(row: Row, table: Table) -> float:
    return sum(cell for cell in _parts(row, table) if isinstance(cell, int | float))
