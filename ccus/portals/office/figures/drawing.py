"""数字の図: a table as a picture (FIG-06, FIG-15). Pure."""

from ccus.domain.figures.hiding import with_unit
from ccus.domain.figures.tables import Drawing, Row, Table
from ccus.portals.office.figures.bars import MOST_ROWS, bars
from ccus.portals.office.figures.columns import columns
from ccus.portals.office.figures.lines import lines
from ccus.portals.office.figures.strokes import svg

_DRAWN = {Drawing.BARS: bars, Drawing.SHARES: columns, Drawing.LINES: lines}


def picture_of(table: Table) -> str:
    """The picture; "" where nothing is to draw."""
    draw = _DRAWN.get(table.drawing)
    if draw is None or not table.rows:
        return ""
    drawn, height = draw(table)
    return svg(height, table.title, _said(table), drawn)


def _said(table: Table) -> str:
    most = MOST_ROWS if table.drawing is Drawing.BARS else len(table.rows)
    return "。".join(_of_row(row, table) for row in table.rows[:most])


def _of_row(row: Row, table: Table) -> str:
    numbers = "、".join(
        f"{table.head[place + 1]} {with_unit(row.cells[place], table.unit)}" for place in table.drawn
    )
    return f"{row.label}　{numbers}"
