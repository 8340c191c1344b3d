"""SIGN-06 to SIGN-08: how often one may try."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, connections

from ccus.domain.accounts.rules import LIMITS, network_of
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries, Try, count, give_back
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from tests.domain.retention.carried import carried

MIRAI = "12345678901234"


def attempt(login_id: str = MIRAI, network: str = "192.0.2.7") -> Try:
    return Try(((Counted.ACCOUNT, login_id), (Counted.NETWORK, network)), clock.now())


def fail(times: int, **of: str) -> None:
    for _ in range(times):
        count(attempt(**of))


@pytest.mark.django_db
def test_the_sixth_try_for_an_account_in_five_minutes_waits_until_their_end() -> None:
    fail(5)
    with pytest.raises(TooManyTries, match="このIDで") as refused:
        fail(1)
    assert refused.value.until - clock.now() <= LIMITS[Counted.ACCOUNT].window


@pytest.mark.django_db
def test_after_the_window_the_account_is_open_again(clock: object) -> None:
    fail(5)
    with pytest.raises(TooManyTries) as refused:
        fail(1)
    clock.move_to(refused.value.until)  # type: ignore[attr-defined]
    fail(1)


@pytest.mark.django_db
def test_one_site_address_is_not_one_person() -> None:
    for worker in range(60):
        fail(5, login_id=f"{worker:014d}")
    with pytest.raises(TooManyTries, match="このネットワークから"):
        fail(1, login_id="99999999999999")


@pytest.mark.django_db
def test_a_successful_try_does_not_count() -> None:
    for _ in range(20):
        count(attempt())
        give_back(attempt())


@pytest.mark.django_db
def test_the_table_names_neither_account_nor_address() -> None:
    fail(1)
    with connection.cursor() as cursor:
        cursor.execute("select key from sign_in_window")
        assert all(len(key) == 64 and MIRAI not in key for (key,) in cursor.fetchall())


@pytest.mark.django_db
def test_tries_of_days_before_are_forgotten_and_todays_count_on() -> None:
    count(replace(attempt(), at=clock.now() - timedelta(days=3)))
    fail(5)
    assert carried("tries", clock.now()) == 2
    with pytest.raises(TooManyTries):
        fail(1)


def test_tries_at_the_same_moment_are_all_counted(fresh_database: Databases) -> None:
    moment = attempt()

    def once(_: int) -> bool:
        try:
            count(moment)
        except TooManyTries:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(once, range(24))) == LIMITS[Counted.ACCOUNT].tries


def test_an_ipv6_network_is_its_first_half() -> None:
    assert network_of("2001:db8:1:2:3:4:5:6") == network_of("2001:db8:1:2::9") == "2001:db8:1:2::/64"


def test_an_ipv4_address_in_the_clothes_of_ipv6_is_itself() -> None:
    assert network_of("::ffff:192.0.2.7") == "192.0.2.7"


def test_windows_lie_on_a_fixed_grid() -> None:
    start, end = LIMITS[Counted.ACCOUNT].window_at(clock.now())
    assert end - start == timedelta(minutes=5)
    assert start <= clock.now() < end
