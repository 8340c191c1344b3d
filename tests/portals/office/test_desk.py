"""お問い合わせ in the office: no names in the list, words for the holder alone, canned texts (DESK-02 to DESK-15)."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.desk.actions.asking import open_case
from ccus.domain.desk.actions.handling import take_case
from ccus.domain.desk.answers import ANSWERS
from ccus.domain.desk.models import DeskCase, DeskEntry
from ccus.domain.desk.terms import State, Subject
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.terms import Item
from tests.domain.desk.asking import ASKS, answered, asked, asked_back, called, centre, state, taken
from tests.factories import officers, seats
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
LIST = "/office/desk/"
YESTERDAY = date(2026, 11, 19)


def text(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def of(case: DeskCase, act: str = "") -> str:
    return f"{LIST}{case.number}/{act}"


@pytest.fixture
def mine(cast: Cast, at: datetime, officer: OfficerMe) -> DeskCase:
    """A case about yesterday in the officer's own hands."""
    case = asked(cast, at, on=YESTERDAY)
    take_case(case=case, by=officer.actor, at=at)
    return case


def test_the_list_holds_no_name_and_no_word(cast: Cast, at: datetime, desk: Client) -> None:
    case = asked(cast, at)
    page = text(desk)
    assert case.number in page
    assert "ミライ" not in page
    assert "カードを当てました" not in page
    assert not DisclosureTrace.objects.exists()


def test_an_empty_desk_says_what_would_come_here(desk: Client) -> None:
    assert "待っているお問い合わせはありません" in text(desk)


def test_another_duty_opens_no_case(cast: Cast, at: datetime) -> None:
    client = officers.client_of(officers.officer(Duty.REVIEW))
    for address in (LIST, f"{LIST}call/", of(asked(cast, at))):
        assert client.get(address).status_code == 403


def test_before_it_is_taken_a_case_shows_neither_words_nor_asker(
    cast: Cast, at: datetime, desk: Client
) -> None:
    page = text(desk, of(asked(cast, at)))
    assert "このお問い合わせを担当する" in page
    assert "カードを当てました" not in page
    assert "ミライ" not in page


def test_a_case_of_another_officer_shows_who_has_it_and_nothing_said(
    cast: Cast, at: datetime, desk: Client
) -> None:
    page = text(desk, of(taken(cast, at, centre())))
    assert "藤井 健" in page
    assert "カードを当てました" not in page
    assert desk.post(of(DeskCase.objects.get(), "take/")).status_code == 422


def test_taking_a_case_shows_what_was_asked_and_leaves_a_trace(
    cast: Cast, at: datetime, desk: Client
) -> None:
    case = asked(cast, at)
    page = desk.post(of(case, "take/"), follow=True).content.decode()
    assert "なぜ数えられないのですか。" in page
    assert "ケンセツ ミライ" in page
    trace = DisclosureTrace.objects.latest("pk")
    assert trace.reason == f"お問い合わせ {case.number} に答えるため"


def test_the_day_that_a_case_names_is_shown_with_a_trace_of_the_history(mine: DeskCase, desk: Client) -> None:
    assert '<span class="num">2026年11月19日</span>の就業履歴' in text(desk, of(mine))
    assert Item.WORK_HISTORY in DisclosureTrace.objects.latest("pk").items


