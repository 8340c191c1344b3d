"""なぜ見ましたか: asked once, answered once, brought to the office (LOOK-02 to LOOK-04)."""

from contextlib import nullcontext
from datetime import datetime, timedelta

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.terms import Role
from ccus.domain.looks.actions.questions import answer_for_good, answer_question, ask_why, say_not_enough
from ccus.domain.looks.models import LookQuestion
from ccus.domain.looks.policies import (
    AskedBefore,
    NothingSeen,
    NotTheirTurn,
    TooLongAgo,
    WordsWrong,
)
from ccus.domain.looks.questions import question_of, waiting_for_company, waiting_for_office
from ccus.domain.looks.terms import QuestionState
from ccus.domain.notices.models import Notice
from ccus.foundation.clock import day_of
from tests.domain.looks.asking import (
    WEEK,
    asked,
    employer_looked,
    looked_and_asked,
    office_asked,
    office_looked,
)
from tests.factories import seats
from tests.factories.officers import officer
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db
BECAUSE = "健康診断の期限を確かめました。"


def state(question: LookQuestion, at: datetime) -> QuestionState:
    return question_of(LookQuestion.objects.prefetch_related("answers").get(pk=question.pk), at).state


def answered(cast: Cast, at: datetime) -> LookQuestion:
    question = looked_and_asked(cast, at)
    answer_question(question=question, words=BECAUSE, by=firm(cast.takahashi), at=at)
    return question


def test_a_question_waits_for_the_company_that_looked(cast: Cast, at: datetime) -> None:
    question = looked_and_asked(cast, at)
    assert state(question, at) is QuestionState.ASKED
    assert [row.pk for row in waiting_for_company(cast.takahashi.pk, at=at)] == [question.pk]
    assert not waiting_for_company(cast.suzuki.pk, at=at)
    assert not waiting_for_office(at=at)


@pytest.mark.parametrize(
    ("role", "told"), [(Role.CHIEF, True), (Role.PROXY_CLERK, False), (Role.SITE_MANAGER, False)]
)
def test_who_manages_workers_is_told_of_a_question(role: Role, told: bool, cast: Cast, at: datetime) -> None:
    clerk = seats.seat(cast.takahashi, role)
    looked_and_asked(cast, at)
    found = Notice.objects.filter(account=clerk.account, title__contains="見た理由を聞いています")
    assert found.exists() is told


def test_the_notice_to_the_company_holds_no_name(cast: Cast, at: datetime) -> None:
    seats.seat(cast.takahashi)
    looked_and_asked(cast, at)
    body = Notice.objects.get(title__contains="見た理由").body
    assert "1234 5678 9012 34" in body
    assert "建設 未来" not in body


def test_a_company_and_a_day_are_asked_about_once(cast: Cast, at: datetime) -> None:
    looked_and_asked(cast, at)
    with pytest.raises(AskedBefore):
        asked(cast, at)
    assert LookQuestion.objects.count() == 1


def test_the_office_is_asked_about_a_day_once(cast: Cast, at: datetime) -> None:
    office_asked(cast, at)
    with pytest.raises(AskedBefore):
        asked(cast, at, "office")


def test_another_day_is_another_question(cast: Cast, at: datetime) -> None:
    looked_and_asked(cast, at)
    looked_and_asked(cast, at + timedelta(days=1))
    assert LookQuestion.objects.count() == 2


@pytest.mark.parametrize("token", ["office", "99999999999999", "", "x"])
def test_who_did_not_look_is_not_asked(token: str, cast: Cast, at: datetime) -> None:
    employer_looked(cast, at)
    with pytest.raises(NothingSeen):
        ask_why(worker=cast.mirai.pk, looked_on=day_of(at), token=token, by=person(cast.mirai), at=at)


@pytest.mark.parametrize(("later", "may"), [(365, True), (366, False)])
def test_a_look_may_be_asked_about_for_a_year(later: int, may: bool, cast: Cast, at: datetime) -> None:
    employer_looked(cast, at)
    with nullcontext() if may else pytest.raises(TooLongAgo):
        ask_why(
            worker=cast.mirai.pk,
            looked_on=day_of(at),
            token=cast.takahashi.number,
            by=person(cast.mirai),
            at=at + timedelta(days=later),
        )
    assert LookQuestion.objects.exists() is may


def test_nobody_asks_in_the_place_of_the_worker(cast: Cast, at: datetime) -> None:
    employer_looked(cast, at)
    for by in (firm(cast.takahashi), officer().actor):
        with pytest.raises(NotAllowed):
            ask_why(worker=cast.mirai.pk, looked_on=day_of(at), token=cast.takahashi.number, by=by, at=at)


def test_an_answer_reaches_the_worker(cast: Cast, at: datetime) -> None:
    question = answered(cast, at)
    assert state(question, at) is QuestionState.ANSWERED
    assert Notice.objects.get(account=cast.account).title == "高橋鉄筋が、あなたの質問に答えました"


