"""Pages about cards on both screens: no barrier that axe can find, nothing cut off, forty letters whole (PORTAL-43)."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import reissue_card
from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.cards.addresses import SendTo
from ccus.foundation.clock import now
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories import officers
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
PAGE = "/worker/card/"
SEND_TO = SendTo(FORTY_LETTERS, "1050001", "13", "港区虎ノ門", "4丁目1番1号", "見本マンション1203号室")


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


def test_a_card_of_forty_letters_in_every_state_and_no_card_yet_look_right(eyes: Visitor) -> None:
    person = cast.settled(FORTY_LETTERS, "グエン フォン アイン チャン ティ ビック ホアン ロ")
    holder = cast.signed_in(person)
    looks(eyes, holder, PAGE)
    cast.card(person)
    second = reissue_card(card=person.worker.cards.get(), send_to=SEND_TO, by=SYSTEM, at=now())
    looks(eyes, holder, PAGE, f"{PAGE}address/")
    report_loss(card=second, lost_from=now(), by=SYSTEM, at=now())
    looks(eyes, holder, PAGE)
    desk = officers.client_of(officers.officer())
    sent = {"reason": "card", "note": "", "number": person.number, "to": "card"}
    looks(eyes, desk, desk.post("/office/enquiries/opening/", sent).headers["Location"])
