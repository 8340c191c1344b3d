"""SIGN-13, SIGN-14: many IDs from one network, and failures from all over."""

from datetime import timedelta

import pytest
import time_machine

from ccus.domain.accounts import sprays
from ccus.domain.accounts.rules import LIMITS
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries, Try, count, give_back
from ccus.foundation import clock as now_of

pytestmark = pytest.mark.django_db
ANY = LIMITS[Counted.EVERYWHERE].tries


def guess(login_id: str, network: str = "192.0.2.7") -> Try:
    return Try(((Counted.ACCOUNT, login_id),), now_of.now(), (network, login_id))


def fail_from(networks: int, times: int = 1) -> None:
    for n in range(networks * times):
        sprays.note_failure(network=f"10.0.{n % networks // 250}.{n % networks % 250}", at=now_of.now())


def is_on() -> bool:
    return sprays.is_on(at=now_of.now())


def test_the_thirty_first_id_from_one_network_waits() -> None:
    for n in range(30):
        count(guess(f"{n:014d}"))
    with pytest.raises(TooManyTries, match="いくつものID"):
        count(guess("99999999999999"))


def test_an_id_tried_again_is_no_further_id_of_its_network() -> None:
    for n in range(90):
        count(guess(f"{n % 30:014d}"))
    count(guess("00000000000000", network="192.0.2.8"))


def test_people_who_sign_in_are_not_counted_among_the_ids_of_their_network() -> None:
    for n in range(60):
        count(guess(f"{n:014d}"))
        give_back(guess(f"{n:014d}"))


def test_failures_from_all_over_are_a_spray_above_the_set_rate() -> None:
    fail_from(ANY)
    assert not is_on()
    fail_from(1)
    assert is_on()


def test_one_network_alone_makes_no_spray_however_often_it_fails() -> None:
    fail_from(1, times=ANY * 3)
    assert not is_on()


def test_a_spray_is_over_some_minutes_after_its_last_failure(clock: time_machine.Traveller) -> None:
    fail_from(ANY + 1)
    clock.shift(timedelta(minutes=4))
    assert is_on()
    clock.shift(timedelta(minutes=2))
    assert not is_on()
