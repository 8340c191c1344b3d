"""What a company is shown on a day: the database counts, and holds it (SEEK-05, SEEK-07, LOOK-08)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.db.models import F

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.searching.actions import StoppedAlready, end_stop, search_workers, stop_searching
from ccus.domain.searching.criteria import Criteria
from ccus.domain.searching.models import SearchDay, SearchMade, SearchShown, SearchStop
from ccus.domain.searching.policies import Left, SearchesSpent, SearchStopped, left_of, stopped_until
from ccus.domain.searching.shown import shown_today
from tests.domain.searching.world import AT, TRADE, hand, keys, search
from tests.factories.companies import company
from tests.factories.officers import two
from tests.factories.seats import seat

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
TOMORROW = AT + timedelta(days=1)


def day(by: Company, *, searches: int = 60, workers: int = 200) -> SearchDay:
    return SearchDay.objects.create(company=by, on=TODAY, searches_most=searches, workers_most=workers)


def left(by: Company) -> tuple[int, int]:
    of_today = left_of(by.pk, on=TODAY)
    return of_today.searches, of_today.workers


def contact() -> Actor:
    return two(Duty.CONTACT)


def test_a_day_begins_with_what_the_settings_say() -> None:
    assert left_of(company().pk, on=TODAY) == Left(60, 60, 200, 200)


def test_a_search_counts_once_and_so_does_each_worker_of_its_pages() -> None:
    by, _, _ = company(), hand(), hand()
    for _ in range(3):
        search(by)
    assert left(by) == (59, 198)
    search(by, kana="タカ")
    assert left(by) == (58, 198)


def test_looking_up_an_id_that_leads_nowhere_counts_too() -> None:
    by = company()
    search(by, number="99999999999999")
    search(by, number="99999999999998")
    assert left(by) == (58, 200)


def test_own_workers_are_not_counted() -> None:
    by = company()
    hand(at=by)
    assert len(keys(search(by))) == 1
    assert left(by) == (59, 200)


def test_one_search_too_many_is_refused_and_those_of_today_still_open() -> None:
    by, one = company(), hand()
    day(by, searches=1)
    search(by)
    with pytest.raises(SearchesSpent, match=r"1日の上限（1回）"):
        search(by, kana="タカ")
    assert keys(search(by)) == [one.pk]


def test_the_page_ends_where_the_workers_of_the_day_end() -> None:
    by = company()
    for _ in range(3):
        hand()
    day(by, workers=2)
    found = search(by)
    assert (len(found.hits), found.is_cut) == (2, True)
    assert keys(search(by)) == keys(found)
    assert left(by) == (59, 0)


def test_the_next_day_begins_anew() -> None:
    by, one = company(), hand()
    day(by, searches=0, workers=0)
    assert keys(search(by, at=TOMORROW)) == [one.pk]


def test_the_order_differs_from_day_to_day_and_company_to_company() -> None:
    for _ in range(12):
        hand()
    by = company()
    orders = [keys(search(by)), keys(search(by, at=TOMORROW)), keys(search(company()))]
    assert keys(search(by)) == orders[0]
    assert len({tuple(order) for order in orders}) == 3


def test_the_database_holds_the_bound_by_itself() -> None:
    held = day(company(), searches=0, workers=0)
    with pytest.raises(IntegrityError, match="search_day_workers"), transaction.atomic():
        SearchShown.objects.create(day=held, worker=hand())
    with pytest.raises(IntegrityError, match="search_day_searches"), transaction.atomic():
        SearchMade.objects.create(day=held, digest="0" * 64)


def test_nobody_sets_the_count_of_a_day_back() -> None:
    held = day(company())
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        SearchDay.objects.filter(pk=held.pk).update(workers=F("workers"))


def test_what_was_searched_for_is_kept_as_a_mark_alone() -> None:
    one = hand()
    search(company(), number=one.number)
    assert one.number not in str(SearchMade.objects.values().get())
    event = Event.objects.get(act=Act.WORKERS_SEARCHED)
    assert event.detail == {"asked": ["number"], "shown": 1}


def test_only_whom_a_search_of_today_showed_can_be_opened() -> None:
    by, one = company(), hand()
    assert shown_today(by.pk, one.number, on=TODAY) is None
    search(by)
    assert shown_today(by.pk, one.number, on=TODAY) == one.pk
    assert shown_today(by.pk, one.number, on=TODAY + timedelta(days=1)) is None
    assert shown_today(company().pk, one.number, on=TODAY) is None


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_an_account_without_the_power_searches_nobody(role: Role) -> None:
    by = company()
    with pytest.raises(NotAllowed, match="所属技能者の管理"):
        search_workers(company=by, criteria=Criteria(trade=TRADE), by=seat(by, role).actor, at=AT)


def test_no_account_searches_for_another_company() -> None:
    with pytest.raises(NotAllowed):
        search_workers(company=company(), criteria=Criteria(trade=TRADE), by=seat(company()).actor, at=AT)


def test_a_stop_ends_searching_and_opening_until_its_last_day() -> None:
    by, one = company(), hand()
    search(by)
    stop_searching(company=by, until_on=TODAY + timedelta(days=3), by=contact(), at=AT)
    with pytest.raises(SearchStopped, match="2026年11月22日まで"):
        search(by)
    assert stopped_until(by.pk, on=TODAY) == TODAY + timedelta(days=2)
    assert shown_today(by.pk, one.number, on=TODAY) is None
    assert keys(search(by, at=AT + timedelta(days=3))) == [one.pk]


def test_the_database_holds_a_stop_by_itself() -> None:
    by = company()
    held = day(by)
    stop_searching(company=by, until_on=TODAY + timedelta(days=3), by=contact(), at=AT)
    with pytest.raises(IntegrityError, match="may not search"), transaction.atomic():
        SearchShown.objects.create(day=held, worker=hand())


@pytest.mark.parametrize("later", [0, 2])
def test_a_stop_that_is_ended_lets_the_company_search_again(later: int) -> None:
    by, one = company(), hand()
    stop_searching(company=by, until_on=TODAY + timedelta(days=9), by=contact(), at=AT)
    end_stop(company=by, by=contact(), at=AT + timedelta(days=later))
    assert keys(search(by, at=AT + timedelta(days=later))) == [one.pk]


def test_a_company_is_stopped_once_and_only_by_the_office() -> None:
    by, until = company(), TODAY + timedelta(days=3)
    stop_searching(company=by, until_on=until, by=contact(), at=AT)
    with pytest.raises(StoppedAlready):
        stop_searching(company=by, until_on=until, by=contact(), at=AT)
    chief = seat(by).actor
    with pytest.raises(NotAllowed):
        stop_searching(company=company(), until_on=until, by=chief, at=AT)
    with pytest.raises(NotAllowed):
        end_stop(company=by, by=chief, at=AT)
    assert SearchStop.objects.count() == 1
