"""Periods: from, until the day after the last."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.foundation.periods import Period, PeriodBackwards

APRIL, MAY, JUNE, JULY = (date(2026, month, 1) for month in (4, 5, 6, 7))
days = st.dates(date(2026, 1, 1), date(2026, 3, 31))
periods = st.builds(
    lambda start, length: Period(start, start + timedelta(days=length) if length else None),
    days,
    st.integers(0, 60),
)


@pytest.mark.parametrize("until", [APRIL, date(2026, 3, 31)])
def test_a_period_that_ends_before_it_begins_is_refused(until: date) -> None:
    with pytest.raises(PeriodBackwards, match="名簿の期間の終了日（2026年3月") as refused:
        Period.checked(APRIL, until, label="名簿の期間")
    assert "開始日（2026年4月1日）より前" in refused.value.sentence


def test_the_last_day_is_the_one_before_the_end() -> None:
    assert date(2026, 4, 30) in Period(APRIL, MAY)
    assert MAY not in Period(APRIL, MAY)


def test_without_an_end_it_goes_on() -> None:
    assert date(2099, 1, 1) in Period(APRIL)


def test_extending_both_ends_leaves_two_pieces() -> None:
    assert Period(APRIL, JULY).without(Period(MAY, JUNE)) == [Period(APRIL, MAY), Period(JUNE, JULY)]


@given(periods, periods, days)
def test_a_day_is_without_the_other_period_if_it_is_in_the_one_only(a: Period, b: Period, day: date) -> None:
    assert any(day in part for part in a.without(b)) == (day in a and day not in b)


@given(periods, days, days)
def test_before_and_since_cut_a_period_at_a_day(period: Period, cut: date, day: date) -> None:
    before, since = period.before(cut), period.since(cut)
    assert (before is not None and day in before) == (day in period and day < cut)
    assert (since is not None and day in since) == (day in period and day >= cut)
