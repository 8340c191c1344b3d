"""事業者情報: what is registered, how long it is good for, what may be filed (REG-19, REG-24, REG-25)."""

from datetime import UTC, datetime

import pytest
import time_machine

from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from tests.factories import companies
from tests.factories.firms import registered, renewable
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db


def shown(company: Company, role: Role = Role.CHIEF) -> str:
    answer = client_of(seat(company, role)).get("/company/profile/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def old() -> Company:
    """Its last day is 2027-04-30."""
    return renewable()


def test_every_block_is_shown_as_papers_write_it() -> None:
    page = shown(registered())
    for words in ("株式会社足場建設", "法人", "〒105-0001", "とび・土工工事業", "2031年4月30日", "12-34567"):
        assert words in page


def test_a_company_without_registered_facts_sees_that_there_are_none() -> None:
    assert "登録なし" in shown(companies.company(name="ハ" * 40))


def test_a_renewal_is_offered_when_its_time_has_come(old: Company) -> None:
    assert "更新を申請する" in shown(old)
    assert "更新を申請する" not in shown(registered())


def test_after_the_last_day_the_page_says_what_is_closed(old: Company, clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2027, 5, 1, 3, tzinfo=UTC))
    page = shown(old)
    assert "登録の有効期限が過ぎています" in page
    assert "更新を申請する" in page


def test_who_may_not_file_looks_only(old: Company) -> None:
    page = shown(old, Role.SITE_MANAGER)
    assert "変更を申請する" not in page
    assert client_of(seat(old, Role.SITE_VIEWER)).get("/filing/").status_code == 403


def test_the_change_is_begun_from_the_page_and_written_on_the_sheets(old: Company) -> None:
    browser = client_of(seat(old))
    answer = browser.post("/filing/start/", {"kind": "company_change"})
    case = Application.objects.get()
    assert (answer.status_code, case.kind, case.company) == (302, ApplicationKind.COMPANY_CHANGE, old)
    page = browser.get(f"/filing/{case.number}/").content.decode()
    assert "建設業許可の有無" in page
    assert "事業者ポータル" in page
