"""見通し at the screen: what would not count tomorrow is mended by following the page; the pages hold every size."""

from datetime import timedelta

import pytest

from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.sites.models import Site
from ccus.foundation import clock
from tests.domain.companies.branches import Branches
from tests.factories import cards, sites, workers
from tests.factories.personas import person
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "勘解由小路テレサマリアイザベラコンチータ銀次郎左衛門尉徳川之介之丞"
LONG_SITE = "ものすごく長い名前の再開発事業にともなう超高層複合施設新築工事のうち鉄骨鉄筋コンクリート造の部分"


@pytest.fixture
def waiting_site(firm: Branches) -> Site:
    """A site at which 佐藤建設 has not accepted yet, with five of its workers on the roster; one has lost the card."""
    site = sites.site(name=LONG_SITE)
    spot = sites.spot(site, firm.company, sites.prime_spot(site))
    crew = [workers.worker(name__official=LONG, name__kana="カデノコウジ") for _ in range(5)]
    for somebody in crew:
        workers.affiliation(worker=somebody, company=firm.company)
        sites.roster_line(worker=somebody, member=spot)
    lost, *_ = (cards.card(worker=somebody) for somebody in crew)
    report_loss(card=lost, lost_from=clock.now() - timedelta(hours=1), by=person(lost.worker), at=clock.now())
    return site


@pytest.mark.thorough
@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_the_pages_of_readiness_have_no_barrier(desk: Desk, waiting_site: Site) -> None:
    one = f"/company/readiness/{waiting_site.number}/"
    for path in ("/company/readiness/", one, f"{one}?reason=E-22", f"{one}?day=2026-01-01", f"{one}?day=x"):
        desk.goes_to(path)
        for width in (320, 390, 768):
            desk.at_width(width).scrolls_in_one_direction_only()
        desk.at_width(1280).finds_no_barrier()
    assert [said for said in desk.complaints if "422" not in said] == []


def test_the_page_leads_to_the_acceptance_and_the_lines_turn_green(desk: Desk, waiting_site: Site) -> None:
    desk.goes_to("/company/readiness/")
    desk.follows(LONG_SITE).reads("施工体制の要請を承認する")
    desk.follows("画面を開く")
    desk.presses("承認する").reads("承認しました")
    desk.goes_to(f"/company/readiness/{waiting_site.number}/")
    desk.reads("カードの手続きをする")
    assert desk.page.get_by_text("施工体制の要請を承認する").count() == 0
    assert desk.page.locator(".ahead__one--ok dd").inner_text() == "4人"
