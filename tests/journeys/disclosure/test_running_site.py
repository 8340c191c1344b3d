"""Whom the guide names sees a worker, the firms of a site as long as it runs for the worker (G12-1, G12-2)."""

import pytest
from django.test import Client

from ccus.domain.sites.actions.roster import end_roster_line
from ccus.foundation.clock import now, today
from tests.domain.searching.world import lives_in
from tests.factories import seats
from tests.factories.factors import enter
from tests.factories.personas import Cast, firm, standing_cast
from tests.journeys.conftest import Arrival
from tests.journeys.filing.people import Person

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("has_script", ["with script"], indirect=True)]
NAME = "建設 未来"


def sits_down(desk: Person, like: Client) -> Person:
    """Another company at the same computer."""
    return desk.has_signed_in(like).goes_to("/company/")


def opens_roster(desk: Person, cast: Cast) -> Person:
    """The roster of 高橋鉄筋, by way of the structure of the site, with the lines that are over."""
    desk.page.get_by_role("navigation", name="メニュー").get_by_role("link", name="施工体制").first.click()
    desk.follows(cast.site.name).follows("高橋鉄筋")
    desk.page.get_by_role("navigation", name="この事業者").get_by_role("link", name="作業員名簿").click()
    return desk.stands_before("高橋鉄筋").follows("終わった行も")


@pytest.mark.thorough
def test_employer_prime_and_upper_firm_see_a_worker_until_the_roster_line_ends(arrives: Arrival) -> None:
    cast = standing_cast()
    lives_in(cast.mirai, "13")
    prime, upper, employer, stranger = (
        seats.client_of(seats.seat(company))
        for company in (cast.sato, cast.suzuki, cast.takahashi, cast.stranger)
    )
    desk = arrives(enter(Client(), cast.account))
    desk.goes_to("/worker/disclosure/preview/site/").reads("佐藤建設").reads("鈴木工務店")
    sits_down(desk, employer).goes_to("/company/employees/").follows(NAME).reads("東京都")
    for above in (prime, upper):
        opens_roster(sits_down(desk, above), cast).reads(NAME)
    roster = desk.page.url.removeprefix(desk.address)
    sits_down(desk, stranger).goes_to(roster).misses(NAME)
    desk.goes_to(f"/company/search/workers/?number={cast.mirai.number}").reads("氏名は非公開")
    end_roster_line(line=cast.line, until_on=today(), by=firm(cast.takahashi), at=now())
    for above in (prime, upper):
        sits_down(desk, above).goes_to(roster).misses(NAME).reads("氏名は非公開")
    desk.has_signed_in(enter(Client(), cast.account)).goes_to("/worker/disclosure/preview/site/")
    desk.reads("今、こう見える会社は、ありません。")
