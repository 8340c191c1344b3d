"""最初に行っていただきたいこと (PORTAL-40; guide G04-2)."""

import re

import pytest
from django.test import Client

from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
TITLE = "最初に行っていただきたいこと"


@pytest.fixture
def mirai() -> Client:
    """A worker who has just signed in and chosen a password."""
    return cast.signed_in(cast.settled())


def home(browser: Client) -> str:
    return cast.words(browser.get("/worker/"))


def steps(page: str) -> list[str]:
    listed = page[page.index('class="firststeps"') :]
    return re.findall(r"<li>(<a|<p)", listed[: listed.index("</ol>")])


def test_of_the_four_steps_the_first_two_mark_themselves(mirai: Client) -> None:
    page = home(mirai)
    assert TITLE in page
    assert steps(page) == ["<p", "<p", "<a", "<a"]


def test_before_the_own_password_there_is_no_home_page_yet() -> None:
    person = cast.register()
    answer = cast.signed_in(person).get("/worker/")
    assert answer.headers["Location"].startswith("/worker/password/")


def test_the_registered_information_ends_with_the_question_whether_it_is_right(mirai: Client) -> None:
    page = cast.words(mirai.get("/worker/profile/"))
    assert 'action="/worker/first-steps/contents/"' in page
    assert page.index('href="#confirm">「登録内容のご確認」') < page.index('id="who"')
    mirai.post("/worker/first-steps/contents/")
    assert "確認しました" not in cast.words(mirai.get("/worker/profile/"))
    assert steps(home(mirai)) == ["<p", "<p", "<p", "<a"]


def test_a_page_of_the_past_asks_for_no_confirmation(mirai: Client) -> None:
    assert "確認しました" not in cast.words(mirai.get("/worker/profile/?on=2026-11-19"))


def test_once_all_four_are_done_the_list_never_comes_back(mirai: Client) -> None:
    mirai.post("/worker/first-steps/contents/")
    mirai.post("/worker/disclosure/change/")
    assert TITLE not in home(mirai)
    mirai.post("/worker/disclosure/change/", {"item": "trades"})
    assert TITLE not in home(mirai)


def test_a_step_is_pressed_and_never_followed_by_a_link(mirai: Client) -> None:
    assert mirai.get("/worker/first-steps/contents/").status_code == 405
    assert steps(home(mirai)).count("<a") == 2


@pytest.mark.parametrize("page", ["first-steps/contents/", "disclosure/change/"])
def test_a_stranger_presses_nothing(client: Client, page: str) -> None:
    assert client.post(f"/worker/{page}").headers["Location"].startswith("/worker/sign-in/?next=")
