"""The browser of somebody in a company, with scripts and without."""

from collections.abc import Iterator

import pytest
from django.test.utils import override_settings
from playwright.sync_api import Browser

from ccus.foundation.databases import Databases
from tests.browser import COMPUTER, somebody
from tests.domain.companies.branches import Branches, branches
from tests.factories import seats
from tests.journeys.company.people import Town
from tests.journeys.office.desk import Desk


@pytest.fixture
def firm(fresh_database: Databases) -> Branches:
    """佐藤建設 with two branches, its 事業者責任者 and a 階層管理者."""
    return branches()


@pytest.fixture
def desk(has_script: bool, browser: Browser, portal_server: str, firm: Branches) -> Iterator[Desk]:
    """A computer, with scripts and without; the 事業者責任者 has signed in."""
    with somebody(browser, COMPUTER, has_script=has_script) as context:
        yield Desk(context.new_page(), portal_server).has_signed_in(seats.client_of(firm.chief))


@pytest.fixture
def town(browser: Browser, portal_server: str, reader_server: str) -> Iterator[Town]:
    """Several firms, workers and gates with scripts; the addresses that pages show lead to the test's own servers."""
    addresses = override_settings(PUBLIC_URL=portal_server, READER_URL=reader_server)
    with addresses, Town(browser, portal_server) as town:
        yield town
