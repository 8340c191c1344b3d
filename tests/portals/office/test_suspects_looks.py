"""The warning before an ID is given, on both screens, with names of forty letters (SAME-11, PORTAL-43)."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Browser

from ccus.domain.applications.actions.review import take
from ccus.foundation.clock import now
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories import applications, officers, workers
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
FORTY_KANA = "グエン フォン アイン チャン ティ ビック ホアン ロンヴィエットハナコヤ"


@pytest.fixture
def eyes(browser: Browser, portal_server: str) -> Iterator[Visitor]:
    with somebody(browser, COMPUTER) as context:
        yield Visitor(context.new_page(), portal_server)


def looks(eyes: Visitor, client: Client, *paths: str) -> None:
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": eyes.address}
    eyes.page.context.add_cookies([session])  # type: ignore[list-item]
    for path in paths:
        eyes.goes_to(path)
        for screen in (PHONE, COMPUTER):
            eyes.at_width(screen["width"]).finds_no_barrier()
    assert eyes.complaints == []


def test_the_warning_and_the_comparison_look_right(eyes: Visitor) -> None:
    officer = officers.officer()
    desk = officers.client_of(officer)
    case = applications.in_review(by=officer)
    named = {"name__official": "山田 花子", "birth_on": date(1995, 5, 5)}
    known = workers.worker(name__kana="ヤマダ ハナコ", **named)
    workers.worker(name__kana=FORTY_KANA, **named)
    at = f"/office/cases/{case.number}/"
    applications.found_different(case, known.number)
    take(number=case.number, by=officer.actor, at=now())
    looks(eyes, desk, at, f"{at}approval/", f"{at}suspects/{known.number}/")
