"""日の言い方: several days of one site as a sentence says them. Pure."""

from collections.abc import Sequence
from datetime import date

_NAMED = 10


def days_said(days: Sequence[date], today: date) -> str:
    """Days, oldest first; the year only where it is not today's, many days as first, last and how many.

    >>> days_said([date(2026, 8, 3), date(2026, 8, 4), date(2026, 9, 1)], date(2026, 11, 20))
    '8月3日、4日、9月1日'
    """
    ordered = sorted(days)
    if len(ordered) > _NAMED:
        return f"{_whole(ordered[0], today)}から{_whole(ordered[-1], today)}までの{len(ordered)}日"
    said, before = [], None
    for on in ordered:
        is_near = before is not None and (before.year, before.month) == (on.year, on.month)
        said.append(f"{on.day}日" if is_near else _whole(on, today))
        before = on
    return "、".join(said)


def _whole(on: date, today: date) -> str:
    year = f"{on.year}年" if on.year != today.year else ""
    return f"{year}{on.month}月{on.day}日"
