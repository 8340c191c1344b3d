"""Why does this day not count? From the list to the day, what is missing, and the button that asks: PORTAL-30 to 37."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from ccus.domain.work_history.terms import Reason, State
from ccus.foundation import clock
from tests.factories import claims, seats
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
LONG = "株式会社ものすごくながいなまえの鉄筋工業東日本支店"


def somebody_who_waits() -> cast.Person:
    """Today without a roster line, yesterday entered, and a day at a site that is not registered."""
    mirai, firm = cast.settled(), cast.company(LONG)
    seats.seat(firm)
    cast.employ(mirai, firm)
    site, today = cast.site(prime=firm), clock.today()
    claims.entered(mirai.worker, site, today - timedelta(days=1))
    claims.entered_there(claims.own_site(mirai.worker), today - timedelta(days=1))
    claims.settled()
    cast.worked(mirai, site, today, State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    cast.worked(mirai, site, today - timedelta(days=2), line=cast.on_roster(cast.settled("別", "ベツ"), site))
    return mirai


def test_a_worker_asks_for_the_paper_that_is_missing(visitor: Visitor) -> None:
    mirai = somebody_who_waits()
    visitor.is_at_home(mirai).goes_to("/worker/history/list/?state=unlinked")
    visitor.page.get_by_role("table").get_by_role("link").click()
    expect(visitor.page.get_by_text("足りないものが1つあります")).to_be_visible()
    visitor.page.get_by_role("button", name="お願いする").click()
    expect(visitor.page.get_by_text("に お願いしました")).to_be_visible()
    expect(visitor.page.get_by_role("button", name="お願いする")).to_be_hidden()


@pytest.mark.thorough
def test_no_page_of_the_days_has_a_barrier(desk: Visitor) -> None:
    mirai, today = somebody_who_waits(), clock.today()
    desk.is_at_home(mirai)
    for page in (
        f"day/{today}/",
        f"day/{today - timedelta(days=1)}/",
        "list/",
        "sums/",
        f"{today:%Y-%m}/known/",
    ):
        desk.goes_to(f"/worker/history/{page}")
        desk.at_width(320).scrolls_in_one_direction_only()
        for width in (390, 1280):
            desk.at_width(width).finds_no_barrier()
    assert desk.complaints == []
