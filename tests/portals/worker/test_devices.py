"""ログイン中の端末: SIGN-24, D-07."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from ccus.foundation.clock import now
from tests.domain.retention.carried import carried
from tests.portals.worker.cast import PASSWORD, Person, settled, words

pytestmark = pytest.mark.django_db
PAGE, ENDING = "/worker/devices/", "/worker/devices/ending/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
KEY = re.compile(r'name="which" value="([0-9a-f-]{36})"')


@pytest.fixture
def me() -> Person:
    return settled()


def enters(person: Person, browser: str = "") -> Client:
    client = Client(headers={"User-Agent": browser})
    typed = {"login_id": person.number, "password": PASSWORD}
    assert client.post("/worker/sign-in/", typed).status_code == 302
    return client


def test_each_session_is_listed_in_words_and_this_one_is_marked(me: Person) -> None:
    here, _ = enters(me), enters(me, PHONE)
    shown = words(here.get(PAGE))
    assert "iPhone（Safari）" in shown
    assert shown.count("今使っている端末") == 1
    assert len(KEY.findall(shown)) == 1


def test_one_session_is_ended_at_once_and_this_one_stays(me: Person) -> None:
    here, there = enters(me), enters(me, PHONE)
    (key,) = KEY.findall(words(here.get(PAGE)))
    here.post(ENDING, {"which": key})
    assert there.get("/worker/").status_code == 302
    assert here.get("/worker/").status_code == 200


def test_all_others_are_ended_in_one_press(me: Person) -> None:
    here, others = enters(me), [enters(me, PHONE) for _ in range(3)]
    assert "3台をログアウトしました" in words(here.post(ENDING, {"which": "others"}, follow=True))
    assert [each.get("/worker/").status_code for each in (here, *others)] == [200, 302, 302, 302]


@pytest.mark.parametrize("which", ["", "x", "0198a3c4-0000-7000-8000-000000000000"])
def test_what_is_no_session_of_mine_ends_nothing(me: Person, which: str) -> None:
    here, there = enters(me), enters(me)
    here.post(ENDING, {"which": which})
    assert there.get("/worker/").status_code == 200


def test_somebody_elses_session_is_neither_shown_nor_ended(me: Person) -> None:
    other = settled("佐藤 健一", "サトウ ケンイチ")
    mine, theirs = enters(me), enters(other, PHONE)
    enters(other)
    (key,) = KEY.findall(words(theirs.get(PAGE)))
    assert KEY.findall(words(mine.get(PAGE))) == []
    mine.post(ENDING, {"which": key})
    assert len(KEY.findall(words(theirs.get(PAGE)))) == 1


def test_a_new_password_leaves_this_session_alone_in_the_list(me: Person) -> None:
    here, there = enters(me), enters(me, PHONE)
    new = {"present": PASSWORD, "new": "ashiba no ue no asa", "again": "ashiba no ue no asa"}
    assert here.post("/worker/password/", new).status_code == 302
    shown = words(here.get(PAGE))
    assert "iPhone" not in shown
    assert "今使っている端末" in shown
    assert there.get("/worker/").status_code == 302


def test_the_last_use_is_noted_every_ten_minutes(me: Person, clock: time_machine.Traveller) -> None:
    here = enters(me)
    clock.shift(timedelta(minutes=9))
    assert "12:09ごろ" not in words(here.get(PAGE))
    clock.shift(timedelta(minutes=2))
    here.get("/worker/")
    assert "12:11ごろ" in words(here.get(PAGE))


def test_a_session_that_was_signed_out_leaves_the_list_and_then_the_table(me: Person) -> None:
    here, there = enters(me), enters(me, PHONE)
    there.post("/worker/sign-out/")
    assert "iPhone" not in words(here.get(PAGE))
    assert carried("devices", now() + timedelta(seconds=1)) == 1
