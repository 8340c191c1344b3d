"""数える月: this month and the twelve before it (FIG-08). Pure."""

from datetime import date, datetime

from ccus.foundation.clock import JST

MONTHS = 13


def months_until(today: date) -> tuple[date, ...]:
    """The first day of each month, the oldest first.

    >>> months_until(date(2026, 11, 20))[0], months_until(date(2026, 11, 20))[-1]
    (datetime.date(2025, 11, 1), datetime.date(2026, 11, 1))
    """
    count = today.year * 12 + today.month - 1
    return tuple(date(at // 12, at % 12 + 1, 1) for at in range(count - MONTHS + 1, count + 1))


def began(month: date) -> datetime:
    """The instant at which a month began in Japan."""
    return datetime(month.year, month.month, 1, tzinfo=JST)


def words_of(month: date) -> str:
    """As a table names it.

    >>> words_of(date(2026, 3, 1))
    '2026年3月'
    """
    return f"{month.year}年{month.month}月"
