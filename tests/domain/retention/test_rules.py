"""Dated lengths (KEEP-04, KEEP-05)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.leaving.rules import last_day_to_return
from ccus.domain.retention.catalogue import BY_KEY
from ccus.domain.retention.rules import Kept, Length, Span, Years, edge, spans
from ccus.foundation.clock import JST

NOW = datetime(2026, 11, 20, 12, tzinfo=JST)


def day(year: int, month: int, on: int) -> datetime:
    return datetime(year, month, on, tzinfo=JST)


def over(began: datetime, *kept: Kept, at: datetime = NOW) -> bool:
    return any(
        (span.since is None or span.since <= began) and began < span.before for span in spans(kept, at)
    )


def kept(since: date, length: Length, *, is_for_all: bool = False) -> Kept:
    return Kept(since, length, is_for_all)


FIRST, CHANGED = date(2019, 4, 1), date(2025, 4, 1)


def test_years_are_over_the_day_after_their_last_day() -> None:
    assert edge(Years(5), NOW) == day(2021, 11, 20)
    assert edge(Years(5), day(2028, 2, 29)) == day(2023, 3, 1)


@pytest.mark.parametrize("today", [day(2028, 2, 29), day(2029, 2, 28), day(2029, 3, 1), day(2026, 11, 20)])
@pytest.mark.parametrize("days", range(-2, 3))
def test_whoever_left_is_over_on_the_day_after_the_last_day_to_return(today: datetime, days: int) -> None:
    left = edge(Years(5), today) + timedelta(days=days)
    is_over = last_day_to_return(left.date()) < today.date()
    assert over(left, *BY_KEY["left"].kept, at=today) == is_over


def test_days_are_counted_from_the_instant() -> None:
    assert edge(timedelta(days=2), NOW) == NOW - timedelta(days=2)


def test_a_length_holds_for_what_began_before_the_first_row_too() -> None:
    assert list(spans([kept(FIRST, Years(1))], NOW)) == [Span(None, day(2025, 11, 20))]


def test_a_shorter_length_holds_for_what_begins_after_it_alone() -> None:
    rows = kept(FIRST, Years(5)), kept(CHANGED, Years(1))
    assert not over(day(2025, 3, 31), *rows)
    assert over(day(2025, 4, 1), *rows)


def test_a_stricter_law_holds_for_what_began_before_it() -> None:
    rows = kept(FIRST, Years(5)), kept(CHANGED, Years(1), is_for_all=True)
    assert over(day(2025, 3, 31), *rows)


def test_a_stricter_law_of_tomorrow_takes_nothing_away_today() -> None:
    rows = kept(FIRST, Years(5)), kept(date(2026, 11, 21), Years(1), is_for_all=True)
    assert not over(day(2025, 3, 31), *rows)
    assert over(day(2025, 3, 31), *rows, at=NOW + timedelta(days=1))


def test_a_longer_length_for_all_lengthens_nothing_that_began_before() -> None:
    rows = kept(FIRST, Years(1)), kept(CHANGED, Years(5), is_for_all=True)
    assert over(day(2025, 3, 31), *rows)
    assert not over(day(2025, 4, 1), *rows)