def test_a_canned_text_goes_below_what_was_typed_and_can_be_changed(mine: DeskCase, desk: Client) -> None:
    sent = {"do": "fill", "canned-answer": "why_not_official", "reply-words": "こんにちは。"}
    answer = desk.post(of(mine, "reply/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f"こんにちは。\n\n{ANSWERS['why_not_official'].body.splitlines()[0]}" in page
    assert 'value="2026-11-19"' in page
    assert state(mine) is State.TAKEN


def test_where_no_canned_text_was_chosen_none_is_said_to_stand_there(mine: DeskCase, desk: Client) -> None:
    page = desk.post(of(mine, "reply/"), {"do": "fill", "reply-words": "こんにちは。"}).content.decode()
    assert "こんにちは。</textarea>" in page
    assert "文を入れました" not in page


def test_an_answer_keeps_the_canned_one_it_began_with_and_the_screen(mine: DeskCase, desk: Client) -> None:
    sent = {
        "do": "answer",
        "canned-answer": "why_not_official",
        "reply-words": "直しました。",
        "reply-screen": "day",
        "reply-screen_on": "2026-11-19",
    }
    assert desk.post(of(mine, "reply/"), sent).status_code == 302
    entry = DeskEntry.objects.get(move="answer")
    assert (entry.words, entry.answer, entry.screen_on) == ("直しました。", "why_not_official", YESTERDAY)
    assert "問い合わせた人の画面：2026年11月19日の画面を開く" in text(desk, of(mine))


@pytest.mark.parametrize(
    "sent",
    [
        {"reply-words": ""},
        {"reply-words": "x", "reply-screen": "organisation"},
        {"reply-words": "x", "reply-screen": "https://evil.example"},
        {"reply-words": "x", "reply-screen": "day"},
        {"reply-words": "あ" * 2001},
    ],
)
def test_a_reply_that_cannot_be_sent_comes_back(sent: dict[str, str], mine: DeskCase, desk: Client) -> None:
    assert desk.post(of(mine, "reply/"), {"do": "answer", **sent}).status_code == 422
    assert state(mine) is State.TAKEN


def test_asking_back_and_writing_down_the_telephone(mine: DeskCase, desk: Client) -> None:
    desk.post(of(mine, "reply/"), {"do": "ask", "reply-words": "何時ごろでしたか。"})
    assert state(mine) is State.WAITING
    desk.post(of(mine, "note/"), {"note-words": "朝8時だそうです。"})
    assert state(mine) is State.TAKEN


def test_a_case_handed_back_is_anybodys(mine: DeskCase, desk: Client) -> None:
    desk.post(of(mine, "back/"))
    assert state(mine) is State.RECEIVED
    assert "カードを当てました" not in text(desk, of(mine))


def test_the_record_opens_with_the_number_as_the_reason(mine: DeskCase, desk: Client) -> None:
    page = desk.post(of(mine, "record/"), follow=True).content.decode()
    assert f"「就業履歴についての問い合わせ：お問い合わせ {mine.number}」のために見ています" in page


def test_the_record_opens_to_nobody_but_the_holder(cast: Cast, at: datetime, desk: Client) -> None:
    assert desk.post(of(taken(cast, at, centre()), "record/")).status_code == 404


@pytest.mark.parametrize("address", ["Q000000-000000/", "Q000000-000000/take/", "x/reply/"])
def test_a_number_that_no_case_has_is_not_found(address: str, desk: Client) -> None:
    assert desk.post(f"{LIST}{address}").status_code in {404, 405}


def call(desk: Client, **sent: str) -> int:
    usual = {"channel": "phone", "reason": "worker_asked", "subject": "card", "words": ASKS}
    return desk.post(f"{LIST}call/", {**usual, **sent}).status_code


def test_a_telephone_call_becomes_a_case_of_the_officer(cast: Cast, desk: Client) -> None:
    assert call(desk, worker_number=cast.mirai.number) == 302
    case = DeskCase.objects.get()
    assert "電話かメールで聞いたこと" in text(desk, of(case))
    assert case.worker_id == cast.mirai.pk


def test_a_call_about_a_day_shows_that_day_to_the_officer(cast: Cast, desk: Client) -> None:
    assert call(desk, worker_number=cast.mirai.number, subject="days", on="2026-11-19") == 302
    assert "2026年11月19日</span>の就業履歴" in text(desk, of(DeskCase.objects.get()))


@pytest.mark.parametrize(
    "sent", [{"worker_number": "9" * 14}, {"reason": "other"}, {"words": ""}, {"channel": "page"}]
)
def test_a_call_that_says_too_little_comes_back(sent: dict[str, str], cast: Cast, desk: Client) -> None:
    assert call(desk, **sent) == 422
    assert not DeskCase.objects.exists()


def test_whoever_is_not_registered_is_answered_without_a_screen(desk: Client) -> None:
    assert call(desk) == 302
    page = text(desk, of(DeskCase.objects.get()))
    assert "登録のない方" in page
    assert "聞き返す" not in page
    assert "答えから開ける画面" not in page


def test_the_account_of_a_company_is_named_to_the_holder(
    cast: Cast, at: datetime, officer: OfficerMe, desk: Client
) -> None:
    seat = seats.seat(cast.takahashi)
    case = open_case(subject=Subject.FEES, words="内訳を見たい。", by=seat.actor, at=at)
    assert "事務 和子" not in text(desk, of(case))
    take_case(case=case, by=officer.actor, at=at)
    assert "事務 和子（事業者責任者）" in text(desk, of(case))


def test_the_home_page_says_how_long_cases_wait(
    cast: Cast, at: datetime, officer: OfficerMe, desk: Client
) -> None:
    asked(cast, at - timedelta(days=8))
    called(at, officer.actor)
    page = text(desk, "/office/")
    assert '係員を待っているお問い合わせが<b class="num">1件</b>' in page
    assert '<span class="num">7日</span>以上待っているものが' in page
    assert 'あなたが答えるものが<b class="num">1件</b>' in page


def test_own_cases_and_those_of_others_stand_apart(
    cast: Cast, at: datetime, mine: DeskCase, desk: Client
) -> None:
    asked_back(cast, at, centre())
    answered(cast, at, centre())
    page = text(desk)
    assert page.index("あなたの担当") < page.index(mine.number) < page.index("ほかの係員の担当")
