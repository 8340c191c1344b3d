"""施工体制 at the screen: a firm that is not registered is declared, claims its spot, and the pages hold every size."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Company
from ccus.domain.sites.actions.links import make_link
from ccus.domain.sites.actions.stand_ins import declare_stand_in, name_stand_in
from ccus.domain.sites.actions.structure import invite
from ccus.domain.sites.actions.structure_patterns import save_structure_pattern
from ccus.domain.sites.models import StructureMember
from ccus.foundation import clock
from tests.browser import PHONE, somebody
from tests.domain.companies.branches import Branches
from tests.factories import companies, seats, sites
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "株式会社とても長い名前のついた建設業を営む会社の見本として作られた工務店支店株式会社"
scripted = pytest.mark.parametrize("has_script", ["with script"], indirect=True)


@pytest.fixture
def prime(firm: Branches) -> StructureMember:
    """The spot of 佐藤建設 at a site with a long name, more firms than a sheet holds, and something of everything."""
    spot = sites.prime_spot(sites.site(prime=firm.company, name=LONG))
    at = clock.now()
    upper = sites.accept(sites.spot(spot.site, companies.company(name=LONG), spot))
    for _ in range(45):
        sites.accept(sites.spot(spot.site, companies.company(), upper))
    stand_in = declare_stand_in(upper=spot, name=LONG, contact=LONG, by=SYSTEM, at=at)
    invite(upper=stand_in, company=companies.company(), by=SYSTEM, at=at)
    make_link(upper=spot, by=SYSTEM, at=at)
    save_structure_pattern(member=spot, name=LONG, by=SYSTEM, at=at)
    other = sites.prime_spot(sites.site())
    invite(upper=other, company=firm.company, by=SYSTEM, at=at)
    name_stand_in(
        member=declare_stand_in(upper=other, name=LONG, by=SYSTEM, at=at),
        company=firm.company,
        by=SYSTEM,
        at=at,
    )
    return spot


@pytest.fixture
def real_firm() -> Company:
    """未来塗装, registered at last."""
    return companies.company(name="未来塗装")


@pytest.fixture
def telephone(browser: Browser, portal_server: str, real_firm: Company) -> Iterator[Page]:
    """The telephone of 未来塗装, signed in."""
    with somebody(browser, PHONE) as context:
        session = seats.client_of(seats.seat(real_firm)).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": portal_server}])
        yield context.new_page()


@pytest.mark.thorough
@scripted
def test_the_pages_of_a_structure_have_no_barrier(desk: Desk, prime: StructureMember) -> None:
    site = f"{prime.site.number}/"
    keys = StructureMember.objects.filter(site=prime.site, tier__lte=1).values_list("key", flat=True)
    addresses = ["", "proxies/", "patterns/", site, f"{site}?sheet=2&q=株式", f"{site}undeclared/"]
    for path in (*addresses, *(f"{site}{key}/" for key in keys)):
        desk.goes_to(f"/company/structure/{path}")
        for width in (320, 390, 768):
            desk.at_width(width).scrolls_in_one_direction_only()
        desk.at_width(1280).finds_no_barrier()
    assert desk.complaints == []


@scripted
def test_a_firm_that_was_not_registered_claims_its_spot_by_the_link_it_was_given(
    desk: Desk, firm: Branches, telephone: Page, portal_server: str, real_firm: Company
) -> None:
    spot = sites.prime_spot(sites.site(prime=firm.company))
    desk.goes_to(f"/company/structure/{spot.site.number}/")
    desk.follows("佐藤建設")
    desk.page.get_by_text("未登録の事業者を置く").click()
    desk.page.locator("#ask-stand-in").get_by_label("事業者の名称").fill("未来塗装（個人）")
    desk.presses("置く").reads("未登録の事業者を置きました")
    desk.follows("未来塗装（個人）")
    desk.page.get_by_text("引き受けてもらうリンクを作る").click()
    desk.page.locator("#ask-claim-link button").click()
    address = desk.page.locator(".secret").inner_text().strip()
    telephone.goto(portal_server + address[address.index("/invitation/") :])
    telephone.get_by_role("link", name="ログインして参加する").click()
    telephone.get_by_role("button", name="引き受ける").click()
    telephone.get_by_text("施工体制に参加しました").wait_for()
    assert StructureMember.objects.get(site=spot.site, tier=1).company == real_firm
