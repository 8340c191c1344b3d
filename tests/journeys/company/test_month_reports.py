"""月次報告 and the entering for own workers at the screen: readable at every width (REPORT-06, PORTAL-09)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from ccus.domain.work_history.terms import State
from ccus.foundation import clock
from tests.browser import COMPUTER, somebody
from tests.factories import records, seats, sites, workers
from tests.factories.personas import Cast, standing_cast
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "とても長い名前の見本として作られた四十文字の技能者の名前を確かめるための山田太郎様"


@pytest.fixture
def cast(portal_server: str) -> Cast:
    """高橋鉄筋 is prime of a site too; a worker of its own with a long name has been there in every state."""
    cast = standing_cast()
    person = workers.worker(name__official=LONG[:40], name__kana="ヤマダ" * 10)
    workers.AffiliationFactory.create(worker=person, company=cast.takahashi)
    place = sites.site(prime=cast.takahashi, name=LONG)
    line = sites.roster_line(worker=person, member=sites.prime_spot(place))
    last = clock.today().replace(day=1) - timedelta(days=1)
    for state in State:
        records.record(person, place, last - timedelta(days=state), state, line=line)
    return cast


@pytest.fixture
def employer(cast: Cast, browser: Browser, portal_server: str) -> Iterator[Desk]:
    with somebody(browser, COMPUTER) as context:
        yield Desk(context.new_page(), portal_server).has_signed_in(
            seats.client_of(seats.seat(cast.takahashi))
        )


@pytest.mark.thorough
def test_reports_and_entering_have_no_barrier_on_any_screen(employer: Desk) -> None:
    page = employer.goes_to("/company/reports/").page
    for way in ("所属技能者の就業日", LONG):
        employer.goes_to("/company/reports/")
        page.get_by_role("main").get_by_role("link", name=way).click()
        page.get_by_role("navigation", name="月").get_by_role("link").first.click()
        employer.at_width(390).finds_no_barrier()
        employer.at_width(1280).finds_no_barrier()
    employer.goes_to("/company/own-records/")
    page.get_by_role("link", name=LONG[:40]).click()
    employer.at_width(390).finds_no_barrier()
    page.get_by_role("link", name=LONG).first.click()
    employer.at_width(1280).finds_no_barrier()
    assert employer.complaints == []
