"""An officer's browser, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from ccus.domain.accounts.officers import OfficerMe
from ccus.foundation.databases import Databases
from tests.factories import officers
from tests.journeys.office.desk import Desk


@pytest.fixture
def officer(fresh_database: Databases) -> OfficerMe:
    """An officer with every duty and a long name."""
    return officers.officer(name="Nguyễn Phương Anh Trần Thị Bích Hoàng Lo")


@pytest.fixture(params=["with script", "without script"])
def desk(
    request: pytest.FixtureRequest, browser: Browser, portal_server: str, officer: OfficerMe
) -> Iterator[Desk]:
    """A computer, once as it is and once with scripts switched off; the officer has signed in."""
    with browser.new_context(
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
        viewport={"width": 1280, "height": 900},
        java_script_enabled=request.param == "with script",
    ) as context:
        context.set_default_timeout(10_000)
        session = officers.client_of(officer).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": portal_server}])
        yield Desk(context.new_page(), portal_server)
