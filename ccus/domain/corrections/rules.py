"""修正の決まり: how many officers release, how long a preview holds, how large a set may be (FIX). Pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MOST_ROWS = 100_000
LONGEST_WORDS = 400
CHANCES = 10**6
A_TURN = 1_000
"""Rows that are carried out, looked at and taken back at a time (FIX-04)."""
MANY_ROWS, MANY_SIGHTS = 100, 20
"""From so many rows on, or above so many pairs that gain sight, two more officers release (FIX-08)."""
TOGETHER = timedelta(days=7)
"""How long what one officer wrote of one 区分 counts together: nobody stays below by writing several sets (FIX-08)."""
TRIED_FOR = timedelta(days=1)
"""How long after the end of its preview a released set is tried that cannot be carried out (FIX-10)."""
_TOKYO = ZoneInfo("Asia/Tokyo")
_NOON = time(12)


def set_number(written_on: date, chance: int) -> str:
    """修正番号 of a day; `chance` is drawn from 0 to `CHANCES` - 1.

    >>> set_number(date(2026, 11, 20), 42)
    'S261120-000042'
    """
    return f"S{written_on:%y%m%d}-{chance:06d}"


def releases_needed(rows: int, sights: int) -> int:
    """何人の許可がいるか, besides who wrote it (FIX-08).

    >>> releases_needed(99, 20), releases_needed(100, 0), releases_needed(1, 21)
    (1, 2, 2)
    """
    return 2 if rows >= MANY_ROWS or sights > MANY_SIGHTS else 1


def preview_ends(made_at: datetime) -> datetime:
    """確認の期限: noon of the day after it was made (FIX-09)."""
    next_day = made_at.astimezone(_TOKYO).date() + timedelta(days=1)
    return datetime.combine(next_day, _NOON, _TOKYO)
