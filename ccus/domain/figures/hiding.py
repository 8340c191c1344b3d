"""小さな数を隠す: nothing that leaves this room tells a number from 1 to 4 (FIG-03, FIG-04, FIG-05). Pure."""

from collections.abc import Iterable, Sequence

from ccus.domain.figures.terms import FEW, MOST, NOTHING

LEAST = 5
Cell = int | float | str
"""What is shown: a number, or words where it is hidden or there is none."""


def shown(count: int) -> Cell:
    """A count as it may be shown (FIG-03).

    >>> shown(0), shown(4), shown(5)
    (0, '5未満', 5)
    """
    return FEW if is_small(count) else count


def is_small(count: int) -> bool:
    """Whether a count is hidden."""
    return 0 < count < LEAST


def summed(cells: Iterable[Cell]) -> Cell:
    """The sum of what is shown; it tells nothing that its parts do not (FIG-04).

    >>> summed([7, 5]), summed([7, "5未満", "5未満"]), summed([0, "5未満"])
    (12, '9以上', '5未満')
    """
    parts = list(cells)
    known = sum(part for part in parts if isinstance(part, int))
    hidden = [part for part in parts if not isinstance(part, int)]
    if not hidden:
        return known
    return f"{known + len(hidden):,}以上" if known or len(hidden) > 1 else hidden[0]


def with_unit(cell: Cell, unit: str) -> str:
    """A cell in words, with its unit where it is a number.

    >>> with_unit(1234, "件"), with_unit("5未満", "件"), with_unit("－", "件")
    ('1,234件', '5未満', '－')
    """
    return f"{cell:,}{unit}" if isinstance(cell, int | float) else cell


def beside_sum(counts: Sequence[int]) -> tuple[Cell, ...]:
    """Counts of which another table may tell the sum: the first that is no small one is a bound then (FIG-04).

    Where that bound would be small itself, nothing is shown of any.

    >>> beside_sum([12, 0, 3, 30]), beside_sum([7, 1]), beside_sum([12, 9])
    (('11以上', 0, '5未満', 30), ('－', '－'), (12, 9))
    """
    few = [count for count in counts if is_small(count)]
    if not few or counts.count(0) == len(counts) - 1:
        return tuple(map(shown, counts))
    bound = next((place for place, count in enumerate(counts) if count >= LEAST), None)
    least = 0 if bound is None else counts[bound] + sum(few) - (LEAST - 1) * len(few)
    if least < LEAST:
        return tuple(NOTHING if count else 0 for count in counts)
    return tuple(f"{least:,}以上" if place == bound else shown(count) for place, count in enumerate(counts))


def part_of(part: int, whole: int) -> tuple[Cell, Cell]:
    """(part, whole) of which neither tells the rest where that is small (FIG-05)."""
    if is_small(whole):
        return (FEW if part else 0), FEW
    return (MOST if is_small(whole - part) else shown(part)), whole


def rate(part: Cell, whole: Cell) -> Cell:
    """割合 in per cent with one decimal, of what is shown.

    >>> rate(5, 40), rate("5未満", 40), rate(0, 0)
    (12.5, '－', '－')
    """
    if not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return NOTHING
    return round(100 * part / whole, 1)


def if_shown(count: int, value: Cell) -> Cell:
    """A measure that rests on `count` things (FIG-05)."""
    return value if count >= LEAST else NOTHING


def with_sums(counts: Sequence[Sequence[int]]) -> tuple[tuple[tuple[Cell, ...], ...], tuple[Cell, ...]]:
    """Rows of counts as rows of cells with their sum behind, and the row of sums below them (FIG-04)."""
    cells = [[shown(count) for count in row] for row in counts]
    columns = [summed(column) for column in zip(*cells, strict=True)]
    rows = tuple((*row, summed(row)) for row in cells)
    return rows, (*columns, summed(cell for row in cells for cell in row))
