"""Every page of the office at every width: no barrier that axe can find, nothing cut off, for long names and none."""

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.filing import submit, waive_fee
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.actions import announce
from ccus.domain.workers.terms import Grade
from ccus.foundation import clock
from tests.factories import applications, workers
from tests.journeys.office.desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
PAGES = (
    *("/office/", "/office/queue/", "/office/fees/", "/office/fees/tariffs/", "/office/fees/bank-file/"),
    *("/office/enquiries/", "/office/announcements/", "/office/announcements/new/", "/office/features/"),
)
LONG = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


def busy(officer: OfficerMe) -> Application:
    """Some of everything; the case that is to be reviewed."""
    for _ in range(3):
        applications.submitted(ApplicationKind.REISSUE)
    applications.submitted(ApplicationKind.REISSUE, is_settled=False)
    workers.worker(
        name__official=LONG, name__kana="ショウジ タロウショウジ タロウショウジ タロウショウジ タロウ"
    )
    announce(
        title="年末年始の受付についてのお知らせ" * 4,
        body="12月28日から\n1月4日まで休みます。",
        from_on=clock.today(),
        by=officer.actor,
        at=clock.now(),
    )
    case = applications.drafted(ApplicationKind.REGISTRATION, grade=Grade.DETAILED)
    name = applications.NAME | {"official": LONG, "roman": LONG.upper()}
    applications.write(case, {"name": name}, by=filer_of(case))
    submit(number=case.number, by=filer_of(case), at=applications.AT)
    waive_fee(number=case.number, note="試験のため", by=SYSTEM, at=applications.AT)
    return case


def looks_well(desk: Desk) -> None:
    for width in (320, 768):
        desk.at_width(width).scrolls_in_one_direction_only()
    for width in (390, 1280):
        desk.at_width(width).finds_no_barrier()


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_empty_lists_have_no_barrier(desk: Desk) -> None:
    for page in PAGES:
        desk.goes_to(page)
        looks_well(desk)


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_full_lists_have_none_either(desk: Desk, officer: OfficerMe) -> None:
    busy(officer)
    for page in PAGES:
        desk.goes_to(page)
        looks_well(desk)
    assert desk.complaints == []


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_a_case_from_its_outline_to_the_approval(desk: Desk, officer: OfficerMe) -> None:
    case = busy(officer)
    desk.goes_to(f"/office/cases/{case.number}/")
    looks_well(desk)
    desk.presses("審査を始める")
    looks_well(desk)
    for more in ("fields/name/1/official/", "fields/identity/1/front/", "fields/", "approval/", "rejection/"):
        desk.goes_to(f"/office/cases/{case.number}/{more}")
        looks_well(desk)
    assert desk.complaints == []
