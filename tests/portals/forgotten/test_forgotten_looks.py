"""Getting back in on both screens: no barrier that axe can find, nothing cut off (RESET-02, RESET-05, RESET-06)."""

import pytest
from playwright.sync_api import Browser

from tests.browser import COMPUTER, PHONE, somebody
from tests.domain.recovery.people import forgetful, opened
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.thorough]


def test_whoever_has_forgotten_the_password_reads_every_page_on_both_screens(
    browser: Browser, portal_server: str
) -> None:
    stop = f"/forgotten/stop/{opened(forgetful()).request.stop_key}/"
    with somebody(browser, COMPUTER) as context:
        eyes = Visitor(context.new_page(), portal_server)
        for path in ("/forgotten/", "/forgotten/request/", "/forgotten/choice/", stop):
            eyes.goes_to(path)
            for screen in (PHONE, COMPUTER):
                eyes.at_width(screen["width"]).finds_no_barrier()
        assert eyes.complaints == []
