"""保存期間を数える: dated lengths, and which beginnings are over at an instant (KEEP-04, KEEP-05). Pure."""

from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SOON = timedelta(days=30)
"""How far ahead the report of a night looks (KEEP-09)."""
_JST = ZoneInfo("Asia/Tokyo")


@dataclass(frozen=True, slots=True)
class Years:
    """年: whole years, the last day included; 29 February counts as the 28th in common years."""

    n: int


Length = Years | timedelta


@dataclass(frozen=True, slots=True)
class Kept:
    """保存期間の一行: what begins on `from_on` or later is kept so long; `is_for_all`: a stricter law, also for what
    began before, where that is shorter.
    """

    from_on: date
    length: Length
    is_for_all: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """終わった分: whatever began at `since` (None: ever) or later, and before `before`."""

    since: datetime | None
    before: datetime


def edge(length: Length, at: datetime) -> datetime:
    """What began before this instant has been kept for the whole length.

    >>> edge(Years(5), datetime(2029, 3, 1, 3, tzinfo=_JST)).isoformat()
    '2024-03-01T00:00:00+09:00'
    """
    if isinstance(length, timedelta):
        return at - length
    today = at.astimezone(_JST).date()
    year = today.year - length.n
    has_no_such_day = (today.month, today.day) == (2, 29) and not isleap(year)
    return _midnight(date(year, 3, 1) if has_no_such_day else today.replace(year=year))


def spans(kept: Sequence[Kept], at: datetime) -> Iterator[Span]:
    """What is over at an instant, by the row of the day on which it began; the first row holds for all before it."""
    rows = sorted(kept, key=lambda row: row.from_on)
    for n, row in enumerate(rows):
        stricter = [
            later.length for later in rows[n + 1 :] if later.is_for_all and _midnight(later.from_on) <= at
        ]
        ends = [max(edge(length, at) for length in (row.length, *stricter))]
        ends += [_midnight(rows[n + 1].from_on)] if n + 1 < len(rows) else []
        since = _midnight(row.from_on) if n else None
        if since is None or since < min(ends):
            yield Span(since, min(ends))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _JST)
