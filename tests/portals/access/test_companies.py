"""Accounts of companies, by role and relation: what every address shows and refuses them (DOOR-01 to DOOR-04)."""

import pytest

from tests.portals.access.table import Column
from tests.portals.access.things import Things
from tests.portals.access.trying import differences, go_round
from tests.portals.access.visitors import COMPANIES
from tests.portals.access.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", COMPANIES)
def test_every_address_answers_as_the_table_says_and_shows_no_mark_too_much(
    name: str, marked: World, things: Things, written: dict[str, Column] | None
) -> None:
    done = go_round(name, marked, things)
    if written is not None:
        written[name] = done.column
    assert (done.leaked, done.logged, done.unseen) == ([], [], set())
    assert done.wrong == []
    assert written is not None or differences(name, done.column) == ""
