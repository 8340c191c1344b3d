"""折れ線の図: measures over the months; a line breaks where nothing is shown. Pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ccus.domain.figures.tables import Table
from ccus.domain.figures.terms import FEW
from ccus.portals.office.figures.fills import HIDDEN_WORDS
from ccus.portals.office.figures.months import month_names
from ccus.portals.office.figures.strokes import BRAND, HIDDEN_SIDE, PAPER, WIDTH, hidden, line, text

_LEFT, _TALL, _BELOW, _STEP = 40, 150, 40, 20
_ORANGE = "#c74700"
_Point = tuple[float, float]


def lines(table: Table) -> tuple[str, float]:
    """(what is drawn, its height). The first cell of a row counts what the measures rest on."""
    few = [at for at, row in enumerate(table.rows) if row.cells[0] == FEW]
    drawn, top = _legend([table.head[place + 1] for place in table.drawn], with_hidden=bool(few))
    foot = top + 10 + _TALL
    most = _round_up(max((value for place in table.drawn for _, value in _known(table, place)), default=1.0))
    for part in (0.0, 0.5, 1.0):
        y = foot - _TALL * part
        drawn += line(_LEFT, y, WIDTH, y) + text(
            _LEFT - 4, y + 4, f"{most * part:g}", anchor="end", soft=True
        )
    pitch = (WIDTH - _LEFT) / max(len(table.rows), 1)
    for which, place in enumerate(table.drawn):
        points = [
            (at, (_LEFT + (at + 0.5) * pitch, foot - _TALL * value / most))
            for at, value in _known(table, place)
        ]
        drawn += _line(which, points)
    drawn += "".join(hidden(_LEFT + (at + 0.5) * pitch - HIDDEN_SIDE / 2, foot - HIDDEN_SIDE) for at in few)
    return drawn + month_names([row.label for row in table.rows], _LEFT, pitch, foot), foot + _BELOW


def _known(table: Table, place: int) -> Iterator[tuple[int, float]]:
    for at, row in enumerate(table.rows):
        value = row.cells[place]
        if isinstance(value, int | float):
            yield at, value


def _line(which: int, points: Sequence[tuple[int, _Point]]) -> str:
    path = "".join(
        f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}"
        for (at, (x, y)), (to, (to_x, to_y)) in pairwise(points)
        if to == at + 1
    )
    dashes = ' stroke-dasharray="5 3"' if which else ""
    colour = _ORANGE if which else BRAND
    stroke = f'<path fill="none" stroke="{colour}" stroke-width="2"{dashes} d="{path}"/>' if path else ""
    return stroke + "".join(_mark(which, point) for _, point in points)


def _mark(which: int, point: _Point) -> str:
    x, y = point
    if which:
        square = f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"'
        return f'{square} fill="{PAPER}" stroke="{_ORANGE}" stroke-width="2"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{BRAND}"/>'


def _legend(names: Sequence[str], *, with_hidden: bool) -> tuple[str, float]:
    drawn = "".join(
        _line(which, [(0, (6.0, at)), (1, (34.0, at))]) + text(46, at + 4, name)
        for which, name in enumerate(names)
        for at in (which * _STEP + 9,)
    )
    height = len(names) * _STEP
    if with_hidden:
        drawn += hidden(15, height + 4) + text(46, height + 13, HIDDEN_WORDS)
        height += _STEP
    return drawn, height


def _round_up(most: float) -> float:
    """The top of the scale: 1, 2 or 5 with noughts.

    >>> _round_up(13.2), _round_up(0.4), _round_up(50)
    (20.0, 1.0, 50.0)
    """
    scale = 1.0
    while True:
        for step in (1, 2, 5):
            if step * scale >= most:
                return step * scale
        scale *= 10
