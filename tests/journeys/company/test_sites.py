"""The pages of a site, in a browser."""

from datetime import date

import pytest

from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.contracts import add_contract
from ccus.domain.sites.actions.posts import give_post
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.models import Site
from ccus.domain.sites.terms import Post
from ccus.foundation import clock
from tests.domain.companies.branches import Branches, held
from tests.factories import seats, sites
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処の工事"
PARTS = ("", "edit/", "period/", "contracts/new/", "partners/", "people/", "readers/", "door/")
scripted = pytest.mark.parametrize("has_script", ["with script"], indirect=True)


@pytest.fixture
def full_site(firm: Branches) -> Site:
    """A site with long names and something of everything."""
    site, by, at = sites.site(prime=firm.company, unit=firm.tokyo, name=LONG), firm.chief.actor, clock.now()
    person = seats.seat(firm.company, Role.SITE_MANAGER, name=LONG[:40])
    add_contract(site=site, items=ContractItems(name=LONG, client=LONG), by=by, at=at)
    login_id = held(person).account.login_id
    give_post(site=site, seat=login_id, post=Post.MANAGER, from_on=date(2026, 11, 1), by=by, at=at)
    sites.reader(site, name=LONG[:40])
    return site


def test_a_site_with_two_contracts_is_registered_in_one_form(desk: Desk, firm: Branches) -> None:
    desk.goes_to("/company/sites/new/")
    desk.page.get_by_label("現場名").fill("未来タワー新築工事")
    desk.presses("契約情報・工事情報を加える").presses("契約をもう一つ加える")
    desk.page.get_by_label("フリガナ").fill("みらいたわー")
    desk.page.get_by_label("施工場所住所").fill("東京都港区虎ノ門1-2-3")
    for number, name in enumerate(("本体工事", "外構工事")):
        desk.page.locator(f"#id_c{number}_name").fill(name)
    desk.presses("現場を登録する").reads("現場を登録しました")
    for words in ("本体工事", "外構工事", "事務 和子さん"):
        desk.reads(words)


@pytest.mark.thorough
@scripted
def test_the_pages_of_a_site_have_no_barrier(desk: Desk, full_site: Site) -> None:
    addresses = ["", "?q=なし", "new/", "small/", *(f"{full_site.number}/{part}" for part in PARTS)]
    for path in addresses:
        desk.goes_to(f"/company/sites/{path}")
        for width in (320, 390, 768):
            desk.at_width(width).scrolls_in_one_direction_only()
        desk.at_width(1280).finds_no_barrier()
    assert desk.complaints == []


@scripted
def test_the_sheet_for_the_door_fits_on_one_page(desk: Desk, full_site: Site) -> None:
    desk.goes_to(f"/company/sites/{full_site.number}/door/")
    assert desk.page.pdf(format="A4").count(b"/Type /Page\n") == 1
