"""登録の有効期間: five years to the end of the month (REG-19, REG-24)."""

from datetime import date

import pytest

from ccus.domain.companies.validity import first_term, next_term, renewable_from


@pytest.mark.parametrize(
    ("registered_on", "until_on"),
    [
        (date(2019, 4, 15), date(2024, 5, 1)),
        (date(2019, 4, 1), date(2024, 5, 1)),
        (date(2019, 4, 30), date(2024, 5, 1)),
        (date(2020, 2, 29), date(2025, 3, 1)),
        (date(2019, 2, 28), date(2024, 4, 1)),
        (date(2018, 4, 1), date(2024, 4, 1)),
        (date(2019, 12, 31), date(2025, 1, 1)),
        (date(2023, 1, 31), date(2028, 2, 1)),
        (date(2024, 2, 29), date(2029, 3, 1)),
    ],
)
def test_a_registration_lasts_five_years_to_the_end_of_its_month(registered_on: date, until_on: date) -> None:
    assert first_term(registered_on).until_on == until_on


@pytest.mark.parametrize("month", range(1, 13))
def test_every_first_term_ends_with_the_month_it_began_in(month: int) -> None:
    until = first_term(date(2022, month, 28)).until_on
    assert until is not None
    assert ((until.year - 2027) * 12 + until.month - month, until.day) == (1, 1)


def test_a_renewal_in_time_adds_five_years_behind_the_last() -> None:
    term = next_term(date(2024, 5, 1), on=date(2023, 11, 1))
    assert (term.from_on, term.until_on) == (date(2024, 5, 1), date(2029, 5, 1))


def test_a_renewal_too_late_begins_anew_on_its_day() -> None:
    term = next_term(date(2024, 5, 1), on=date(2024, 5, 1))
    assert (term.from_on, term.until_on) == (date(2024, 5, 1), date(2029, 6, 1))


def test_a_renewal_is_possible_from_six_months_before() -> None:
    assert renewable_from(date(2024, 5, 1)) == date(2023, 11, 1)
    assert renewable_from(date(2025, 3, 1)) == date(2024, 9, 1)
