"""The tests' own ground: real PostgreSQL, the right role, nothing that leaves this machine."""

import socket

import psycopg
import pytest
from django.db import connection
from playwright.sync_api import Page
from pytest_socket import SocketConnectBlockedError

from ccus.foundation.databases import APP, Databases, given


def _current_user() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])


@pytest.mark.django_db
def test_a_test_runs_as_the_application_never_as_the_owner() -> None:
    assert _current_user() == APP


def test_a_fresh_database_keeps_what_was_committed_and_reaches_every_role(fresh_database: Databases) -> None:
    for url in (fresh_database.owner, fresh_database.app, fresh_database.reader):
        with psycopg.connect(str(url)) as own:
            assert own.execute("SELECT current_database()").fetchone() == (fresh_database.app.name,)
    assert _current_user() == APP


@pytest.mark.skipif(
    given() is not None, reason="whoever names a server of their own decides what it does by itself"
)
@pytest.mark.django_db
def test_the_server_of_the_tests_does_nothing_by_itself() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW autovacuum")
        assert cursor.fetchone() == ("off",)


def test_no_test_leaves_this_machine() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_the_portals_answer_a_browser(portal_server: str, page: Page) -> None:
    answer = page.goto(f"{portal_server}/")
    assert answer is not None
    assert "script-src 'self'" in answer.headers["content-security-policy"].split("; ")
