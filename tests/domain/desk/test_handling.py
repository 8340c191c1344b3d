"""Officers take, answer, ask back and write down what was said by telephone (DESK-02 to DESK-06, DESK-11, DESK-13)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.enquiring import WhyMissing
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.desk.actions.asking import add_words
from ccus.domain.desk.actions.calls import Caller, open_for_caller
from ccus.domain.desk.actions.handling import answer_case, ask_back, hand_back_case, note_call, take_case
from ccus.domain.desk.actions.lapsing import lapse_silent
from ccus.domain.desk.cases import case_row, desk_waiting, shown, waiting_cases
from ccus.domain.desk.models import DeskCase, DeskEntry
from ccus.domain.desk.policies import (
    CallerUnknown,
    DayWrong,
    NobodyToAsk,
    NotNow,
    ScreenWrong,
    TakenByAnother,
)
from ccus.domain.desk.replying import Reply
from ccus.domain.desk.screens import Screen
from ccus.domain.desk.terms import Channel, State, Subject
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.notices.models import Mail, Notice
from tests.domain.desk.asking import (
    REPLY,
    SAYS,
    answered,
    asked,
    asked_back,
    called,
    centre,
    state,
    taken,
)
from tests.factories import seats
from tests.factories.officers import officer
from tests.factories.personas import Cast, person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_case_is_taken_by_one_officer_at_a_time(cast: Cast, at: datetime) -> None:
    case = taken(cast, at, centre())
    with pytest.raises(TakenByAnother):
        take_case(case=case, by=centre(), at=at)


def test_an_officer_of_another_duty_takes_nothing(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        take_case(case=asked(cast, at), by=officer(Duty.REVIEW).actor, at=at)


def test_a_case_of_an_officer_who_lost_the_duty_is_taken_by_another(cast: Cast, at: datetime) -> None:
    gone, by = centre(), centre()
    case = asked_back(cast, at, gone)
    Officer.objects.filter(pk=gone.id).update(duties=[])
    take_case(case=case, by=by, at=at)
    assert (state(case), DeskCase.objects.get().taken_by) == (State.WAITING, str(by))


def test_a_case_handed_back_waits_for_another_officer(cast: Cast, at: datetime) -> None:
    by = centre()
    case = taken(cast, at, by)
    hand_back_case(case=case, by=by, at=at)
    assert [line.number for line in waiting_cases(start=0, limit=9)] == [case.number]
    take_case(case=case, by=centre(), at=at)


def test_nobody_answers_in_the_place_of_the_officer_who_has_the_case(cast: Cast, at: datetime) -> None:
    case = taken(cast, at, centre())
    for act in (answer_case, ask_back):
        with pytest.raises(TakenByAnother):
            act(case=case, reply=REPLY, by=centre(), at=at)


def test_a_case_is_answered_once(cast: Cast, at: datetime) -> None:
    by = centre()
    case = answered(cast, at, by)
    with pytest.raises(NotNow):
        answer_case(case=case, reply=REPLY, by=by, at=at)


def test_an_answer_is_a_notice_with_the_number_and_without_the_words(cast: Cast, at: datetime) -> None:
    case = answered(cast, at, centre())
    notice = Notice.objects.get(account=cast.account)
    assert case.number in notice.title
    assert SAYS not in notice.body


def test_an_answer_to_an_account_goes_by_mail_too(cast: Cast, at: datetime) -> None:
    chief = seats.seat(cast.takahashi, mail="chief@example.jp")
    by = centre()
    answer_case(case=called(at, by, company=cast.takahashi.number), reply=REPLY, by=by, at=at)
    assert Notice.objects.filter(account=chief.account, title__contains="答えました").count() == 1
    assert Mail.objects.filter(to="chief@example.jp", subject__contains="答えました").count() == 1


def test_an_answer_opens_exactly_the_day_that_is_named(cast: Cast, at: datetime) -> None:
    reply = Reply(SAYS, "why_not_official", Screen.DAY, date(2026, 11, 19))
    answered(cast, at, centre(), reply)
    entry = DeskEntry.objects.get(move="answer")
    assert (entry.screen, entry.screen_on) == ("day", date(2026, 11, 19))
    assert entry.answer == "why_not_official"


@pytest.mark.parametrize("on", [None, date(1999, 12, 31), date(2026, 11, 21)])
def test_the_screen_of_a_day_needs_a_day_that_has_been(on: date | None, cast: Cast, at: datetime) -> None:
    by = centre()
    case = taken(cast, at, by)
    with pytest.raises(DayWrong):
        answer_case(case=case, reply=Reply(SAYS, screen=Screen.DAY, screen_on=on), by=by, at=at)


def test_an_answer_opens_no_screen_of_another_portal(cast: Cast, at: datetime) -> None:
    by = centre()
    case = taken(cast, at, by)
    with pytest.raises(ScreenWrong):
        answer_case(case=case, reply=Reply(SAYS, screen=Screen.ORGANISATION), by=by, at=at)


def test_a_day_that_no_screen_needs_is_not_kept(cast: Cast, at: datetime) -> None:
    answered(cast, at, centre(), Reply(SAYS, "", Screen.CARD, date(2026, 11, 19)))
    assert DeskEntry.objects.get(move="answer").screen_on is None


def test_a_telephone_call_is_at_once_in_the_hands_of_whoever_typed_it_in(cast: Cast, at: datetime) -> None:
    by = centre()
    case = called(at, by, worker=cast.mirai.number)
    assert (state(case), case.taken_by, case.channel) == (State.TAKEN, str(by), Channel.PHONE)


def test_a_worker_reads_that_somebody_telephoned_in_the_own_name(cast: Cast, at: datetime) -> None:
    case = called(at, centre(), worker=cast.mirai.number)
    trace = DisclosureTrace.objects.get(worker=cast.mirai.pk)
    assert trace.reason == f"本人からの問い合わせ（お問い合わせ {case.number}）"
    assert Notice.objects.get(account=cast.account).title.startswith("電話かメールの")


def test_a_caller_without_an_id_is_nobody_who_can_be_asked_back(cast: Cast, at: datetime) -> None:
    by = centre()
    case = called(at, by)
    assert (case.worker_id, case.company_id) == (None, None)
    with pytest.raises(NobodyToAsk):
        ask_back(case=case, reply=REPLY, by=by, at=at)
    answer_case(case=case, reply=REPLY, by=by, at=at)
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("on", "is_known"), [(date(2026, 11, 21), True), (date(1999, 12, 31), True), (date(2026, 11, 19), False)]
)
def test_a_call_names_a_day_of_a_worker_that_has_a_page(
    on: date, is_known: bool, cast: Cast, at: datetime
) -> None:
    worker = cast.mirai.number if is_known else ""
    caller = Caller(Channel.PHONE, EnquiryReason.WORKER_ASKED, worker_number=worker)
    with pytest.raises(DayWrong):
        open_for_caller(caller=caller, subject=Subject.DAYS, words="x", on=on, by=centre(), at=at)
    assert not DeskCase.objects.exists()


def test_nobody_writes_to_whoever_has_left_in_the_meantime(cast: Cast, at: datetime) -> None:
    by = centre()
    case = taken(cast, at, by)
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    written = (Mail.objects.count(), Notice.objects.count())
    answer_case(case=case, reply=REPLY, by=by, at=at)
    assert (Mail.objects.count(), Notice.objects.count()) == written


@pytest.mark.parametrize(("worker", "company"), [("9" * 14, ""), ("", "9" * 14), ("9" * 14, "8" * 14)])
def test_an_id_that_nobody_has_is_refused(worker: str, company: str, cast: Cast, at: datetime) -> None:
    with pytest.raises(CallerUnknown):
        called(at, centre(), worker=worker, company=company)
    assert not DeskCase.objects.exists()


def test_another_reason_is_said_in_words(cast: Cast, at: datetime) -> None:
    caller = Caller(Channel.MAIL, EnquiryReason.OTHER)
    with pytest.raises(WhyMissing):
        open_for_caller(caller=caller, subject=Subject.OTHER, words="x", by=centre(), at=at)


def test_what_the_asker_said_by_telephone_ends_the_waiting(cast: Cast, at: datetime) -> None:
    by = centre()
    case = asked_back(cast, at, by)
    note_call(case=case, words="朝8時だったそうです。", by=by, at=at)
    assert state(case) is State.TAKEN


@pytest.mark.parametrize(("later", "over"), [(14 * DAY - timedelta(seconds=1), False), (14 * DAY, True)])
def test_a_silent_asker_ends_the_case_after_fourteen_days(
    later: timedelta, over: bool, cast: Cast, at: datetime
) -> None:
    case = asked_back(cast, at, centre())
    assert lapse_silent(by=SYSTEM, at=at + later) is over
    assert (state(case) is State.DONE) is over
    assert Notice.objects.filter(title__contains="終わりにしました").exists() is over
    assert lapse_silent(by=SYSTEM, at=at + later) is False


def test_only_the_officer_who_has_a_case_reads_what_is_said_in_it(cast: Cast, at: datetime) -> None:
    by, other = centre(), centre()
    row = case_row(answered(cast, at, by).number)
    assert row is not None
    assert shown(row, other).entries is None
    assert len(shown(row, by).entries or ()) == 3


def test_more_words_make_no_case_younger_that_waits_for_an_officer(cast: Cast, at: datetime) -> None:
    case = asked(cast, at - 8 * DAY)
    add_words(case=case, words="まだですか。", by=person(cast.mirai), at=at)
    assert desk_waiting(centre(), at=at).late == ((7, 1),)


def test_the_home_page_counts_by_how_long_somebody_waits(cast: Cast, at: datetime) -> None:
    by = centre()
    asked(cast, at - 8 * DAY)
    asked(cast, at - 4 * DAY)
    asked(cast, at)
    taken(cast, at, by)
    waiting = desk_waiting(by, at=at)
    assert (waiting.count, waiting.mine, waiting.late) == (3, 1, ((7, 1), (3, 2)))
