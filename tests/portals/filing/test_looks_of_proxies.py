"""Filing for somebody, at a telephone's and a computer's width: the banner stays in sight (PROXY-06)."""

import pytest
from django.test import Client

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.terms import Role
from ccus.domain.proxies.actions.asks import ask_for_mandate
from tests.factories import accounts, mandates, workers
from tests.factories import applications as made
from tests.factories.personas import firm
from tests.factories.seats import client_of, seat
from tests.journeys.visitor import Visitor
from tests.portals.filing import desk
from tests.portals.filing.test_looks import FORTY_LETTERS, SMALL, eyes

__all__ = ["eyes"]
pytestmark = [pytest.mark.journey, pytest.mark.thorough]


def looks(eyes: Visitor, browser: Client, *paths: str) -> None:
    session = browser.cookies["sessionid"].value
    eyes.page.context.add_cookies([{"name": "sessionid", "value": session, "url": eyes.address}])
    for path in paths:
        eyes.goes_to(path)
        for width in (390, 1280):
            eyes.at_width(width).finds_no_barrier()
            assert eyes.page.evaluate(SMALL) == [], path
    assert eyes.complaints == []


def test_the_pages_of_both_sides_fit_and_the_banner_stays_in_sight(eyes: Visitor) -> None:
    worker = workers.worker(account=accounts.account(), name__official=FORTY_LETTERS)
    agent = mandates.agent()
    mandates.mandate(worker, agent)
    clerk = seat(agent, Role.PROXY_CLERK)
    case = open_application(kind=ApplicationKind.CHANGE, worker=worker.pk, by=clerk.actor, at=made.AT)
    path = f"/filing/{case.number}/"
    own = desk.of_worker(worker)
    other = mandates.agent("別の行政書士")
    ask_for_mandate(company=other, number=worker.number, by=firm(other), at=made.AT)
    browser = client_of(clerk)
    looks(eyes, browser, "/company/clients/", f"/filing/for/{worker.number}/", path, f"{path}check/")
    looks(eyes, browser, f"{path}contact/")
    eyes.page.mouse.wheel(0, 900)
    assert eyes.page.locator(".acting").bounding_box()["y"] == 0  # type: ignore[index]
    looks(eyes, own.client, "/worker/mandates/", "/worker/mandates/new/", path)
