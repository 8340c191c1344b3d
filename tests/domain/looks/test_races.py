"""Two presses and two officers at once: one is done, the other is told (LOOK-02, LOOK-04, LOOK-08)."""

from datetime import UTC, datetime

import pytest

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.looks.actions.cases import close_case, confirm_stop, take_case
from ccus.domain.looks.actions.questions import answer_question
from ccus.domain.looks.actions.watching import watch
from ccus.domain.looks.models import LookAnswer, LookCase, LookQuestion
from ccus.domain.looks.policies import AnsweredBefore, AskedBefore, CaseClosed, NotTheirTurn, TakenBefore
from ccus.domain.looks.terms import Verdict
from ccus.foundation.databases import Databases
from tests.domain.looks.asking import asked, employer_looked, looked_and_asked
from tests.domain.looks.poaching import opened_case, opened_many, proposed_stop
from tests.domain.races import contested
from tests.factories import companies
from tests.factories.officers import officer
from tests.factories.personas import Cast, firm, standing_cast

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def world(fresh_database: Databases) -> Cast:
    return standing_cast()


def test_a_question_pressed_twice_at_once_is_asked_once(world: Cast) -> None:
    employer_looked(world, AT)
    told = contested(lambda: asked(world, AT), lambda: asked(world, AT))
    assert isinstance(told, AskedBefore)
    assert LookQuestion.objects.count() == 1


def test_two_accounts_that_answer_at_once_leave_one_answer(world: Cast) -> None:
    question = looked_and_asked(world, AT)

    def answer() -> None:
        answer_question(question=question, words="名簿の確認です。", by=firm(world.takahashi), at=AT)

    assert isinstance(contested(answer, answer), AnsweredBefore)
    assert LookAnswer.objects.count() == 1


@pytest.fixture
def officers(world: Cast) -> tuple[Actor, Actor]:
    return officer().actor, officer().actor


def test_two_officers_who_take_a_case_at_once_do_not_both_have_it(officers: tuple[Actor, Actor]) -> None:
    case, (one, other) = opened_case(AT), officers
    told = contested(
        lambda: take_case(case=case, by=one, at=AT), lambda: take_case(case=case, by=other, at=AT)
    )
    assert isinstance(told, TakenBefore)
    assert LookCase.objects.get().taken_by == str(one)


def test_a_case_closed_twice_at_once_has_one_conclusion(officers: tuple[Actor, Actor]) -> None:
    case, (one, _) = opened_case(AT), officers
    take_case(case=case, by=one, at=AT)

    def close() -> None:
        close_case(case=case, verdict=Verdict.FINE, words="求人の連絡でした。", by=one, at=AT)

    assert isinstance(contested(close, close), CaseClosed)
    assert case.verdicts.count() == 1


def test_a_stop_confirmed_twice_at_once_stops_once(officers: tuple[Actor, Actor]) -> None:
    case = proposed_stop(AT, officers[0])

    def confirm() -> None:
        confirm_stop(case=case, by=officers[1], at=AT)

    assert isinstance(contested(confirm, confirm), NotTheirTurn)


def test_two_jobs_of_one_night_open_one_case(world: Cast) -> None:
    opened_many(companies.company(name="北斗架設"), AT)
    assert contested(lambda: watch(by=SYSTEM, at=AT), lambda: watch(by=SYSTEM, at=AT)) is None
    assert LookCase.objects.count() == 1
