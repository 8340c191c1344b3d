"""事業者の検索 counts among the searches of the day (SEEK-07, SEEK-09)."""

from datetime import date, timedelta

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.searching.actions import search_firms, stop_searching
from ccus.domain.searching.firms import FirmCriteria
from ccus.domain.searching.models import SearchDay
from ccus.domain.searching.policies import SearchesSpent, left_of
from tests.domain.searching.world import AT, search
from tests.factories.companies import company
from tests.factories.officers import two
from tests.factories.personas import firm
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def names(by: Company, **criteria: str) -> list[str]:
    found, _ = search_firms(company=by, criteria=FirmCriteria(**criteria), by=firm(by), at=AT)
    return [one.name for one in found]


def spent(by: Company) -> int:
    return 60 - left_of(by.pk, on=TODAY).searches


def test_a_search_for_firms_counts_once_and_beside_that_for_workers() -> None:
    by = company(name="足場建設")
    assert [names(by, name="足場"), names(by, name="足場")] == [["足場建設"], ["足場建設"]]
    assert spent(by) == 1
    names(by, kana="タカ")
    search(by, kana="タカ")
    assert spent(by) == 3


def test_one_search_for_firms_too_many_is_refused() -> None:
    by = company()
    SearchDay.objects.create(company=by, on=TODAY, searches_most=1, workers_most=200)
    names(by, name="足場")
    with pytest.raises(SearchesSpent, match="1日の上限（1回）"):
        names(by, name="鉄筋")
    assert names(by, name="足場") == []


def test_while_workers_may_not_be_searched_for_firms_are_found() -> None:
    by = company(name="足場建設")
    until = TODAY + timedelta(days=3)
    stop_searching(company=by, until_on=until, by=two(Duty.CONTACT), at=AT)
    assert names(by, name="足場") == ["足場建設"]
    assert not SearchDay.objects.exists()


def test_nobody_searches_for_firms_in_the_name_of_another_company() -> None:
    with pytest.raises(NotAllowed):
        search_firms(company=company(), criteria=FirmCriteria(name="足場"), by=firm(company()), at=AT)


def test_the_record_says_what_was_asked_by_and_not_for_what() -> None:
    names(company(), name="足場")
    assert Event.objects.get(act=Act.FIRMS_SEARCHED).detail == {"asked": ["name"], "shown": 0}


def test_the_page_says_what_is_left_and_when_nothing_is() -> None:
    by = company()
    SearchDay.objects.create(company=by, on=TODAY, searches_most=1, workers_most=200)
    desk = client_of(seat(by, Role.SITE_VIEWER))
    assert "あと<span" in desk.get("/company/search/companies/?name=足場").content.decode()
    answer = desk.get("/company/search/companies/?name=鉄筋")
    assert (answer.status_code, "明日の0時から" in answer.content.decode()) == (422, True)
