"""A case of unusual looking: found, taken, asked about, closed; a stop by two officers (LOOK-05 to LOOK-08)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.cases import (
    answer_case,
    ask_company,
    close_case,
    confirm_stop,
    decline_stop,
    take_case,
)
from ccus.domain.looks.actions.watching import watch
from ccus.domain.looks.cases import open_cases, shown, workers_of
from ccus.domain.looks.models import LookCase, LookSign
from ccus.domain.looks.policies import (
    AnsweredBefore,
    CaseClosed,
    NotTheirTurn,
    StopWrong,
    TakenBefore,
    WordsWrong,
)
from ccus.domain.looks.signs import Limits
from ccus.domain.looks.terms import CaseState, SignKind, Verdict
from ccus.domain.looks.watching import limits
from ccus.domain.notices.models import Notice
from ccus.domain.searching.policies import stopped_until
from ccus.foundation.clock import day_of
from tests.domain.looks.poaching import (
    UNTIL,
    opened,
    opened_case,
    opened_many,
    proposed_stop,
    staff,
    taken_case,
)
from tests.factories import companies, seats
from tests.factories.officers import officer
from tests.factories.personas import firm

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(db: None) -> Actor:
    return officer(Duty.CONTACT).actor


@pytest.fixture
def two(db: None) -> Actor:
    return officer(Duty.CONTACT).actor


@pytest.fixture
def hokuto(db: None) -> Company:
    return companies.company(name="北斗架設")


def state(case: LookCase) -> CaseState:
    return shown(LookCase.objects.select_related("company").get(pk=case.pk)).state


def found(at: datetime) -> dict[str, list[tuple[SignKind, int]]]:
    """Company → the signs of its open case, after the night."""
    watch(by=SYSTEM, at=at)
    return {case.company: [(sign.kind, sign.counted) for sign in case.signs] for case in open_cases()}


def test_the_night_opens_a_case_of_the_company_that_looked(hokuto: Company, at: datetime) -> None:
    victim = opened_many(hokuto, at)
    assert found(at) == {"北斗架設": [(SignKind.ONE_EMPLOYER, 10)]}
    assert LookSign.objects.get().employer_id == victim.pk


def test_nine_openings_are_no_case(hokuto: Company, at: datetime) -> None:
    opened_many(hokuto, at, 9)
    assert found(at) == {}


def test_a_second_run_of_the_night_finds_nothing_new(hokuto: Company, at: datetime) -> None:
    opened_many(hokuto, at)
    assert (watch(by=SYSTEM, at=at), watch(by=SYSTEM, at=at)) == (1, 0)
    assert Event.objects.filter(act="looks.case.found").count() == 1


def test_new_openings_join_the_open_case(hokuto: Company, at: datetime) -> None:
    people = staff(companies.company(name="高田鉄筋"), 12)
    opened(hokuto, people[:10], at)
    found(at)
    later = at + timedelta(days=1)
    opened(hokuto, people[10:], later)
    assert found(later) == {"北斗架設": [(SignKind.ONE_EMPLOYER, 12)]}
    assert LookSign.objects.count() == 2


def test_names_in_lists_of_results_are_not_openings(hokuto: Company, at: datetime) -> None:
    from_list = staff(companies.company(), 20)
    for page in (from_list[:10], from_list[10:]):
        opened(hokuto, page, at, purpose=Purpose.FOUND)
    assert found(at) == {}


@pytest.mark.parametrize(("later", "cases"), [(timedelta(days=13, hours=23), 1), (timedelta(days=14), 0)])
def test_openings_count_for_two_weeks(later: timedelta, cases: int, hokuto: Company, at: datetime) -> None:
    opened_many(hokuto, at)
    assert len(found(at + later)) == cases


def test_the_settings_begin_with_the_numbers_of_the_rule() -> None:
    assert limits() == Limits()


def test_an_employer_that_opens_its_own_workers_is_no_case(hokuto: Company, at: datetime) -> None:
    opened(hokuto, staff(hokuto, 12), at)
    assert found(at) == {}


def test_what_a_closed_case_has_looked_at_opens_no_other(hokuto: Company, one: Actor, at: datetime) -> None:
    opened_many(hokuto, at)
    watch(by=SYSTEM, at=at)
    case = LookCase.objects.get()
    take_case(case=case, by=one, at=at)
    close_case(case=case, verdict=Verdict.FINE, words="求人の連絡でした。", by=one, at=at)
    assert found(at + timedelta(hours=1)) == {}
    opened_many(hokuto, at + timedelta(days=1))
    assert list(found(at + timedelta(days=1))) == ["北斗架設"]
    assert LookCase.objects.count() == 2


def test_what_was_opened_between_the_last_night_and_the_closing_counts(
    hokuto: Company, one: Actor, at: datetime
) -> None:
    opened_many(hokuto, at)
    watch(by=SYSTEM, at=at)
    case = LookCase.objects.get()
    take_case(case=case, by=one, at=at)
    later = at + timedelta(hours=3)
    opened_many(hokuto, later)
    close_case(case=case, verdict=Verdict.FINE, words="求人の連絡でした。", by=one, at=later)
    assert found(at + timedelta(days=1)) == {"北斗架設": [(SignKind.ONE_EMPLOYER, 10)]}


def test_a_case_holds_no_worker_but_for_whoever_opens_them(hokuto: Company, at: datetime) -> None:
    case = opened_case(at, name="東雲足場")
    assert "workers" not in shown(case).__slots__
    assert len(workers_of(case)) == 10


def test_a_case_goes_from_officer_to_company_and_to_its_end(one: Actor, at: datetime) -> None:
    case = opened_case(at)
    states = [state(case)]
    take_case(case=case, by=one, at=at)
    states.append(state(case))
    ask_company(case=case, words="どんな仕事のためでしたか。", by=one, at=at)
    states.append(state(case))
    answer_case(case=case, words="求人のためです。", by=firm(case.company), at=at)
    states.append(state(case))
    close_case(case=case, verdict=Verdict.CAUTION, words="求人には使えません。", by=one, at=at)
    assert [*states, state(case)] == [
        CaseState.NEW,
        CaseState.TAKEN,
        CaseState.ASKED,
        CaseState.SAID,
        CaseState.CLOSED,
    ]


def test_a_case_that_another_officer_has_is_not_taken(one: Actor, two: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    take_case(case=case, by=one, at=at)
    with pytest.raises(TakenBefore):
        take_case(case=case, by=two, at=at)


def test_a_case_of_an_officer_who_has_gone_is_taken_by_another(one: Actor, two: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    Officer.objects.filter(pk=one.id).update(duties=[Duty.REVIEW])
    take_case(case=case, by=two, at=at)
    assert LookCase.objects.get().taken_by == str(two)


def test_only_the_officer_who_has_the_case_acts_on_it(one: Actor, two: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    with pytest.raises(NotTheirTurn):
        ask_company(case=case, words="どんな仕事ですか。", by=two, at=at)
    with pytest.raises(NotTheirTurn):
        close_case(case=case, verdict=Verdict.FINE, words="よし。", by=two, at=at)


def test_another_duty_does_nothing_with_a_case(at: datetime) -> None:
    case, other = opened_case(at), officer(Duty.REVIEW).actor
    with pytest.raises(NotAllowed):
        take_case(case=case, by=other, at=at)
    with pytest.raises(NotAllowed):
        confirm_stop(case=case, by=other, at=at)


def test_the_company_is_asked_once_and_answers_once(one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    clerk = seats.seat(case.company)
    ask_company(case=case, words="どんな仕事のためでしたか。", by=one, at=at)
    assert Notice.objects.filter(account=clerk.account, title__startswith="運営主体から").count() == 1
    with pytest.raises(NotTheirTurn):
        ask_company(case=case, words="もう一度。", by=one, at=at)
    answer_case(case=case, words="求人のためです。", by=clerk.actor, at=at)
    with pytest.raises(AnsweredBefore):
        answer_case(case=case, words="ちがいました。", by=clerk.actor, at=at)


def test_a_company_that_was_not_asked_answers_nothing(one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    with pytest.raises(CaseClosed):
        answer_case(case=case, words="求人のためです。", by=firm(case.company), at=at)


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.PROXY_CLERK])
def test_a_role_without_workers_to_manage_answers_nothing(role: Role, one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    ask_company(case=case, words="どんな仕事のためでしたか。", by=one, at=at)
    with pytest.raises(NotAllowed):
        answer_case(case=case, words="はい。", by=seats.seat(case.company, role).actor, at=at)


def test_a_stop_waits_for_a_second_officer(one: Actor, two: Actor, at: datetime) -> None:
    case = proposed_stop(at, one)
    assert state(case) is CaseState.PROPOSED
    assert stopped_until(case.company_id, on=day_of(at)) is None
    confirm_stop(case=case, by=two, at=at)
    assert state(case) is CaseState.CLOSED
    assert stopped_until(case.company_id, on=day_of(at)) == UNTIL - timedelta(days=1)


def test_nobody_confirms_or_declines_the_own_stop(one: Actor, at: datetime) -> None:
    case = proposed_stop(at, one)
    for act in (confirm_stop, decline_stop):
        with pytest.raises(NotAllowed):
            act(case=case, by=one, at=at)


def test_a_stop_that_was_declined_stops_nothing_and_the_case_goes_on(
    one: Actor, two: Actor, at: datetime
) -> None:
    case = proposed_stop(at, one)
    decline_stop(case=case, by=two, at=at)
    assert state(case) is CaseState.TAKEN
    assert stopped_until(case.company_id, on=day_of(at)) is None
    close_case(case=case, verdict=Verdict.FINE, words="求人の連絡でした。", by=one, at=at)
    assert state(case) is CaseState.CLOSED


def test_the_company_is_told_of_a_stop_with_its_reason(one: Actor, two: Actor, at: datetime) -> None:
    case = proposed_stop(at, one)
    clerk = seats.seat(case.company)
    confirm_stop(case=case, by=two, at=at)
    notice = Notice.objects.get(account=clerk.account)
    assert notice.title == "技能者の検索を、2026年12月20日まで止めました"
    assert "引き抜きの準備でした。" in notice.body


@pytest.mark.parametrize("until", [None, date(2026, 11, 20), date(2026, 11, 21), date(2027, 11, 21)])
def test_a_stop_has_a_last_day_within_a_year(until: date | None, one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    with pytest.raises(StopWrong):
        close_case(case=case, verdict=Verdict.STOP, until_on=until, words="理由。", by=one, at=at)


def test_a_stop_that_nobody_confirmed_in_time_is_not_confirmed(one: Actor, two: Actor, at: datetime) -> None:
    case = proposed_stop(at, one)
    with pytest.raises(StopWrong):
        confirm_stop(case=case, by=two, at=at + timedelta(days=40))
    assert state(case) is CaseState.PROPOSED


def test_a_closed_case_is_not_opened_again(one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    close_case(case=case, verdict=Verdict.FINE, words="求人の連絡でした。", by=one, at=at)
    with pytest.raises(CaseClosed):
        close_case(case=case, verdict=Verdict.CAUTION, words="やはり。", by=one, at=at)
    with pytest.raises(CaseClosed):
        take_case(case=case, by=one, at=at)


@pytest.mark.parametrize("words", ["", "　", "あ" * 401])
def test_a_conclusion_says_why(words: str, one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    with pytest.raises(WordsWrong):
        close_case(case=case, verdict=Verdict.FINE, words=words, by=one, at=at)


def test_the_database_lets_nobody_write_a_second_word(one: Actor, at: datetime) -> None:
    case = taken_case(at, one)
    ask_company(case=case, words="どんな仕事のためでしたか。", by=one, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        LookCase.objects.filter(pk=case.pk).update(asked_words="別の質問")
    close_case(case=case, verdict=Verdict.FINE, words="よし。", by=one, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        LookCase.objects.filter(pk=case.pk).update(closed_at=None)
