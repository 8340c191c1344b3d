"""代行の規則: how long a mandate and a question for one last (PROXY-03, PROXY-04)."""

from datetime import date, timedelta

ASK_LASTS = timedelta(days=30)
"""Unanswered, a question lapses after them; until then the same company does not ask again (PROXY-04)."""


def longest_until(from_on: date) -> date:
    """The day after the last that a mandate may have: a year (PROXY-03).

    >>> longest_until(date(2028, 2, 29))
    datetime.date(2029, 3, 1)
    """
    try:
        return from_on.replace(year=from_on.year + 1)
    except ValueError:  # 29 February
        return date(from_on.year + 1, 3, 1)
