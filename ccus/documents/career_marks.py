"""経歴の図のしるし: how a cell is told apart, in colour, in grey and by people who see colours otherwise (PROOF-10).

The colours are those of the design tokens. Within one mark every colour has a lightness of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

PITCH, SIDE = 5.85, 5.0
"""One cell with its gap, and without."""
_LINE, _DOT = 0.9, 1.9


class Mark(StrEnum):
    """しるし inside a cell."""

    NONE = ""
    DOT = "dot"
    BAR = "bar"


class Fill(StrEnum):
    """ぬり方: what a day rests on (PROOF-09); the first is the best."""

    FULL = "full"
    HATCHED = "hatched"
    EMPTY = "empty"

    @property
    def words(self) -> str:
        """As the legend says it."""
        return {
            "full": "カードなどの読み取り",
            "hatched": "入力（元請事業者の承認あり）",
            "empty": "承認なし（合計に入りません）",
        }[self]


@dataclass(frozen=True, slots=True)
class Look:
    """見た目 of a trade."""

    colour: str
    mark: Mark = Mark.NONE


LOOKS = (
    Look("#00316a"),
    Look("#fb5b01"),
    Look("#115a36"),
    Look("#927200", Mark.DOT),
    Look("#8843e1"),
    Look("#006173", Mark.DOT),
    Look("#541e00", Mark.DOT),
)
"""Of the trades with the most days, in their order."""
OTHERS = Look("#949494", Mark.DOT)
WITHOUT = Look("#666666", Mark.BAR)
"""Of days on which no trade is registered."""

Place = tuple[int, int]
"""Week of the year and day of the week, from 0."""


def full(look: Look, places: Iterable[Place]) -> str:
    """The cells as one path: days in a row are one stroke of the brush, and the grid is drawn over it."""
    runs = groupby(enumerate(sorted(places)), key=lambda at: (at[1][0], at[1][1] - at[0]))
    drawn = []
    for _, run in runs:
        cells = [place for _, place in run]
        x, y = corner(cells[0])
        drawn.append(f"M{x:g} {y:g}h{PITCH}v{len(cells) * PITCH:g}h-{PITCH}z")
    return f'<path fill="{look.colour}" d="{"".join(drawn)}"/>' if drawn else ""


def inside(look: Look, places: Iterable[Place], colour: str = "#fff") -> str:
    """The marks of the cells; nothing for a look without one."""
    middles = [(x + SIDE / 2, y + SIDE / 2) for x, y in map(corner, sorted(places))]
    if look.mark is Mark.DOT:
        return _stroked("".join(f"M{x:g} {y:g}h.01" for x, y in middles), colour, _DOT, "round")
    if look.mark is Mark.BAR:
        return _stroked("".join(f"M{x - 1.6:g} {y:g}h3.2" for x, y in middles), colour, 1.2)
    return ""


def hatched(look: Look, places: Iterable[Place]) -> str:
    """Cells with an edge and lines across."""
    placed = list(places)
    lines = "".join(_across(look.mark, *corner(place)) for place in sorted(placed))
    return edges(look, placed) + _stroked(lines, look.colour, _LINE)


def edges(look: Look, places: Iterable[Place]) -> str:
    """Cells with an edge alone."""
    inner = SIDE - _LINE
    drawn = "".join(
        f"M{x + _LINE / 2:g} {y + _LINE / 2:g}h{inner:g}v{inner:g}h-{inner:g}z"
        for x, y in map(corner, sorted(places))
    )
    return f'<path fill="#fff" stroke="{look.colour}" stroke-width="{_LINE}" d="{drawn}"/>' if drawn else ""


def corner(place: Place) -> tuple[float, float]:
    """Where a cell begins."""
    return round(place[0] * PITCH, 2), round(place[1] * PITCH, 2)


def _across(mark: Mark, x: float, y: float) -> str:
    low, high = 0.6, SIDE - 0.6
    if mark is Mark.DOT:
        return f"M{x + low:g} {y + low:g}L{x + high:g} {y + high:g}"
    if mark is Mark.BAR:
        return f"M{x + low:g} {y + SIDE / 2:g}H{x + high:g}"
    return f"M{x + low:g} {y + high:g}L{x + high:g} {y + low:g}"


def _stroked(path: str, colour: str, width: float, cap: str = "butt") -> str:
    if not path:
        return ""
    return f'<path fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="{cap}" d="{path}"/>'
