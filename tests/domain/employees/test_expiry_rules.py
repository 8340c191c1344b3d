"""期限の規則 (EMP-04 to EMP-06): last days, thresholds and spoilt days, to the day."""

from datetime import date, timedelta

import pytest

from ccus.domain.employees.rules import Booked, Expiring, check_counts_until, expiring, spoilt, threshold
from ccus.domain.employees.terms import RunsOut
from ccus.domain.workers.rules import year_before
from ccus.foundation.periods import Period

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)


def card(last_on: date, worker: int = 1) -> Expiring:
    return Expiring(worker, RunsOut.CARD, "", last_on)


@pytest.mark.parametrize(
    ("taken", "last"),
    [
        (date(2025, 11, 20), date(2026, 11, 20)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 29)),
        (date(2024, 2, 28), date(2025, 2, 28)),
        (date(2023, 3, 1), date(2024, 3, 1)),
        (date(2025, 12, 31), date(2026, 12, 31)),
        (date(2026, 1, 31), date(2027, 1, 31)),
    ],
)
def test_a_health_check_counts_for_a_year_to_the_same_day(taken: date, last: date) -> None:
    assert check_counts_until(taken) == last


def test_a_health_check_counts_exactly_as_long_as_the_register_lists_it() -> None:
    for days in range(4 * 366):
        taken = date(2023, 1, 1) + days * DAY
        last = check_counts_until(taken)
        assert year_before(last) <= taken < year_before(last + DAY)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (31, None),
        (30, 30),
        (29, 30),
        (15, 30),
        (14, 14),
        (13, 14),
        (4, 14),
        (3, 3),
        (1, 3),
        (0, 3),
        (-1, None),
    ],
)
def test_it_is_told_thirty_fourteen_and_three_days_ahead(left: int, expected: int | None) -> None:
    assert threshold(TODAY + left * DAY, today=TODAY) == expected


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2027, 1, 29), date(2027, 2, 28)),
        (date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_thirty_days_ahead_are_thirty_days_at_the_end_of_months_too(today: date, last: date) -> None:
    assert (threshold(last, today=today), threshold(last, today=today - DAY)) == (30, None)


@pytest.mark.parametrize(("left", "is_near"), [(31, False), (30, True), (0, True), (-1, True), (-400, True)])
def test_what_ends_within_thirty_days_or_has_ended_is_shown(left: int, is_near: bool) -> None:
    assert bool(expiring([card(TODAY + left * DAY)], today=TODAY)) is is_near


def test_of_one_kind_only_what_lasts_longest_counts() -> None:
    renewed = [card(TODAY + 3 * DAY), card(TODAY + 3000 * DAY)]
    assert expiring(renewed, today=TODAY) == []


def test_each_kind_of_qualification_counts_for_itself() -> None:
    held = [
        Expiring(1, RunsOut.QUALIFICATION, "A", TODAY),
        Expiring(1, RunsOut.QUALIFICATION, "B", date.max),
        Expiring(2, RunsOut.QUALIFICATION, "A", date.max),
    ]
    assert expiring(held, today=TODAY) == held[:1]


def test_the_soonest_stands_first() -> None:
    found = [card(TODAY + 9 * DAY, 1), card(TODAY + 2 * DAY, 2), card(TODAY - 5 * DAY, 3)]
    assert [each.worker for each in expiring(found, today=TODAY)] == [3, 2, 1]


BOOKED = Period(date(2026, 11, 1), date(2027, 4, 1))


@pytest.mark.parametrize(
    ("last_on", "expected"),
    [
        (date(2026, 10, 1), (date(2026, 11, 1), date(2027, 3, 31))),
        (date(2026, 10, 31), (date(2026, 11, 1), date(2027, 3, 31))),
        (date(2026, 11, 1), (date(2026, 11, 2), date(2027, 3, 31))),
        (date(2027, 2, 28), (date(2027, 3, 1), date(2027, 3, 31))),
        (date(2027, 3, 30), (date(2027, 3, 31), date(2027, 3, 31))),
        (date(2027, 3, 31), None),
    ],
)
def test_the_booked_days_after_the_last_day_are_spoilt(
    last_on: date, expected: tuple[date, date] | None
) -> None:
    hit = spoilt(card(last_on), [Booked(1, "見本ビル", BOOKED)])
    assert [(each.first_on, each.last_on) for each in hit] == ([expected] if expected else [])


def test_days_of_others_are_not_spoilt_and_sites_stand_by_their_first_day() -> None:
    days = [Booked(1, "乙", BOOKED), Booked(1, "甲", Period(date(2026, 9, 1))), Booked(2, "丙", BOOKED)]
    hit = spoilt(card(date(2026, 10, 1)), days)
    assert [(each.site, each.last_on) for each in hit] == [("甲", None), ("乙", date(2027, 3, 31))]
