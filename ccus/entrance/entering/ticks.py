"""えらんだ日: ticks as a form sends them, and the buttons that tick many at once (PORTAL-21). Pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

import jpholiday

from ccus.foundation.periods import ONE_DAY

_FRIDAY = 4
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


def days_in(typed: Iterable[str]) -> tuple[date, ...]:
    """The days that were ticked, each once, in order; what is no day is left out."""
    return tuple(sorted({on for on in map(day_in, typed) if on is not None}))


def day_in(typed: str) -> date | None:
    """`2026-11-20` as a day; None for what is no day, and for years that no calendar here shows."""
    if not _DAY.fullmatch(typed):
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def month_in(typed: str, *, today: date) -> date | None:
    """`2026-11` as its first day; None for what is no month, or one to come."""
    first = day_in(f"{typed}-01")
    return first if first is not None and first <= today else None


def pressed(act: str, days: Iterable[date], tickable: Mapping[date, bool]) -> tuple[date, ...]:
    """The ticks after a button: `week:` with its first day, `weekdays`, `none`. `tickable`: day → is anything there.

    Only days of the shown month that can be ticked and have nothing elsewhere are added; `none` takes all away.
    """
    free = [on for on, is_free in tickable.items() if is_free]
    if act == "none":
        return ()
    if act == "weekdays":
        return tuple(sorted({*days, *(on for on in free if is_weekday(on))}))
    first = day_in(act.removeprefix("week:"))
    week = {first + ONE_DAY * n for n in range(7)} if first is not None else set()
    return tuple(sorted({*days, *(week & set(free))}))


def is_weekday(on: date) -> bool:
    """平日: 月 to 金, and no holiday."""
    return on.weekday() <= _FRIDAY and not jpholiday.is_holiday(on)
