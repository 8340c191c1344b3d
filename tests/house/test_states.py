"""The page of states is what the tables say, and the tables leave nobody stuck."""

from ccus.domain.applications.rules import OWNERS, TRANSITIONS
from ccus.domain.applications.states import page
from ccus.domain.applications.terms import CLOSED, Owner, State
from ccus.foundation.env import REPOSITORY


def reached() -> set[State]:
    """The states that a path from the draft leads to."""
    found, open_ends = {State.DRAFT}, [State.DRAFT]
    while open_ends:
        here = open_ends.pop()
        for before, after in TRANSITIONS:
            if before is here and after not in found:
                found.add(after)
                open_ends.append(after)
    return found


def test_the_page_of_states_is_drawn_from_the_tables() -> None:
    drawn = (REPOSITORY / "docs" / "states" / "application.md").read_text()
    assert drawn == page(), "python -m ccus.domain.applications.states > docs/states/application.md"


def test_every_state_of_an_application_can_be_reached() -> None:
    assert reached() == set(State)


def test_every_state_but_the_closed_ones_has_a_way_out() -> None:
    assert {before for before, _ in TRANSITIONS} == set(State) - CLOSED


def test_somebody_can_move_every_state_that_is_not_closed() -> None:
    assert set(OWNERS) == set(State)
    assert {state for state, owner in OWNERS.items() if owner is Owner.NOBODY} == CLOSED