def test_a_company_answers_once(cast: Cast, at: datetime) -> None:
    question = answered(cast, at)
    with pytest.raises(NotTheirTurn):
        answer_question(question=question, words="やはり違います。", by=firm(cast.takahashi), at=at)


@pytest.mark.parametrize("words", ["", " 　", "あ" * 401])
def test_an_answer_says_something_and_not_too_much(words: str, cast: Cast, at: datetime) -> None:
    question = looked_and_asked(cast, at)
    with pytest.raises(WordsWrong):
        answer_question(question=question, words=words, by=firm(cast.takahashi), at=at)


def test_another_company_answers_nothing(cast: Cast, at: datetime) -> None:
    question = looked_and_asked(cast, at)
    for by in (firm(cast.suzuki), seats.seat(cast.takahashi, Role.SITE_MANAGER).actor):
        with pytest.raises(NotAllowed):
            answer_question(question=question, words=BECAUSE, by=by, at=at)


@pytest.mark.parametrize(("later", "whose"), [(WEEK - timedelta(seconds=1), "asked"), (WEEK, "at_office")])
def test_after_seven_days_the_office_takes_over(
    later: timedelta, whose: str, cast: Cast, at: datetime
) -> None:
    question = looked_and_asked(cast, at)
    assert state(question, at + later) == whose
    assert waiting_for_office(at=at + later).exists() is (whose == "at_office")
    assert waiting_for_company(cast.takahashi.pk, at=at + later).exists() is (whose == "asked")


def test_a_company_that_is_late_answers_no_more(cast: Cast, at: datetime) -> None:
    question = looked_and_asked(cast, at)
    with pytest.raises(NotTheirTurn):
        answer_question(question=question, words=BECAUSE, by=firm(cast.takahashi), at=at + WEEK)


def test_an_answer_that_is_not_enough_goes_to_the_office_once(cast: Cast, at: datetime) -> None:
    question = answered(cast, at)
    say_not_enough(question=question, by=person(cast.mirai), at=at)
    assert state(question, at) is QuestionState.AT_OFFICE
    assert [row.pk for row in waiting_for_office(at=at)] == [question.pk]
    with pytest.raises(NotTheirTurn):
        say_not_enough(question=question, by=person(cast.mirai), at=at)


def test_nobody_else_says_that_an_answer_is_not_enough(cast: Cast, at: datetime) -> None:
    question = answered(cast, at)
    with pytest.raises(NotAllowed):
        say_not_enough(question=question, by=firm(cast.takahashi), at=at)


def test_an_answer_stays_with_the_company_when_the_worker_is_content(cast: Cast, at: datetime) -> None:
    answered(cast, at)
    assert not waiting_for_office(at=at + 2 * WEEK)


def test_the_office_answers_for_good(cast: Cast, at: datetime) -> None:
    question = office_asked(cast, at)
    answer_for_good(question=question, words=BECAUSE, by=officer(Duty.CONTACT).actor, at=at)
    assert state(question, at) is QuestionState.CLOSED
    assert Notice.objects.get(account=cast.account).title == "運営主体が、あなたの質問に答えました"
    with pytest.raises(NotTheirTurn):
        answer_for_good(question=question, words=BECAUSE, by=officer().actor, at=at)


def test_an_officer_does_not_answer_about_the_own_look(cast: Cast, at: datetime) -> None:
    curious = officer(Duty.CONTACT).actor
    office_looked(cast, at, curious)
    question = asked(cast, at, "office")
    with pytest.raises(NotAllowed, match="ご自分の閲覧"):
        answer_for_good(question=question, words=BECAUSE, by=curious, at=at)
    assert state(question, at) is QuestionState.AT_OFFICE


def test_another_duty_of_the_office_answers_nothing(cast: Cast, at: datetime) -> None:
    question = office_asked(cast, at)
    with pytest.raises(NotAllowed):
        answer_for_good(question=question, words=BECAUSE, by=officer(Duty.REVIEW).actor, at=at)


def test_a_question_that_waits_for_the_company_is_not_the_offices(cast: Cast, at: datetime) -> None:
    question = looked_and_asked(cast, at)
    with pytest.raises(NotTheirTurn):
        answer_for_good(question=question, words=BECAUSE, by=officer().actor, at=at)


def test_an_event_of_a_question_holds_no_words_of_it(cast: Cast, at: datetime) -> None:
    employer_looked(cast, at)
    asked(cast, at, words="母が入院中です。")
    event = Event.objects.get(act="looks.question.asked")
    assert event.detail == {}


def test_who_looked_as_the_office_is_the_office_whoever_of_it_looked(cast: Cast, at: datetime) -> None:
    office_looked(cast, at, officer().actor)
    office_looked(cast, at, officer().actor)
    assert asked(cast, at, "office").company_id is None
