"""施工体系図の割り付け: which box stands on which sheet, in which column and row (PAPER-11). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ccus.domain.papers.values import Spot

ROWS, BOXES = 12, 40
"""What a sheet holds at most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """置かれた枠: column and row from 0; `is_again`: a firm repeated from a sheet before."""

    spot: Spot
    column: int
    row: int
    is_again: bool = False


@dataclass(slots=True)
class ChartSheet:
    """一枚: its boxes, and the lines from each to the one above it as (column, row, row above)."""

    boxes: list[Placed] = field(default_factory=list)
    lines: list[tuple[int, int, int]] = field(default_factory=list)
    rows: int = 0


def charted(spots: Sequence[Spot]) -> list[ChartSheet]:
    """The sheets of a branch. A first firm below another stands beside it, the others each in a row of their own."""
    by_member = {spot.member: spot for spot in spots}
    first = spots[0].tier
    sheets: list[ChartSheet] = []
    rows: dict[int, int] = {}
    with_one_beside: set[int] = set()
    for spot in spots:
        above = spot.above if spot.above in rows else None
        is_beside = above is not None and above not in with_one_beside
        if above is not None:
            with_one_beside.add(above)
        if not sheets or not _fits(sheets[-1], is_beside=is_beside):
            sheets.append(_with_those_above(spot, by_member, rows, first))
            row = 0
        elif is_beside and above is not None:
            row = rows[above]
        else:
            row = sheets[-1].rows
        _put(sheets[-1], Placed(spot, spot.tier - first, row), rows)
    return sheets


def _fits(sheet: ChartSheet, *, is_beside: bool) -> bool:
    return len(sheet.boxes) < BOXES and (is_beside or sheet.rows < ROWS)


def _with_those_above(spot: Spot, by_member: dict[int, Spot], rows: dict[int, int], first: int) -> ChartSheet:
    """A new sheet, with the firms above the one that begins it."""
    sheet = ChartSheet()
    for key in spot.path[:-1]:
        if key in by_member:
            _put(sheet, Placed(by_member[key], by_member[key].tier - first, 0, is_again=True), rows)
    return sheet


def _put(sheet: ChartSheet, box: Placed, rows: dict[int, int]) -> None:
    above = rows.get(box.spot.above or 0)
    if above is not None:
        sheet.lines.append((box.column, box.row, above))
    sheet.boxes.append(box)
    sheet.rows = max(sheet.rows, box.row + 1)
    rows[box.spot.member] = box.row
