"""Somebody without an ID in front of a browser, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.portal.visitor import Visitor


@pytest.fixture(params=["with script", "without script"])
def visitor(request: pytest.FixtureRequest, browser: Browser, portal_server: str) -> Iterator[Visitor]:
    """A telephone, once as it is and once with scripts switched off."""
    with browser.new_context(
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
        viewport={"width": 390, "height": 844},
        java_script_enabled=request.param == "with script",
    ) as context:
        context.set_default_timeout(10_000)
        yield Visitor(context.new_page(), portal_server)


@pytest.fixture
def desk(page: Page, portal_server: str) -> Visitor:
    """A computer with scripts."""
    return Visitor(page, portal_server)
