"""Officers, by duty: what every address shows and refuses them (DOOR-01 to DOOR-04, DISC-01)."""

from collections.abc import Callable

import pytest

from tests.portals.access.trying import Round
from tests.portals.access.visitors import OFFICE

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.mark.parametrize("name", OFFICE)
def test_every_address_answers_as_the_table_says_and_shows_no_mark_too_much(
    name: str, gone_round: Callable[[str], tuple[Round, str]]
) -> None:
    done, differing = gone_round(name)
    assert (done.leaked, done.logged, done.unseen) == ([], [], set())
    assert done.wrong == []
    assert differing == ""
