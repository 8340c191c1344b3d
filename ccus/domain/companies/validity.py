"""登録の有効期間: pure dates (REG-19, REG-24). Ends are exclusive: the day after the last."""

from datetime import date

from ccus.foundation.periods import Period

YEARS = 5
EARLY_MONTHS = 6
"""A renewal is possible from so many months before the end."""
REMINDED_MONTHS = (6, 1)
_FIRST_YEAR_ENDS = date(2019, 4, 1)
_FIRST_YEAR_UNTIL = date(2024, 4, 1)


def first_term(registered_on: date) -> Period:
    """Five years, to the end of the month of registration; of the first year all to 2024-03-31.

    >>> first_term(date(2019, 4, 15)).until_on
    datetime.date(2024, 5, 1)
    """
    if registered_on < _FIRST_YEAR_ENDS:
        return Period(registered_on, _FIRST_YEAR_UNTIL)
    return Period(registered_on, months_after(registered_on.replace(day=1), 12 * YEARS + 1))


def next_term(until: date, *, on: date) -> Period:
    """Five years behind the term that ends with `until`; of one that is over, as if registered on `on`."""
    if until <= on:
        return first_term(on)
    return Period(until, months_after(until, 12 * YEARS))


def renewable_from(until: date) -> date:
    """The first day on which a term that ends with `until` may be renewed."""
    return months_after(until, -EARLY_MONTHS)


def months_after(first: date, months: int) -> date:
    """The same day so many months later; `first` is the first day of a month.

    >>> months_after(date(2024, 5, 1), -6)
    datetime.date(2023, 11, 1)
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return first.replace(year=year, month=month + 1)
