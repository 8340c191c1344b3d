"""People in front of browsers of their own, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.filing.people import Town


@pytest.fixture
def town(has_script: bool, browser: Browser, portal_server: str) -> Iterator[Town]:
    """Whoever comes into the story, all of them with scripts or all of them without."""
    with Town(browser, portal_server, has_script=has_script) as town:
        yield town
