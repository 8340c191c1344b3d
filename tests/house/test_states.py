"""The page of states is what the tables say, and the tables leave nobody stuck."""

from ccus.domain.applications.rules import OWNERS, TRANSITIONS
from ccus.domain.applications.states import page
from ccus.domain.applications.terms import CLOSED, Owner, State
from ccus.domain.corrections import states as correction_states
from ccus.domain.corrections.terms import SetState
from ccus.domain.work_history import claim_rules, claim_states
from ccus.domain.work_history.claim_terms import ClaimAct, ClaimState, Doer
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


def test_the_page_of_the_states_of_a_claim_is_drawn_from_the_tables() -> None:
    drawn = (REPOSITORY / "docs" / "states" / "claim.md").read_text()
    again = "python -m ccus.domain.work_history.claim_states > docs/states/claim.md"
    assert drawn == claim_states.page(), again


def test_every_state_of_a_claim_can_be_reached_and_every_act_moves_one() -> None:
    found, open_ends = set(claim_states.FIRST), [*claim_states.FIRST]
    while open_ends:
        here = open_ends.pop()
        for (before, _), after in claim_rules.TRANSITIONS.items():
            if before is here and after not in found:
                found.add(after)
                open_ends.append(after)
    assert found == set(ClaimState)
    assert {act for _, act in claim_rules.TRANSITIONS} == set(ClaimAct)


def test_somebody_does_every_act_on_a_claim_and_a_stranger_none() -> None:
    assert set(claim_rules.DOERS) == set(ClaimAct)
    assert all(claim_rules.DOERS.values())
    assert not any(Doer.STRANGER in doers for doers in claim_rules.DOERS.values())


def test_the_page_of_the_states_of_a_correction_is_drawn_from_the_table() -> None:
    drawn = (REPOSITORY / "docs" / "states" / "correction.md").read_text()
    assert drawn == correction_states.page(), (
        "python -m ccus.domain.corrections.states > docs/states/correction.md"
    )


def test_every_state_of_a_correction_can_be_reached() -> None:
    after = {after for _, after, *_ in correction_states.TRANSITIONS}
    assert after | {correction_states.FIRST} == set(SetState)
    assert correction_states.closed() == {SetState.DISCARDED, SetState.TAKEN_BACK}
