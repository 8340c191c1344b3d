"""退会のあとの期間: how long somebody may come back, and when personal data is erased. Pure."""

from datetime import date

YEARS_KEPT = ((date(2019, 4, 1), 5),)
"""(from on, years): a dated rule; whoever leaves on a day falls under the newest row of that day (LEAVE-06)."""


def last_day_to_return(left_on: date) -> date:
    """戻れる最後の日 of somebody who left on a day (LEAVE-05). 29 February counts as the 28th in common years.

    >>> last_day_to_return(date(2024, 2, 29))
    datetime.date(2029, 2, 28)
    """
    years = next(years for since, years in reversed(YEARS_KEPT) if since <= max(left_on, YEARS_KEPT[0][0]))
    is_leap_day = (left_on.month, left_on.day) == (2, 29)
    return date(left_on.year + years, left_on.month, 28 if is_leap_day else left_on.day)
