"""「顔や指紋でログイン」 in a browser with an authenticator: SIGN-21, SIGN-22."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from ccus.domain.accounts.models import User
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories import officers
from tests.factories.accounts import PASSWORD
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def device(browser: Browser, portal_server: str) -> Iterator[Visitor]:
    """A telephone that knows a face; a passkey wants a name, so the portals are called by theirs."""
    address = portal_server.replace("127.0.0.1", "localhost")
    with somebody(browser, PHONE) as context:
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("WebAuthn.enable")
        line.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        yield Visitor(page, address)


def test_a_worker_takes_the_offer_and_comes_in_without_id_and_password(device: Visitor) -> None:
    page = device.signs_in(cast.settled("Nguyễn Phương Anh Trần Thị Bích Hoàng Lo")).page
    device.panel("次から、顔や指紋でログインできます").get_by_role("link", name="登録する").click()
    device.finds_no_barrier()
    page.get_by_role("button", name="この端末を登録する").click()
    expect(page.get_by_role("status")).to_contain_text("顔や指紋でのログインができるようになりました")
    page.get_by_role("button", name="ログアウト").first.click()
    page.get_by_role("button", name="顔や指紋でログイン").click()
    expect(page.get_by_role("heading", name="おつかれさまです")).to_be_visible()
    expect(page.get_by_text("次から、顔や指紋でログインできます")).to_be_hidden()
    device.goes_to("/worker/devices/").finds_no_barrier()
    assert device.complaints == []


def test_an_officer_sets_up_a_passkey_and_gives_it_after_the_password_or_alone(device: Visitor) -> None:
    account = User.objects.get(pk=officers.officer().account)
    page = device.goes_to("/office/").at_width(COMPUTER["width"]).page

    def gives_password() -> None:
        page.get_by_label("係員ID").fill(account.login_id)
        page.get_by_label("パスワード", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="ログイン", exact=True).click()

    gives_password()
    page.get_by_role("button", name="この端末を登録する").click()
    expect(page.locator(".codes li")).to_have_count(10)
    device.finds_no_barrier()
    page.get_by_role("button", name="ログアウト").first.click()
    device.goes_to("/office/")
    gives_password()
    device.finds_no_barrier()
    page.get_by_role("button", name="顔や指紋で確認する").click()
    expect(page.get_by_role("link", name="審査待ちの申請").first).to_be_visible()
    page.get_by_role("button", name="ログアウト").first.click()
    device.goes_to("/office/").page.get_by_role("button", name="顔や指紋でログイン").click()
    expect(page.get_by_role("link", name="審査待ちの申請").first).to_be_visible()
