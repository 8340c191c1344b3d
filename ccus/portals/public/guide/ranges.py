"""閲覧範囲の表: the disclosure matrix as people read it, printed from the matrix that decides (PUB-05)."""

from dataclasses import dataclass
from functools import cache

from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.terms import WORDS, Relation, Shown

COLUMNS = (Relation.SELF, Relation.EMPLOYER, Relation.SITE, Relation.OTHER, Relation.OPERATOR)
_SIGNS = {
    Shown.ALWAYS: ("○", "見られる"),
    Shown.SWITCHABLE: ("選", "開示・非開示を選べる"),
    Shown.OWN: ("自", "自社の現場のものだけ見られる"),
    Shown.NEVER: ("－", "見られない"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: the sign, what it says, and under which column it stands."""

    column: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Range:
    """情報項目 with an answer for each column."""

    item: str
    cells: tuple[Cell, ...]


@cache
def ranges() -> tuple[Range, ...]:
    """Every item of the matrix, in its order."""
    return tuple(
        Range(WORDS[item], tuple(Cell(relation.label, *_SIGNS[row[relation]]) for relation in COLUMNS))
        for item, row in MATRIX.items()
    )


LEGEND = tuple(_SIGNS.values())
