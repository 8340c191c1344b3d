"""What stories in a browser share: the readers' server beside the portals."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from ccus.foundation import env
from ccus.foundation.databases import Databases
from tests.browser import COMPUTER, PHONE, somebody
from tests.journeys.filing.people import Person
from tests.journeys.visitor import Visitor

Arrival = Callable[..., Person]

_SERVE = [sys.executable, "-m", "uvicorn", "ccus.api.readers.asgi:app", "--log-level", "warning", "--fd"]


@pytest.fixture
def reader_server(fresh_database: Databases) -> Iterator[str]:
    """カードリーダーのサーバー, a process over the fresh database: the address, without a slash at its end."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        # The door is open before the server stands behind it: nobody need wait for it to be ready.
        command, around = [*_SERVE, str(door.fileno())], os.environ | fresh_database.environment()
        server = subprocess.Popen(command, cwd=env.REPOSITORY, env=around, pass_fds=[door.fileno()])
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.terminate()
        server.wait()


@pytest.fixture
def visitor(has_script: bool, browser: Browser, portal_server: str) -> Iterator[Visitor]:
    """Somebody with a telephone, with scripts and without."""
    with somebody(browser, PHONE, has_script=has_script) as context:
        yield Visitor(context.new_page(), portal_server)


@pytest.fixture
def desk(page: Page, portal_server: str) -> Visitor:
    """Somebody at a computer with scripts."""
    return Visitor(page, portal_server)


@pytest.fixture
def arrives(has_script: bool, browser: Browser, portal_server: str) -> Iterator[Arrival]:
    """Somebody who has signed in like this client, at a computer or with a telephone."""
    with ExitStack() as open_ones:

        def arrive(like: Client, *, by_phone: bool = False) -> Person:
            screen = somebody(browser, PHONE if by_phone else COMPUTER, has_script=has_script)
            page = open_ones.enter_context(screen).new_page()
            return Person(page, portal_server, has_script=has_script).has_signed_in(like)

        yield arrive
