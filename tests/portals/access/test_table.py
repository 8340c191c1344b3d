"""The committed table names every address, reading and pressing, for every kind of actor: 100 % (DOOR-02)."""

import pytest

from tests.portals.access import table
from tests.portals.access.sweep import ACTS, addresses
from tests.portals.access.visitors import VISITORS

pytestmark = pytest.mark.thorough


def test_every_address_stands_in_the_table_for_everybody_in_both_ways() -> None:
    stands = {(cell.pattern, cell.act, name) for name, column in table.read().items() for cell in column}
    there = {(at.pattern, act, name) for at in addresses() for act in ACTS for name in VISITORS}
    lacking = sorted({pattern for pattern, _, _ in there - stands})
    over = sorted({pattern for pattern, _, _ in stands - there})
    assert (lacking, over) == ([], []), f"{table.PAGE.name} is not complete: write it with {table.COMMAND}"


def test_what_was_written_is_read_again_as_it_was() -> None:
    assert [*table.spread(table.ranges(["P1", "P2", "P3", "C1", "C3"]))] == ["P1", "P2", "P3", "C1", "C3"]
