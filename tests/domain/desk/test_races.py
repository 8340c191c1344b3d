"""Two at once: one is done, the other is told (DESK-04, DESK-08, DESK-10)."""

from datetime import UTC, datetime

import pytest

from ccus.domain.desk.actions.asking import add_words, finish_case
from ccus.domain.desk.actions.handling import answer_case, take_case
from ccus.domain.desk.models import DeskCase, DeskEntry
from ccus.domain.desk.policies import NotNow, TakenByAnother, TooManyCases
from ccus.domain.desk.terms import State
from ccus.foundation.databases import Databases
from tests.domain.desk.asking import REPLY, answered, asked, centre, state, taken
from tests.domain.races import contested
from tests.factories.personas import Cast, person, standing_cast

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def world(fresh_database: Databases) -> Cast:
    return standing_cast()


def test_two_officers_who_take_a_case_at_once_do_not_both_have_it(world: Cast) -> None:
    case, one, other = asked(world, AT), centre(), centre()
    told = contested(
        lambda: take_case(case=case, by=one, at=AT), lambda: take_case(case=case, by=other, at=AT)
    )
    assert isinstance(told, TakenByAnother)
    assert DeskCase.objects.get().taken_by == str(one)


def test_an_answer_pressed_twice_at_once_is_given_once(world: Cast) -> None:
    by = centre()
    case = taken(world, AT, by)

    def answer() -> None:
        answer_case(case=case, reply=REPLY, by=by, at=AT)

    assert isinstance(contested(answer, answer), NotNow)
    assert DeskEntry.objects.filter(move="answer").count() == 1


def test_a_word_that_comes_with_the_answer_opens_the_case_again(world: Cast) -> None:
    by = centre()
    case = taken(world, AT, by)
    told = contested(
        lambda: answer_case(case=case, reply=REPLY, by=by, at=AT),
        lambda: add_words(case=case, words="まだです。", by=person(world.mirai), at=AT),
    )
    assert told is None
    assert state(case) is State.RECEIVED


def test_a_case_said_to_be_solved_at_once_is_answered_no_more(world: Cast) -> None:
    by = centre()
    case = taken(world, AT, by)
    told = contested(
        lambda: finish_case(case=case, by=person(world.mirai), at=AT),
        lambda: answer_case(case=case, reply=REPLY, by=by, at=AT),
    )
    assert isinstance(told, NotNow)


def test_two_windows_do_not_open_a_sixth_case(world: Cast) -> None:
    for _ in range(4):
        asked(world, AT)
    told = contested(lambda: asked(world, AT), lambda: asked(world, AT))
    assert isinstance(told, TooManyCases)
    assert DeskCase.objects.count() == 5


def test_opening_one_and_opening_one_again_are_counted_one_by_one(world: Cast) -> None:
    case = answered(world, AT, centre())
    for _ in range(4):
        asked(world, AT)
    told = contested(
        lambda: asked(world, AT),
        lambda: add_words(case=case, words="まだです。", by=person(world.mirai), at=AT),
    )
    assert isinstance(told, TooManyCases)
