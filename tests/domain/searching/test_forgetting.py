"""Days of searching that are over are forgotten, the day that runs never is (SEEK-10)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from ccus.domain.searching.models import SearchDay, SearchMade, SearchShown
from ccus.foundation.databases import Databases
from tests.domain.retention.carried import carried_by_owner
from tests.domain.searching.world import hand
from tests.factories.companies import company

THEN, NIGHT = date(2020, 5, 1), datetime(2020, 5, 30, 18, 30, tzinfo=UTC)  # 03:30 of 31 May in Japan


def day(on: date = THEN) -> SearchDay:
    """A day of a company with one search and one worker."""
    made = SearchDay.objects.create(company=company(), on=on, searches_most=60, workers_most=200)
    SearchMade.objects.create(day=made, digest="0" * 64)
    SearchShown.objects.create(day=made, worker=hand())
    return made


def test_a_day_is_kept_for_thirty_days_and_then_goes_with_all_that_was_counted(
    fresh_database: Databases,
) -> None:
    day()
    assert (carried_by_owner(fresh_database, "search_days", NIGHT), SearchDay.objects.count()) == (0, 1)
    assert carried_by_owner(fresh_database, "search_days", NIGHT + timedelta(days=1)) == 1
    assert [table.objects.count() for table in (SearchDay, SearchMade, SearchShown)] == [0, 0, 0]


def test_days_that_are_young_enough_stay_whole(fresh_database: Databases) -> None:
    day(), (young := day(THEN + timedelta(days=1)))
    carried_by_owner(fresh_database, "search_days", NIGHT + timedelta(days=1))
    assert list(SearchShown.objects.values_list("day", flat=True)) == [young.pk]


@pytest.mark.django_db
def test_the_database_does_not_let_the_day_that_runs_go() -> None:
    running = SearchDay.objects.create(
        company=company(), on=date(9999, 1, 1), searches_most=1, workers_most=1
    )
    with pytest.raises(IntegrityError, match="its count stays"), transaction.atomic():
        running.delete()
