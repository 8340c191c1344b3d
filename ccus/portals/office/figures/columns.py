"""割合の図: a column a month, its parts one above the other, all of a hundred. Pure."""

from ccus.domain.figures.tables import Row, Table
from ccus.domain.figures.terms import FEW
from ccus.portals.office.figures.fills import fill, legend, patterns
from ccus.portals.office.figures.months import month_names
from ccus.portals.office.figures.strokes import HIDDEN_SIDE, WIDTH, box, hidden, line, text

_LEFT, _TALL, _ABOVE, _BELOW = 40, 150, 46, 40
_GAP = 5


def columns(table: Table) -> tuple[str, float]:
    """(what is drawn, its height). A month without a number has no column; a hidden part stands above it."""
    names = [table.head[place + 1] for place in table.drawn]
    has_hidden = any(FEW in row.cells for row in table.rows)
    drawn, top = legend(table.key, names, with_hidden=has_hidden)
    foot = top + (_ABOVE if has_hidden else 10) + _TALL
    for percent in (0, 50, 100):
        y = foot - _TALL * percent / 100
        drawn += line(_LEFT, y, WIDTH, y) + text(_LEFT - 4, y + 4, f"{percent}%", anchor="end", soft=True)
    pitch = (WIDTH - _LEFT) / max(len(table.rows), 1)
    for at, row in enumerate(table.rows):
        drawn += _column(row, table, _LEFT + at * pitch + _GAP / 2, pitch - _GAP, foot)
    drawn += month_names([row.label for row in table.rows], _LEFT, pitch, foot)
    return patterns(table.key) + drawn, foot + _BELOW


def _column(row: Row, table: Table, x: float, width: float, foot: float) -> str:
    parts = [row.cells[place] for place in table.drawn]
    whole = sum(cell for cell in parts if isinstance(cell, int))
    drawn, y = "", foot
    for part, cell in enumerate(parts):
        if isinstance(cell, int) and cell:
            height = _TALL * cell / whole
            y -= height
            drawn += box(x, y, width, height, fill(table.key, part))
    few = parts.count(FEW)
    return drawn + "".join(hidden(x, y - (at + 1) * (HIDDEN_SIDE + 2)) for at in range(few))
