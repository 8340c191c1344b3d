"""カードの規則 (CARD-02 to CARD-05)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.cards.rules import age, colour, expiry, token, years_of_validity
from ccus.domain.cards.terms import CardColour

BIRTHS = st.dates(date(1930, 1, 1), date(2010, 12, 31))
ISSUES = st.dates(date(2019, 4, 1), date(2060, 12, 31))


@pytest.mark.parametrize("issued_on", [date(2019, 4, 1), date(2019, 4, 15), date(2019, 4, 30)])
def test_the_guides_sample_card_expires_on_its_tenth_birthday_in_2029(issued_on: date) -> None:
    assert expiry(birth_on=date(1989, 4, 1), issued_on=issued_on, years=9) == date(2029, 4, 1)


def test_a_birthday_on_the_very_day_nine_years_on_does_not_count() -> None:
    assert expiry(birth_on=date(1989, 4, 2), issued_on=date(2019, 4, 1), years=9) == date(2028, 4, 2)
    assert expiry(birth_on=date(1989, 4, 1), issued_on=date(2019, 4, 1), years=9) == date(2029, 4, 1)


@pytest.mark.parametrize(
    ("issued_on", "expires_on"),
    [(date(2019, 1, 10), date(2028, 2, 29)), (date(2019, 3, 1), date(2029, 2, 28))],
)
def test_somebody_born_on_29_february_has_the_birthday_on_the_28th_in_common_years(
    issued_on: date, expires_on: date
) -> None:
    assert expiry(birth_on=date(1992, 2, 29), issued_on=issued_on, years=9) == expires_on


def test_a_card_issued_on_29_february_counts_from_the_28th() -> None:
    assert expiry(birth_on=date(1990, 2, 28), issued_on=date(2024, 2, 29), years=9) == date(2034, 2, 28)
    assert expiry(birth_on=date(1990, 3, 1), issued_on=date(2024, 2, 29), years=9) == date(2033, 3, 1)


@pytest.mark.parametrize(
    ("birth_on", "is_short", "years"),
    [
        (date(1989, 4, 1), False, 9),
        (date(1966, 11, 20), False, 14),
        (date(1966, 11, 21), False, 9),
        (date(1989, 4, 1), True, 2),
        (date(1950, 4, 1), True, 2),
    ],
)
def test_how_long_a_card_lasts_depends_on_age_and_documents(
    birth_on: date, is_short: bool, years: int
) -> None:
    assert years_of_validity(birth_on=birth_on, applied_on=date(2026, 11, 20), is_short=is_short) == years


def test_one_is_a_year_older_on_the_birthday() -> None:
    assert age(date(1992, 2, 29), date(2025, 2, 27)) == 32
    assert age(date(1992, 2, 29), date(2025, 2, 28)) == 33


@given(birth_on=BIRTHS, issued_on=ISSUES, years=st.sampled_from([2, 9, 14]))
def test_a_card_lasts_more_than_its_years_and_at_most_one_more(
    birth_on: date, issued_on: date, years: int
) -> None:
    expires_on = expiry(birth_on=birth_on, issued_on=issued_on, years=years)
    assert years <= age(issued_on, expires_on) <= years + 1
    assert expires_on.month == birth_on.month
    assert expires_on.day == birth_on.day or (birth_on.month, birth_on.day) == (2, 29)


def test_the_card_is_gold_for_a_registered_core_worker_and_white_for_everybody_else() -> None:
    assert colour(is_core_worker=True) is CardColour.GOLD
    assert colour(is_core_worker=False) is CardColour.WHITE


def test_a_reader_types_the_number_and_the_two_digits_after_the_hyphen() -> None:
    assert token("12345678901234", 1) == "1234567890123401"
