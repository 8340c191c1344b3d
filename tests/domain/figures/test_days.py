"""就業履歴の状態 by month (FIG-11)."""

from datetime import date, datetime

import pytest

from ccus.domain.figures.counting import count_figures
from ccus.domain.figures.reading.days import days
from ccus.domain.figures.terms import FEW, NOTHING
from ccus.domain.work_history.terms import State
from tests.factories import records, workers
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db


def worked(cast: Cast, state: State, *on: date) -> None:
    person = workers.worker()
    for day in on:
        records.record(person, cast.site, day, state)


def october(*numbers: int) -> list[date]:
    return [date(2026, 10, number) for number in numbers]


def test_a_month_says_how_many_are_official_and_what_share_that_is(cast: Cast, at: datetime) -> None:
    worked(cast, State.OFFICIAL, *october(*range(1, 16)))
    worked(cast, State.UNLINKED, *october(*range(1, 6)))
    count_figures(at=at)
    (table,) = days(at=at).tables
    assert table.rows[-2].cells == (15, 5, 0, 0, 0, 20, 75.0)
    assert table.foot
    assert table.foot.cells == (15, 5, 0, 0, 0, 20, 75.0)


def test_a_few_refused_days_are_told_by_no_sum_and_no_share(cast: Cast, at: datetime) -> None:
    worked(cast, State.OFFICIAL, *october(*range(1, 11)))
    worked(cast, State.REFUSED, *october(1, 2, 3))
    count_figures(at=at)
    (table,) = days(at=at).tables
    assert table.rows[-2].cells == (10, 0, 0, 0, FEW, "11以上", 100.0)
    assert table.foot
    assert table.foot.cells[-2] == "11以上"


def test_a_month_without_days_has_no_share(cast: Cast, at: datetime) -> None:
    worked(cast, State.OFFICIAL, *october(*range(1, 11)))
    count_figures(at=at)
    assert days(at=at).tables[0].rows[0].cells == (0, 0, 0, 0, 0, 0, NOTHING)


def test_what_lies_more_than_twelve_months_back_is_not_counted(cast: Cast, at: datetime) -> None:
    worked(cast, State.OFFICIAL, date(2025, 10, 31))
    count_figures(at=at)
    assert days(at=at).tables[0].rows == ()
