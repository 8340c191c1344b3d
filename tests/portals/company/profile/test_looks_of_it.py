"""事業者情報 and the sheets of a company at every width: no barrier, nothing cut off (PORTAL-11)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.models import Company
from tests.browser import COMPUTER, somebody
from tests.factories import applications as made
from tests.factories import companies
from tests.factories.firms import renewable
from tests.factories.seats import client_of, seat
from tests.journeys.visitor import Visitor
from tests.portals.filing import desk

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
LONG = "株式会社" + "超長大名称建設工業" * 4


@pytest.fixture
def eyes(browser: Browser, portal_server: str) -> Iterator[Visitor]:
    """A screen that will be made narrow and wide."""
    with somebody(browser, COMPUTER) as context:
        yield Visitor(context.new_page(), portal_server)


def looks(eyes: Visitor, session: str, *paths: str) -> None:
    eyes.page.context.add_cookies([{"name": "sessionid", "value": session, "url": eyes.address}])
    for path in paths:
        eyes.goes_to(path)
        for width in (390, 1280):
            eyes.at_width(width).finds_no_barrier()
    assert eyes.complaints == []


def of_company(eyes: Visitor, company: Company, *paths: str) -> None:
    looks(eyes, client_of(seat(company)).cookies["sessionid"].value, *paths)


def test_what_is_registered_about_a_company(eyes: Visitor) -> None:
    of_company(eyes, renewable(), "/company/profile/", "/filing/")


def test_a_company_with_a_long_name_of_which_nothing_is_registered(eyes: Visitor) -> None:
    of_company(eyes, companies.company(name=LONG), "/company/profile/")


def test_the_sheets_of_a_registration(eyes: Visitor) -> None:
    case = made.drafted(ApplicationKind.COMPANY_REGISTRATION)
    at = desk.filed_at(case)
    paths = [at, f"{at}identity/", f"{at}licences/", f"{at}licences/n1/", f"{at}proofs/", f"{at}check/"]
    looks(eyes, desk.of_filer(case).client.cookies["sessionid"].value, *paths)


def test_asking_for_a_login_of_either_kind(eyes: Visitor) -> None:
    eyes.page.set_viewport_size({"width": 390, "height": 900})
    eyes.goes_to("/register/").finds_no_barrier()
