"""An officer's browser, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from ccus.domain.accounts.officers import OfficerMe
from ccus.foundation.databases import Databases
from tests.browser import COMPUTER, somebody
from tests.factories import officers
from tests.journeys.office.desk import Desk


@pytest.fixture
def officer(fresh_database: Databases) -> OfficerMe:
    """An officer with every duty and a long name."""
    return officers.officer(name="Nguyễn Phương Anh Trần Thị Bích Hoàng Lo")


@pytest.fixture
def desk(has_script: bool, browser: Browser, portal_server: str, officer: OfficerMe) -> Iterator[Desk]:
    """A computer, with scripts and without; the officer has signed in."""
    with somebody(browser, COMPUTER, has_script=has_script) as context:
        yield Desk(context.new_page(), portal_server).has_signed_in(officers.client_of(officer))
