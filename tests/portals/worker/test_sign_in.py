"""ログイン: G07-1, SIGN-01 to SIGN-08."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client

from ccus.foundation.clock import now
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
SIGN_IN = "/worker/sign-in/"
WRONG = "技能者IDかパスワードが違います。"


def enter(client: Client, number: str, password: str = cast.PASSWORD, **more: str) -> cast.Answer:
    return client.post(SIGN_IN, {"login_id": number, "password": password, **more})


def test_a_worker_signs_in_and_sees_the_portal(client: Client) -> None:
    mirai = cast.settled()
    assert enter(client, mirai.number).headers["Location"] == "/worker/"
    assert "建設 未来さん" in client.get("/worker/").content.decode()


@pytest.mark.parametrize("spelling", ["{0[0]} {0[1]}-{0[2]} {0[3]}", "　{0[0]}‐{0[1]}−{0[2]}ー{0[3]}\u200b"])
def test_spaces_and_hyphens_in_the_id_are_put_right(client: Client, spelling: str) -> None:
    mirai = cast.settled()
    parts = [mirai.number[i : i + 4] for i in range(0, 14, 4)]
    assert enter(client, spelling.format(parts)).status_code == 302


def test_full_width_digits_are_put_right(client: Client) -> None:
    mirai = cast.settled()
    wide = mirai.number.translate({ord("0") + i: ord("０") + i for i in range(10)})
    assert enter(client, wide).status_code == 302


def test_a_thirteen_digit_id_is_told_how_many_were_seen_and_is_kept(client: Client) -> None:
    answer = enter(client, "1234 5678 9012 3")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "技能者IDが13桁です。" in page
    assert 'value="1234 5678 9012 3"' in page


def test_unknown_id_wrong_password_and_closed_account_are_answered_alike(client: Client) -> None:
    mirai, closed = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ")
    get_user_model().objects.filter(login_id=closed.number).update(closed_at=now())
    answers = [
        enter(client, "00000000000000"),
        enter(client, mirai.number, "not-the-password"),
        enter(client, closed.number),
    ]
    assert [a.status_code for a in answers] == [422] * 3
    assert all(WRONG in a.content.decode() for a in answers)


def test_the_sixth_wrong_try_is_told_when_to_come_back(client: Client) -> None:
    mirai = cast.settled()
    for _ in range(5):
        enter(client, mirai.number, "not-the-password")
    answer = enter(client, mirai.number)
    assert answer.status_code == 429
    assert "12:05を過ぎたら、もう一度お試しください。" in answer.content.decode()
    assert answer.headers["Retry-After"] == "300"


def test_strangers_who_guess_do_not_lock_out_a_device_that_signed_in_before(client: Client) -> None:
    mirai, stranger = cast.settled(), Client()
    enter(client, mirai.number)
    client.post("/worker/sign-out/")
    for _ in range(6):
        enter(stranger, mirai.number, "a-guess-by-a-stranger")
    assert enter(client, mirai.number).status_code == 302


def test_the_initial_password_leads_to_the_change_and_nowhere_else(client: Client) -> None:
    mirai = cast.register()
    assert enter(client, mirai.number, mirai.initial_password).headers["Location"] == "/worker/password/"
    for page in ("/worker/", "/worker/history/", "/worker/notices/", "/worker/sites/", "/worker/live/"):
        assert client.get(page).headers["Location"] == "/worker/password/"


def test_an_initial_password_unused_for_sixty_days_opens_nothing(
    client: Client, clock: time_machine.Traveller
) -> None:
    mirai = cast.register()
    clock.shift(timedelta(days=60))
    answer = enter(client, mirai.number, mirai.initial_password)
    assert answer.status_code == 422
    assert "初期パスワードの期限" in answer.content.decode()


def test_after_the_sign_in_one_comes_to_the_page_one_wanted(client: Client) -> None:
    mirai = cast.settled()
    wanted = client.get("/worker/history/").headers["Location"]
    assert wanted == f"{SIGN_IN}?next=/worker/history/"
    assert enter(client, mirai.number, next="/worker/history/").headers["Location"] == "/worker/history/"


def test_the_wanted_page_is_never_somebody_elses(client: Client) -> None:
    mirai = cast.settled()
    assert enter(client, mirai.number, next="https://example.com/").headers["Location"] == "/worker/"


def test_signing_out_needs_a_press_and_ends_the_session(client: Client) -> None:
    mirai = cast.settled()
    enter(client, mirai.number)
    assert client.get("/worker/sign-out/").status_code == 405
    client.post("/worker/sign-out/")
    assert client.get("/worker/").headers["Location"] == f"{SIGN_IN}?next=/worker/"


def test_an_account_of_somebody_who_is_no_worker_is_refused(client: Client) -> None:
    client.force_login(get_user_model().objects.create(login_id="0" * 14, opened_at=now(), password="x"))
    assert client.get("/worker/").status_code == 403


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"])
def test_pages_of_the_library_below_have_no_address(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_passwords_with_odd_characters_do_no_harm(client: Client) -> None:
    for password in ("\x00", "'; drop table account; --", "𠮷" * 200, ""):
        assert enter(client, "12345678901234", password).status_code == 422
