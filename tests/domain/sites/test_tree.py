"""施工体系図の割り付け (SITE-23): columns, rows and sheets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.sites.tree import LIMIT, Node, Sheet, sheet_with, sheets_of


def nodes_of(parents: list[int | None]) -> list[Node]:
    """Firms numbered from 0, put into depth-first order."""
    below: dict[int | None, list[int]] = {}
    for firm, parent in enumerate(parents):
        below.setdefault(parent, []).append(firm)
    ordered, waiting = [], [0]
    while waiting:
        firm = waiting.pop()
        ordered.append(Node(firm, parents[firm]))
        waiting.extend(reversed(below.get(firm, [])))
    return ordered


trees = st.integers(0, 299).flatmap(
    lambda size: st.tuples(*(st.integers(max(0, n - 60), n) for n in range(size)))
).map(lambda above: nodes_of([None, *above]))  # fmt: skip


def placed(sheet: Sheet) -> dict[int, tuple[int, int]]:
    return {box.id: (box.column, box.row) for box in sheet.boxes}


def test_each_tier_has_a_column_and_a_firm_stands_beside_the_first_below_it() -> None:
    (sheet,) = sheets_of(nodes_of([None, 0, 1, 1, 0]))
    assert placed(sheet) == {0: (0, 0), 1: (1, 0), 2: (2, 0), 3: (2, 1), 4: (1, 2)}
    assert (sheet.columns, sheet.rows) == (3, 3)


def test_forty_firms_stand_on_one_sheet_and_forty_one_on_two() -> None:
    assert len(sheets_of(nodes_of([None, *[0] * 39]))) == 1
    first, second = sheets_of(nodes_of([None, *[0] * 40]))
    assert (len(first.boxes), len(second.boxes), second.continued_from) == (40, 2, None)


def test_a_subtree_stays_together_on_the_next_sheet() -> None:
    first, second = sheets_of(nodes_of([None, 0, *[1] * 29, 0, *[31] * 29]))
    assert {box.id for box in first.boxes} == set(range(31))
    assert {box.id for box in second.boxes} == {0, *range(31, 61)}


def test_what_does_not_fit_goes_on_elsewhere_with_marks_on_both_sides() -> None:
    first, second, third = sheets_of(nodes_of([None, 0, *[1] * 50]))
    assert [(box.id, box.continued_on) for box in first.boxes] == [(0, None), (1, 2)]
    assert (second.boxes[0].id, second.continued_from, third.continued_from) == (1, 1, 1)


def test_a_chain_of_hundreds_of_tiers_is_cut_into_full_sheets() -> None:
    sheets = sheets_of(nodes_of([None, *range(499)]))
    assert len(sheets) <= 14


def test_a_firm_is_found_on_the_sheet_where_it_stands_below_another() -> None:
    sheets = sheets_of(nodes_of([None, 0, *[1] * 50]))
    assert [sheet_with(sheets, firm) for firm in (0, 1, 51, 99)] == [1, 1, 3, None]


def test_without_firms_there_is_no_sheet() -> None:
    assert sheets_of([]) == ()


@pytest.mark.parametrize("limit", [2, 5, LIMIT])
@given(nodes=trees)
def test_every_firm_stands_once_and_no_sheet_is_too_full(limit: int, nodes: list[Node]) -> None:
    sheets = sheets_of(nodes, limit)
    below = sorted(box.id for sheet in sheets for box in sheet.boxes[1:])
    assert below == sorted(node.id for node in nodes[1:])
    assert max(len(sheet.boxes) for sheet in sheets) <= limit


@given(nodes=trees)
def test_no_two_boxes_of_a_sheet_lie_on_each_other(nodes: list[Node]) -> None:
    for sheet in sheets_of(nodes):
        places = [(box.row, box.column) for box in sheet.boxes]
        assert len(set(places)) == len(places)
        assert all(one < two for one, two in pairwise(places))


@given(nodes=trees)
def test_whoever_stands_below_a_box_is_drawn_in_the_next_column(nodes: list[Node]) -> None:
    for sheet in sheets_of(nodes):
        columns = {box.id: box.column for box in sheet.boxes}
        assert all(box.column == columns[box.parent] + 1 for box in sheet.boxes[1:] if box.parent is not None)


@given(nodes=trees)
def test_marks_lead_to_sheets_that_begin_with_the_same_firm(nodes: list[Node]) -> None:
    sheets = sheets_of(nodes)
    for sheet in sheets:
        for box in sheet.boxes:
            if box.continued_on is not None:
                assert sheets[box.continued_on - 1].boxes[0].id == box.id
