"""From a new branch to somebody who signs in for it, and what happens when two use one ID."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ccus.domain.accounts.models import User
from ccus.domain.companies.terms import Role
from tests.browser import PHONE, somebody
from tests.domain.companies.branches import Branches, held
from tests.factories import seats
from tests.factories.accounts import PASSWORD
from tests.factories.factors import recovery_code, with_app
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
PAGES = ("", "organisation/", "organisation/roles/", "organisation/people/new/", "organisation/chief/")
LONG = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
NEW = "ashiba no ue no asa"
scripted = pytest.mark.parametrize("has_script", ["with script"], indirect=True)


def confirms(page: Page, account: User) -> None:
    """With a recovery code of the chief."""
    page.get_by_label("確認コード").fill(recovery_code(account))
    page.get_by_role("button", name="確認する").click()


def enters(page: Page, login_id: str, password: str) -> None:
    """At the sign-in of companies."""
    page.get_by_label("事業者IDまたは管理者ID").fill(login_id)
    page.get_by_label("パスワード", exact=True).fill(password)
    page.get_by_role("button", name="ログイン").click()


def test_a_branch_gets_a_manager_who_signs_in_with_the_paper(
    desk: Desk, firm: Branches, browser: Browser
) -> None:
    desk.goes_to("/company/organisation/").follows("組織を追加する")
    desk.page.get_by_label("組織の名称").fill("名古屋支店")
    desk.presses("追加する").reads("名古屋支店を追加しました")
    desk.follows("利用者を追加する")
    desk.page.get_by_label("氏名").fill(LONG)
    desk.page.get_by_label("階層管理者").check()
    desk.page.get_by_label("組織", exact=False).last.select_option(label="名古屋支店")
    desk.presses("追加する").presses("初期パスワードを表示する")
    login_id = desk.page.locator(".bignumber").inner_text().replace(" ", "")
    password = desk.page.locator(".secret").inner_text()
    with somebody(browser, PHONE, address=desk.address) as context:
        page = context.new_page()
        page.goto("/company/sign-in/")
        enters(page, login_id, password)
        page.get_by_label("新しいパスワード", exact=True).fill(NEW)
        page.get_by_label("新しいパスワード（確認）").fill(NEW)
        page.get_by_role("button", name="パスワード変更").click()
        expect(page.get_by_text("パスワードの変更に成功しました")).to_be_visible()
        expect(page.get_by_role("heading", name=LONG)).to_be_visible()


def test_a_second_sign_in_ends_the_first_and_keeps_what_was_typed(
    desk: Desk, firm: Branches, browser: Browser
) -> None:
    chief = with_app(held(firm.chief).account)
    login_id = chief.login_id
    desk.goes_to("/company/organisation/units/new/").page.get_by_label("組織の名称").fill("名古屋支店")
    with somebody(browser, PHONE, address=desk.address) as context:
        page = context.new_page()
        page.goto("/company/sign-in/")
        enters(page, login_id, PASSWORD)
        confirms(page, chief)
        expect(page.get_by_role("heading", name="おつかれさまです")).to_be_visible()
    desk.presses("追加する").reads("ほかの画面でログインされました")
    enters(desk.page, login_id, PASSWORD)
    confirms(desk.page, chief)
    desk.presses("記入したものを保存する").reads("名古屋支店を追加しました")


@pytest.mark.thorough
@scripted
def test_the_pages_of_the_organisation_have_no_barrier(desk: Desk, firm: Branches) -> None:
    person = seats.seat(
        firm.company, Role.SITE_VIEWER, unit=firm.tachikawa, name=LONG, account__is_initial=True
    )
    address = f"organisation/people/{held(person).account.login_id}/"
    for path in (*PAGES, address, f"{address}paper/", f"organisation/units/{firm.tama.key}/"):
        desk.goes_to(f"/company/{path}")
        for width in (320, 390, 768):
            desk.at_width(width).scrolls_in_one_direction_only()
        desk.at_width(1280).finds_no_barrier()
    assert desk.complaints == []


@scripted
def test_the_hour_of_a_company_is_warned_and_renewed(desk: Desk, firm: Branches) -> None:
    desk.page.clock.install()
    desk.goes_to("/company/organisation/").page.clock.fast_forward("55:05")
    warning = desk.page.get_by_role("alertdialog", name="まもなくログアウトします")
    expect(warning).to_be_visible()
    with desk.page.expect_response("**/company/still-here/"):
        desk.presses("続ける")
    expect(warning).to_be_hidden()
