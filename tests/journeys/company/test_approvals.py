"""承認・確認 at the screen: by keyboard alone, and readable on every screen (CLAIM-25, CLAIM-28)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from ccus.domain.work_history.claim_terms import ClaimState, Oddity
from ccus.domain.work_history.claims.answering import state_of
from ccus.domain.work_history.models import DayClaim
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from tests.browser import COMPUTER, somebody
from tests.factories import asked, companies, seats, workers
from tests.factories.personas import Cast, standing_cast
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "とても長い名前の見本として作られた四十文字の技能者の名前を確かめるための山田太郎様"


@pytest.fixture
def cast(portal_server: str) -> Cast:
    return standing_cast()


@pytest.fixture
def waiting(cast: Cast) -> list[DayClaim]:
    """Three days that wait; the first is unusual, of somebody with a long name at a firm with a long name."""
    firm = companies.company(name=f"株式会社{LONG}")
    worker = workers.worker(name__official=LONG[:40], name__kana="ヤマダ" * 10)
    odd = (Oddity.ELSEWHERE, Oddity.NOBODY_ELSE)
    last = clock.today() - ONE_DAY
    days = [asked.claim(cast, last - timedelta(days=ago), remark=LONG) for ago in range(2)]
    return [asked.claim(cast, last, worker=worker, company=firm, odd=odd, work_content=LONG), *days]


@pytest.fixture
def approver(cast: Cast, browser: Browser, portal_server: str) -> Iterator[Desk]:
    """The 事業者責任者 of the prime at a computer."""
    with somebody(browser, COMPUTER) as context:
        yield Desk(context.new_page(), portal_server).has_signed_in(seats.client_of(seats.seat(cast.sato)))


def test_days_are_approved_by_keyboard_and_no_screen_has_a_barrier(
    approver: Desk, waiting: list[DayClaim]
) -> None:
    for path in ("", "rest/?tray=approve", f"{waiting[0].key}/"):
        approver.goes_to(f"/company/approvals/{path}")
        approver.at_width(390).scrolls_in_one_direction_only()
        approver.at_width(1280).finds_no_barrier()
    approver.goes_to("/company/approvals/")
    for key in "?jjxk":
        approver.page.keyboard.press(key)
    expect(approver.page.get_by_text("選ぶのをやめる")).to_be_visible()
    approver.page.keyboard.press("a")
    approver.reads("1日を承認しました")
    assert [state_of(claim) for claim in waiting].count(ClaimState.APPROVED) == 1
    assert state_of(waiting[0]) is ClaimState.WAITING
    approver.goes_to("/company/approvals/answered/").at_width(390).scrolls_in_one_direction_only()
    approver.at_width(1280).finds_no_barrier()
    assert approver.complaints == []
