"""お問い合わせ in the worker's portal (DESK-07 to DESK-14)."""

from datetime import date, datetime

import pytest
from django.test import Client

from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.replying import Reply
from ccus.domain.desk.screens import Screen, screens_of
from ccus.domain.desk.terms import Asks, State, Subject
from ccus.domain.work_history.terms import Reason
from ccus.domain.work_history.terms import State as DayState
from ccus.entrance.asking.screens import PAGES, address_of
from ccus.entrance.menus import MENUS
from ccus.entrance.who import Side
from tests.domain.desk.asking import ASKS, SAYS, answered, asked, asked_back, centre, state
from tests.factories.personas import Cast
from tests.portals.worker import cast as crew

pytestmark = pytest.mark.django_db
LIST = "/worker/asking/"
YESTERDAY = date(2026, 11, 19)


def text(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def test_somebody_who_never_asked_is_offered_what_may_be_asked(me: Client) -> None:
    page = text(me)
    assert "まだ何も聞いていません" in page
    assert Subject.DAYS.label in page


def test_answers_to_what_is_often_asked_stand_before_the_form(me: Client) -> None:
    page = text(me, f"{LIST}about/card/")
    assert page.index("カードをなくしました") < page.index("聞きたいこと")
    assert '<a class="btn btn--line" href="/worker/card/">「マイカード」を開く</a>' in page


@pytest.mark.parametrize("subject", ["fees", "x", "DAYS"])
def test_what_workers_do_not_ask_about_has_no_page(subject: str, me: Client) -> None:
    assert me.get(f"{LIST}about/{subject}/").status_code == 404


def test_a_question_gets_a_number_and_stands_in_the_list(me: Client) -> None:
    page = me.post(f"{LIST}about/card/", {"words": ASKS}, follow=True).content.decode()
    case = DeskCase.objects.get()
    assert f"お問い合わせ番号は {case.number} です" in page
    assert "なぜ数えられないのですか。" in page
    assert case.number in text(me)


def test_a_question_without_words_comes_back_with_a_sentence(me: Client) -> None:
    answer = me.post(f"{LIST}about/card/", {"words": " "})
    assert answer.status_code == 422
    assert "入力を確かめてください" in answer.content.decode()


def test_a_sixth_question_is_refused_and_what_was_typed_stays(cast: Cast, at: datetime, me: Client) -> None:
    for _ in range(5):
        asked(cast, at)
    answer = me.post(f"{LIST}about/card/", {"words": "カードが割れました。"})
    assert answer.status_code == 422
    assert "5件あります" in answer.content.decode()
    assert "カードが割れました。</textarea>" in answer.content.decode()


def test_choosing_a_day_leads_to_what_the_register_knows_of_it(me: Client) -> None:
    answer = me.get(f"{LIST}about/days/?on={YESTERDAY}")
    assert answer.headers["Location"] == f"{LIST}day/{YESTERDAY}/"


@pytest.mark.parametrize("on", ["", "x", "2026-11-21", "2026-02-30", "0001-01-01"])
def test_a_day_that_cannot_be_read_is_asked_again(on: str, me: Client) -> None:
    answer = me.get(f"{LIST}about/days/", {"on": on})
    assert answer.status_code == 422
    assert "その日は読めません" in answer.content.decode()


def unlinked() -> Client:
    """Somebody who stood on no roster yesterday."""
    person = crew.settled()
    site = crew.site()
    crew.worked(person, site, YESTERDAY, DayState.UNLINKED, (Reason.NOT_ON_ROSTER,))
    return crew.signed_in(person)


def test_asking_about_a_day_shows_first_why_it_does_not_count() -> None:
    page = text(unlinked(), f"{LIST}day/{YESTERDAY}/")
    assert "足りないもの：" in page
    assert "分かりましたか" in page
    assert "<textarea" not in page


def test_the_form_stands_there_when_the_explanation_did_not_help() -> None:
    client = unlinked()
    address = f"{LIST}day/{YESTERDAY}/"
    assert "<textarea" in text(client, f"{address}?still=1")
    page = client.post(address, {"words": ASKS}, follow=True).content.decode()
    assert DeskCase.objects.get().about_on == YESTERDAY
    assert "2026年11月19日" in page
    assert "もう聞いています" in text(client, address)


def test_the_day_of_the_history_leads_to_the_question_about_it(me: Client) -> None:
    assert f'href="{LIST}day/{YESTERDAY}/"' in text(me, f"/worker/history/day/{YESTERDAY}/")


def test_a_day_to_come_cannot_be_asked_about(me: Client) -> None:
    assert me.get(f"{LIST}day/2026-11-21/").status_code == 404


def test_an_answer_opens_the_own_screen_of_that_day(cast: Cast, at: datetime, me: Client) -> None:
    case = answered(cast, at, centre(), Reply(SAYS, "", Screen.DAY, YESTERDAY))
    page = text(me, f"{LIST}{case.key}/")
    assert SAYS in page
    assert f'href="/worker/history/day/{YESTERDAY}/">2026年11月19日の画面を開く' in page
    assert "藤井" not in page


def test_an_answer_to_the_office_is_written_below_its_question(cast: Cast, at: datetime, me: Client) -> None:
    case = asked_back(cast, at, centre())
    assert "返事を書く" in text(me, f"{LIST}{case.key}/")
    me.post(f"{LIST}{case.key}/", {"words": "朝の8時です。"})
    assert state(case) is State.TAKEN


def test_the_worker_says_that_it_is_solved_once(cast: Cast, at: datetime, me: Client) -> None:
    case = asked(cast, at)
    assert me.post(f"{LIST}{case.key}/finish/").status_code == 302
    assert state(case) is State.DONE
    assert me.post(f"{LIST}{case.key}/finish/").status_code == 422


def test_the_case_of_another_is_not_found(cast: Cast, at: datetime) -> None:
    case, stranger = asked(cast, at), crew.signed_in(crew.settled("他 人", "タ ニン"))
    for address in (f"{LIST}{case.key}/", f"{LIST}{case.key}/finish/"):
        assert stranger.post(address, {"words": "x"}).status_code == 404


@pytest.mark.parametrize("screen", Screen)
def test_every_screen_has_an_address_and_the_word_of_the_menu(screen: Screen) -> None:
    side = Side.WORKER if screen in screens_of(Asks.WORKER) else Side.COMPANY
    words = {
        item.page: {title, item.label, f"{title}の{item.label}"}
        for title, items in MENUS[side]
        for item in items
    }
    assert screen.label in words.get(PAGES[screen], {screen.label})
    assert address_of(screen, YESTERDAY).startswith(("/worker/", "/company/", "/filing/"))
