"""Everybody of a story about who may see what; each in a browser that knows nothing of the others."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.test import Client
from playwright.sync_api import Browser

from tests.browser import COMPUTER, PHONE, somebody
from tests.journeys.filing.people import Person

Arrival = Callable[..., Person]


@pytest.fixture
def arrives(has_script: bool, browser: Browser, portal_server: str) -> Iterator[Arrival]:
    """Somebody who has signed in like this client, at a computer or with a telephone."""
    with ExitStack() as open_ones:

        def arrive(like: Client, *, by_phone: bool = False) -> Person:
            screen = somebody(browser, PHONE if by_phone else COMPUTER, has_script=has_script)
            page = open_ones.enter_context(screen).new_page()
            return Person(page, portal_server, has_script=has_script).has_signed_in(like)

        yield arrive
