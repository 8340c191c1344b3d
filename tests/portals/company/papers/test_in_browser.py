"""帳票 in a browser: the progress of a long paper is seen without a press, with scripts and without (PAPER-08)."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from ccus.domain.companies.seats import SeatMe
from ccus.domain.papers.actions import ask_for_paper
from ccus.foundation import clock
from ccus.jobs.papers import make
from tests.browser import PHONE, somebody
from tests.domain.papers.asked import asked
from tests.factories import seats
from tests.factories.personas import Cast, standing_cast

pytestmark = pytest.mark.journey


@pytest.fixture
def everybody(portal_server: str) -> Cast:
    return standing_cast()


@pytest.fixture
def chief(everybody: Cast) -> SeatMe:
    return seats.seat(everybody.sato)


@pytest.fixture
def screen(has_script: bool, browser: Browser, portal_server: str, chief: SeatMe) -> Iterator[Page]:
    """A telephone on which the chief of the prime has signed in."""
    session = seats.client_of(chief).cookies["sessionid"].value
    with somebody(browser, PHONE, has_script=has_script, address=portal_server) as context:
        context.add_cookies([{"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/"}])
        yield context.new_page()


@pytest.fixture
def key(everybody: Cast, chief: SeatMe) -> UUID:
    return ask_for_paper(asked=asked(everybody.prime, day=clock.today()), by=chief.actor, at=clock.now())


def test_a_long_paper_shows_by_itself_that_it_is_there(screen: Page, key: UUID) -> None:
    screen.goto(reverse("company:paper-job", args=[key]))
    expect(screen.get_by_role("heading", name="内容を読んでいます")).to_be_visible()
    make(key)
    expect(screen.get_by_role("heading", name="できました")).to_be_visible(timeout=20_000)
    with screen.expect_download() as fetched:
        screen.get_by_role("link", name="PDFを受け取る").click()
    assert fetched.value.suggested_filename.startswith("作業員名簿_佐藤建設_")


def test_a_short_paper_comes_at_once_from_a_telephone(screen: Page, everybody: Cast) -> None:
    screen.goto(reverse("company:site-papers", args=[everybody.site.number]))
    with screen.expect_download() as fetched:
        screen.locator("button[value='chart.pdf']").click()
    assert fetched.value.suggested_filename.startswith("施工体系図_佐藤建設_")
