"""SIGN-13: what a door asks while strangers try many IDs."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from ccus.domain.accounts import sprays
from ccus.domain.accounts.models import SignInWindow
from ccus.domain.accounts.rules import LIMITS
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import key_of
from ccus.domain.companies.terms import Role
from ccus.foundation import clock
from tests.factories import companies, officers, seats
from tests.factories.accounts import PASSWORD as OF_SEATS
from tests.portals.worker import cast

ASKED = "生年月日とパスワードを入力して"
WRONG = "技能者IDかパスワードが違います。"
NOBODY = "12345678901239"


@pytest.fixture(autouse=True)
def spray(db: None) -> None:
    for n in range(LIMITS[Counted.EVERYWHERE].tries + 1):
        sprays.note_failure(network=f"10.0.0.{n}", at=clock.now())


def enter(
    number: str, known_by: str = "", password: str = cast.PASSWORD, side: str = "worker"
) -> cast.Answer:
    typed = {"login_id": number, "password": password, "known_by": known_by}
    return Client().post(f"/{side}/sign-in/", typed)


def plain(answer: cast.Answer) -> str:
    """The page without the token of its form."""
    return re.sub('value="[A-Za-z0-9]{64}"', "", cast.words(answer))


def test_a_new_browser_is_asked_for_the_birth_date_and_gets_in_with_it() -> None:
    mirai = cast.settled()
    asked = enter(mirai.number)
    assert asked.status_code == 422
    assert ASKED in cast.words(asked)
    assert 'name="known_by"' in cast.words(asked)
    assert enter(mirai.number, "平成元年4月1日").headers["Location"] == "/worker/"


def test_without_the_birth_date_no_password_is_looked_at_and_the_id_is_not_counted() -> None:
    mirai = cast.settled()
    for _ in range(7):
        assert ASKED in cast.words(enter(mirai.number, password="a-guess"))
    key = key_of(Counted.ACCOUNT, mirai.number)
    assert not SignInWindow.objects.filter(key=key).exists()
    assert enter(mirai.number, "1989/4/1").status_code == 302


def test_unknown_ids_and_wrong_birth_dates_are_answered_like_wrong_passwords() -> None:
    mirai = cast.settled()
    answers = [
        enter(mirai.number, "1989/4/1", password="a-guess"),
        enter(mirai.number, "1990/4/1"),
        enter(NOBODY, "1989/4/1"),
    ]
    said = {plain(answer).replace(mirai.number, NOBODY).replace("1990", "1989") for answer in answers}
    assert len(said) == 1
    assert WRONG in said.pop()


def test_an_unknown_id_is_asked_for_the_birth_date_like_a_known_one() -> None:
    assert ASKED in cast.words(enter(NOBODY))


def test_a_browser_that_signed_in_before_notices_nothing(client: Client) -> None:
    mirai = cast.settled()
    typed = {"login_id": mirai.number, "password": cast.PASSWORD}
    client.post("/worker/sign-in/", typed | {"known_by": "1989/4/1"})
    client.post("/worker/sign-out/")
    assert client.post("/worker/sign-in/", typed).status_code == 302


def test_a_birth_date_that_is_no_date_is_explained_at_its_field() -> None:
    assert "年・月・日を入力してください" in cast.words(enter(NOBODY, "4月生まれ"))


def test_somebody_of_a_company_is_asked_for_the_registered_mail_address() -> None:
    seat = seats.seat(companies.company(), Role.SITE_VIEWER)
    number = get_user_model().objects.get(pk=seat.account).login_id
    assert "登録したメールアドレス" in cast.words(enter(number, password=OF_SEATS, side="company"))
    assert enter(number, "nobody@example.jp", OF_SEATS, "company").status_code == 422
    assert enter(number, "Kazuko@example.jp", OF_SEATS, "company").status_code == 302


def test_at_the_offices_door_only_officers_are_looked_at() -> None:
    mirai, officer = cast.settled(), officers.OfficerFactory.create()
    assert enter(mirai.number, side="office").status_code == 422
    assert enter(officer.account.login_id, password=OF_SEATS, side="office").status_code == 302
