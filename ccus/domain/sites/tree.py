"""施工体系図の割り付け: which firm stands on which sheet, in which column and row. Pure (SITE-23).

A sheet begins with one firm and has a column for each tier below it. A subtree stays together where it fits on a sheet;
where it does not, its top stands on both sheets, with a mark to the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 40
"""So many boxes stand on one sheet."""


@dataclass(frozen=True, slots=True)
class Node:
    """事業者: its key, and the key of the one above; None for the prime."""

    id: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Box:
    """箱: in column and row of its sheet, both from 0. `continued_on`: the sheet that shows what is below it."""

    id: int
    parent: int | None
    column: int
    row: int
    continued_on: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """一枚: boxes each after the one above it. `continued_from`: the sheet on which its first box is drawn as well."""

    number: int
    boxes: tuple[Box, ...]
    continued_from: int | None

    @property
    def columns(self) -> int:
        """How many tiers it shows."""
        return max(box.column for box in self.boxes) + 1

    @property
    def rows(self) -> int:
        """How many boxes stand under each other at most."""
        return max(box.row for box in self.boxes) + 1


def sheets_of(nodes: Sequence[Node], limit: int = LIMIT) -> tuple[Sheet, ...]:
    """割り付ける: the sheets, from the prime down. `nodes`: each after the one above it, the first is the prime.

    No sheet has more than `limit` boxes (at least 2); every firm stands on one sheet, and once more on top of each
    sheet that goes on below it. Linear in the number of firms.
    """
    return _Layout(nodes, limit).sheets() if nodes else ()


def sheet_with(sheets: Sequence[Sheet], firm: int) -> int | None:
    """The number of the sheet on which a firm stands below the one above it."""
    found = [sheet.number for sheet in sheets for box in sheet.boxes if box.id == firm]
    return min(found, default=None)


class _Layout:
    def __init__(self, nodes: Sequence[Node], limit: int) -> None:
        self.ids = [node.id for node in nodes]
        self.parent = {node.id: node.parent for node in nodes}
        self.below: dict[int, list[int]] = {firm: [] for firm in self.ids}
        for node in nodes[1:]:
            if node.parent is not None:
                self.below[node.parent].append(node.id)
        self.limit = limit
        self.groups: dict[int, list[list[int]]] = {}
        self.tops = {self.ids[0]}

    def sheets(self) -> tuple[Sheet, ...]:
        self._divide()
        first: dict[int, int] = {}
        pages: list[tuple[int, list[int]]] = []
        for top in (firm for firm in self.ids if firm in self.tops):
            first[top] = len(pages) + 1
            pages += [(top, group) for group in self.groups[top]]
        drawn = [self._boxes(top, group, first) for top, group in pages]
        home = {box.id: n for n, boxes in enumerate(drawn, 1) for box in boxes[1:]}
        return tuple(Sheet(n, boxes, home.get(boxes[0].id)) for n, boxes in enumerate(drawn, 1))

    def _divide(self) -> None:
        """From below upwards: what does not fit with the firm above it gets sheets of its own."""
        weights: dict[int, int] = {}
        for firm in reversed(self.ids):
            kids = self.below[firm]
            self.groups[firm] = [kids]
            if 1 + sum(weights[kid] for kid in kids) > self.limit:
                for kid in kids:
                    if weights[kid] >= self.limit:
                        self.tops.add(kid)
                        weights[kid] = 1
                self.groups[firm] = self._packed(kids, weights)
            if len(self.groups[firm]) > 1:
                self.tops.add(firm)
                weights[firm] = 1
            else:
                weights[firm] = 1 + sum(weights[kid] for kid in kids)

    def _packed(self, kids: Sequence[int], weights: dict[int, int]) -> list[list[int]]:
        groups: list[list[int]] = [[]]
        room = self.limit - 1
        for kid in kids:
            if weights[kid] > room:
                groups.append([])
                room = self.limit - 1
            groups[-1].append(kid)
            room -= weights[kid]
        return groups

    def _boxes(self, top: int, group: Sequence[int], first: dict[int, int]) -> tuple[Box, ...]:
        """Depth first; a firm stands in the row of the first one below it."""
        boxes = [Box(top, self.parent[top], 0, 0)]
        row = 0
        waiting = [(kid, 1, nth > 0) for nth, kid in enumerate(group)][::-1]
        while waiting:
            firm, column, is_new_row = waiting.pop()
            row += is_new_row
            boxes.append(Box(firm, self.parent[firm], column, row, first.get(firm)))
            if firm not in first:
                waiting.extend([(kid, column + 1, nth > 0) for nth, kid in enumerate(self.below[firm])][::-1])
        return tuple(boxes)
