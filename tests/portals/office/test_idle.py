"""The hour that an open page of the office renews: SIGN-11."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

pytestmark = pytest.mark.django_db
ASKED = "/office/still-here/"


def test_an_open_page_that_asks_renews_the_hour(desk: Client, clock: time_machine.Traveller) -> None:
    for _ in range(3):
        assert desk.get(ASKED).json()["token"]
        clock.shift(timedelta(minutes=59))
    assert desk.get("/office/").status_code == 200


def test_asking_after_the_hour_renews_nothing(desk: Client, clock: time_machine.Traveller) -> None:
    desk.get(ASKED)
    clock.shift(timedelta(minutes=61))
    assert desk.get(ASKED).status_code == 302


def test_only_pages_of_officers_ask_for_the_hour(desk: Client, client: Client) -> None:
    assert f'data-asks="{ASKED}"' in desk.get("/office/").content.decode()
    assert ASKED not in client.get("/office/sign-in/").content.decode()
