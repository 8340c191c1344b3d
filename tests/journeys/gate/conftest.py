"""A gate of the standing cast's site, open in a browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, Route

from ccus.domain.sites.actions.registration import change_period
from ccus.foundation.clock import now
from ccus.foundation.databases import Databases
from ccus.foundation.env import REPOSITORY
from tests.factories import cards, sites, workers
from tests.factories.personas import READER_TOKEN, Cast, firm, standing_cast
from tests.journeys.gate.screen import Gate

KIOSK = REPOSITORY / "ccus" / "api" / "readers" / "kiosk"
OTHER_TOKEN = "uramon-no-tanmatsu"


@dataclass(frozen=True, slots=True)
class Site:
    """佐藤建設's site with two gates: 建設 未来 is on its roster, somebody else is not."""

    cast: Cast
    guest_card: str

    @property
    def card(self) -> str:
        return self.cast.card.token


@pytest.fixture
def site(fresh_database: Databases) -> Site:
    """The site, with a period that holds whatever day it is."""
    cast = standing_cast()
    by = firm(cast.sato)
    change_period(site=cast.site, from_on=date(2020, 1, 1), until_on=None, by=by, at=now())
    sites.reader(cast.site, token=OTHER_TOKEN, name="裏門")
    guest = cards.card(worker=workers.worker(name__kana="グエン ヴァン アイン"))
    return Site(cast=cast, guest_card=guest.token)


@pytest.fixture
def opened_gate(page: Page, site: Site, reader_server: str) -> Gate:
    """The address was opened; nobody has begun the day."""
    return Gate(page, reader_server, READER_TOKEN).open()


@pytest.fixture
def gate(opened_gate: Gate) -> Gate:
    """The gate takes cards."""
    return opened_gate.begin()


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Gate]:
    """The page's own files and nothing behind them, to ask its modules what they would say."""

    def serve(route: Route) -> None:
        route.fulfill(path=KIOSK / route.request.url.rpartition("/gate/")[2])

    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        page.route("**/*", serve)
        page.goto("http://localhost/gate/icon.svg")
        yield Gate(page, "http://localhost", "")
