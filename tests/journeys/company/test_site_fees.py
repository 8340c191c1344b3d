"""現場利用料 at the screen: from the sum to the bill and the days behind it, with long names and at any width."""

from collections.abc import Iterator

import pytest
import time_machine

from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.closing import close_due_months
from ccus.domain.work_history.terms import State
from tests.domain.companies.branches import Branches
from tests.domain.site_fees.days import AT, DECEMBER, NOVEMBER, change, month_of_records, sum_months
from tests.factories import sites, workers
from tests.journeys.company.test_readiness import LONG, LONG_SITE
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey


@pytest.fixture
def december() -> Iterator[None]:
    """The day on which November was closed: its bill does not wait to be paid for ever."""
    with time_machine.travel(AT):
        yield


@pytest.fixture
def billed(firm: Branches) -> None:
    """November is closed and billed; in December one of its days was taken back, and others were worked."""
    place, other = sites.site(prime=firm.company, name=LONG_SITE), sites.site(prime=firm.company)
    crew = [workers.worker(name__official=LONG, name__kana="カデノコウジ") for _ in range(6)]
    for somebody in crew:
        month_of_records(somebody, place, range(1, 21))
        month_of_records(somebody, other, range(1, 3), DECEMBER)
        workers.affiliation(worker=somebody, company=firm.company)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    change(crew[0], place, NOVEMBER, State.UNLINKED)
    book_days(at=AT)


@pytest.mark.usefixtures("december")
@pytest.mark.parametrize("has_script", ["without script"], indirect=True)
def test_the_prime_goes_from_the_sum_to_the_bill_and_the_days_behind_it(desk: Desk, billed: None) -> None:
    desk.goes_to("/company/site-fees/2026-12/").reads("取消し 1日を差し引き")
    desk.goes_to("/company/site-fees/").follows("2026年11月").reads("支払い待ち")
    desk.at_width(320).scrolls_in_one_direction_only()
    desk.at_width(1280).follows(LONG_SITE).reads("11月1・2・3・4・5")
    for width in (390, 1280):
        desk.at_width(width).scrolls_in_one_direction_only()
    assert desk.complaints == []
