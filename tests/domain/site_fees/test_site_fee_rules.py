"""What the ledger lacks, when a month is closed, what is billed (USE-01 to USE-09). Pure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.site_fees import rules
from ccus.domain.site_fees.rules import Account, Day, Line, account, difference

ON = date(2026, 11, 2)


def ten(_: date) -> int:
    return 10


def test_a_day_that_became_official_is_charged_and_one_that_is_charged_is_left() -> None:
    days = [Day(7, 3, ON, True, 0, 0), Day(8, 3, ON, True, 1, 10), Day(9, 3, ON, False, 0, 0)]
    assert difference(days, ten) == [Line(7, 3, ON, 1, 10)]


def test_a_day_that_stopped_being_official_is_reversed_at_the_price_it_was_charged() -> None:
    assert difference([Day(7, 3, ON, False, 3, 3)], ten) == [Line(7, 3, ON, 4, -3)]


def test_a_day_without_a_price_is_not_charged() -> None:
    assert difference([Day(7, 3, ON, True, 0, 0)], lambda _: 0) == []


@given(st.lists(st.booleans(), max_size=12), st.integers(1, 50))
def test_whatever_becomes_of_a_day_the_ledger_holds_one_price_or_nothing(
    history: list[bool], yen: int
) -> None:
    lines: list[Line] = []
    for is_official in history:
        held = Day(7, 3, ON, is_official, len(lines), sum(line.amount for line in lines))
        lines += difference([held], lambda _: yen)
        assert sum(line.amount for line in lines) == (yen if is_official else 0)
    assert [line.n for line in lines] == list(range(1, len(lines) + 1))


@pytest.mark.parametrize(
    ("carried", "booked", "month", "expected"),
    [
        (0, 1_000, 11, Account(1_000, 0)),
        (0, 999, 11, Account(0, 999)),
        (999, 10, 12, Account(1_009, 0)),
        (0, 10, 3, Account(10, 0)),
        (0, 0, 3, Account(0, 0)),
        (-50, 40, 3, Account(0, -10)),
        (-500, 2_000, 11, Account(1_500, 0)),
    ],
)
def test_a_small_sum_waits_until_it_is_reached_or_march_ends_the_year(
    carried: int, booked: int, month: int, expected: Account
) -> None:
    assert account(carried=carried, booked=booked, month=date(2026, month, 1)) == expected


@given(st.lists(st.integers(-3_000, 3_000), max_size=24))
def test_whatever_is_booked_is_billed_or_still_carried(months: list[int]) -> None:
    billed, carried, month = 0, 0, date(2026, 4, 1)
    for booked in months:
        made = account(carried=carried, booked=booked, month=month)
        billed, carried, month = billed + made.billed, made.carried_on, rules.next_month(month)
    assert billed + carried == sum(months)


def test_a_month_is_closed_on_the_fifth_of_the_next() -> None:
    assert rules.closes_on(date(2026, 12, 1)) == date(2027, 1, 5)
