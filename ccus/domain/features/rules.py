"""開始日の規則."""

from datetime import date

EARLIEST = date(2019, 4, 1)
YEARS_AHEAD = 10


def is_possible(opens_on: date, *, today: date) -> bool:
    """Whether a day may be an opening day (FEAT-03)."""
    return opens_on >= EARLIEST and opens_on.year <= today.year + YEARS_AHEAD
