"""Somebody asks, adds, says that it is solved (DESK-01 to DESK-10)."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.terms import Role
from ccus.domain.desk.actions.asking import add_words, finish_case, open_case
from ccus.domain.desk.actions.handling import answer_case, take_case
from ccus.domain.desk.asked import asked_case, asked_row, cases_of
from ccus.domain.desk.history import history_of
from ccus.domain.desk.models import DeskCase, DeskEntry
from ccus.domain.desk.policies import (
    DayWrong,
    NotNow,
    SubjectWrong,
    TooManyCases,
    TooManyWords,
    WordsMissing,
)
from ccus.domain.desk.terms import Move, State, Subject
from ccus.foundation.clock import day_of
from ccus.foundation.entry.faults import TooLong
from tests.domain.desk.asking import ASKS, REPLY, answered, asked, asked_back, called, centre, state, taken
from tests.factories import seats
from tests.factories.personas import Cast, firm, person
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_question_waits_for_an_officer_with_its_number_and_its_lines(cast: Cast, at: datetime) -> None:
    case = asked(cast, at)
    assert case.number.startswith("Q261120-")
    assert state(case) is State.RECEIVED
    (entry,) = history_of(case)
    assert (entry.move, entry.words) == (Move.OPEN, ASKS)


def test_an_account_of_a_company_asks_whatever_its_role(cast: Cast, at: datetime) -> None:
    clerk = seats.seat(cast.takahashi, Role.SITE_VIEWER)
    case = open_case(subject=Subject.FEES, words="内訳を見たい。", by=clerk.actor, at=at)
    assert (case.company_id, case.seat_id) == (cast.takahashi.pk, clerk.seat)


def test_a_company_without_an_account_and_a_stranger_ask_nothing(cast: Cast, at: datetime) -> None:
    for by in (firm(cast.takahashi), centre()):
        with pytest.raises(NotAllowed):
            open_case(subject=Subject.OTHER, words=ASKS, by=by, at=at)


def test_each_side_asks_about_its_own_subjects(cast: Cast, at: datetime) -> None:
    with pytest.raises(SubjectWrong):
        asked(cast, at, Subject.FEES)
    with pytest.raises(SubjectWrong):
        open_case(subject=Subject.CARD, words=ASKS, by=seats.seat(cast.takahashi).actor, at=at)


def test_a_question_names_a_day_of_the_past_or_today(cast: Cast, at: datetime) -> None:
    assert asked(cast, at, on=day_of(at)).about_on == day_of(at)
    with pytest.raises(DayWrong):
        asked(cast, at, on=day_of(at) + DAY)


def test_a_company_asks_about_no_day_of_anybody(cast: Cast, at: datetime) -> None:
    by = seats.seat(cast.takahashi).actor
    with pytest.raises(DayWrong):
        open_case(subject=Subject.OTHER, words=ASKS, on=day_of(at), by=by, at=at)


def test_a_question_has_one_to_two_thousand_letters(cast: Cast, at: datetime) -> None:
    with pytest.raises(WordsMissing):
        asked(cast, at, words=" 　\n ")
    with pytest.raises(TooLong):
        asked(cast, at, words="あ" * 2001)
    assert asked(cast, at, words="あ" * 2000).steps == 1


def test_a_sixth_open_question_is_refused(cast: Cast, at: datetime) -> None:
    cases = [asked(cast, at) for _ in range(5)]
    with pytest.raises(TooManyCases):
        asked(cast, at)
    finish_case(case=cases[0], by=person(cast.mirai), at=at)
    assert asked(cast, at).steps == 1


def test_an_eleventh_question_of_a_day_is_refused(cast: Cast, at: datetime) -> None:
    for _ in range(10):
        finish_case(case=asked(cast, at), by=person(cast.mirai), at=at)
    with pytest.raises(TooManyCases):
        asked(cast, at + timedelta(hours=23))
    assert asked(cast, at + DAY).steps == 1


def test_what_an_officer_typed_in_is_not_counted_against_the_worker(cast: Cast, at: datetime) -> None:
    by = centre()
    for _ in range(5):
        called(at, by, worker=cast.mirai.number)
    assert asked(cast, at).steps == 1


def test_words_that_are_added_stay_with_the_officer_who_has_the_case(cast: Cast, at: datetime) -> None:
    by = centre()
    case = taken(cast, at, by)
    assert add_words(case=case, words="朝でした。", by=person(cast.mirai), at=at) is State.TAKEN
    assert DeskCase.objects.get().taken_by == str(by)


def test_an_answer_to_the_office_goes_back_to_whoever_asked(cast: Cast, at: datetime) -> None:
    by = centre()
    case = asked_back(cast, at, by)
    assert state(case) is State.WAITING
    add_words(case=case, words="朝でした。", by=person(cast.mirai), at=at)
    assert state(case) is State.TAKEN
    assert DeskCase.objects.get().taken_by == str(by)


def test_five_words_in_a_row_wait_for_the_office(cast: Cast, at: datetime) -> None:
    case, by = asked(cast, at), centre()
    for _ in range(5):
        add_words(case=case, words="お願いします。", by=person(cast.mirai), at=at)
    with pytest.raises(TooManyWords):
        add_words(case=case, words="まだですか。", by=person(cast.mirai), at=at)
    take_case(case=case, by=by, at=at)
    answer_case(case=case, reply=REPLY, by=by, at=at)
    assert add_words(case=case, words="ありがとう。", by=person(cast.mirai), at=at) is State.RECEIVED


@pytest.mark.parametrize(("later", "may"), [(30 * DAY - timedelta(seconds=1), True), (30 * DAY, False)])
def test_an_answered_case_is_opened_again_for_thirty_days(
    later: timedelta, may: bool, cast: Cast, at: datetime
) -> None:
    case = answered(cast, at, centre())
    assert asked_case(DeskCase.objects.get(), at=at + later).may_add is may
    if may:
        add_words(case=case, words="まだ分かりません。", by=person(cast.mirai), at=at + later)
        assert (state(case), DeskCase.objects.get().taken_by) == (State.RECEIVED, "")
    else:
        with pytest.raises(NotNow, match="30日"):
            add_words(case=case, words="まだ分かりません。", by=person(cast.mirai), at=at + later)


def test_opening_again_is_counted_among_the_open_ones(cast: Cast, at: datetime) -> None:
    case = answered(cast, at, centre())
    for _ in range(5):
        asked(cast, at)
    with pytest.raises(TooManyCases):
        add_words(case=case, words="まだ分かりません。", by=person(cast.mirai), at=at)


def test_the_asker_says_once_that_it_is_solved(cast: Cast, at: datetime) -> None:
    case = asked(cast, at)
    finish_case(case=case, by=person(cast.mirai), at=at)
    assert state(case) is State.DONE
    with pytest.raises(NotNow):
        finish_case(case=case, by=person(cast.mirai), at=at)


def test_nobody_reads_or_writes_in_the_case_of_another(cast: Cast, at: datetime) -> None:
    case, stranger = asked(cast, at), person(worker(number="99999999999921"))
    assert asked_row(stranger, case.key) is None
    assert cases_of(stranger, limit=9) == ()
    with pytest.raises(NotAllowed):
        finish_case(case=case, by=stranger, at=at)
    with pytest.raises(NotAllowed):
        add_words(case=case, words="私のです。", by=stranger, at=at)


def test_the_account_beside_the_own_one_reads_nothing(cast: Cast, at: datetime) -> None:
    asks, chief = seats.seat(cast.takahashi, Role.SITE_MANAGER), seats.seat(cast.takahashi)
    open_case(subject=Subject.FEES, words="内訳を見たい。", by=asks.actor, at=at)
    assert len(cases_of(asks.actor, limit=9)) == 1
    assert cases_of(chief.actor, limit=9) == ()


@pytest.mark.parametrize(("role", "reads"), [(Role.CHIEF, 1), (Role.SITE_VIEWER, 0)])
def test_what_a_company_telephoned_is_read_by_whoever_keeps_its_accounts(
    role: Role, reads: int, cast: Cast, at: datetime
) -> None:
    called(at, centre(), company=cast.takahashi.number)
    assert len(cases_of(seats.seat(cast.takahashi, role).actor, limit=9)) == reads
    assert cases_of(seats.seat(cast.suzuki).actor, limit=9) == ()


def test_open_cases_stand_above_those_that_are_over(cast: Cast, at: datetime) -> None:
    first = asked(cast, at)
    answered(cast, at + DAY, centre())
    assert [case.key for case in cases_of(person(cast.mirai), limit=1)] == [first.key]


def test_the_asker_does_not_read_who_of_the_office_took_the_case(cast: Cast, at: datetime) -> None:
    case = answered(cast, at, centre())
    moves = [entry.move for entry in asked_case(DeskCase.objects.get(pk=case.pk), at=at).entries]
    assert moves == [Move.OPEN, Move.ANSWER]


def test_events_of_a_case_hold_no_word_of_it(cast: Cast, at: datetime) -> None:
    add_words(case=answered(cast, at, centre()), words="母が入院中です。", by=person(cast.mirai), at=at)
    details = [event.detail for event in Event.objects.filter(act__startswith="desk.")]
    assert len(details) == 4
    assert {key for detail in details for key in detail} == {"about", "channel", "screen", "state"}


def test_every_entry_stands_in_its_own_place(cast: Cast, at: datetime) -> None:
    add_words(case=answered(cast, at, centre()), words="まだです。", by=person(cast.mirai), at=at)
    assert list(DeskEntry.objects.order_by("ordinal").values_list("ordinal", flat=True)) == [1, 2, 3, 4]
