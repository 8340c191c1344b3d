"""The working calendar of the building trade: how likely a site works on a day."""

import jpholiday

from ccus.domain.work_history.rules import date_of

_BY_WEEKDAY = (0.96, 0.96, 0.96, 0.96, 0.95, 0.45, 0.02)  # Monday first; every other Saturday is closed
_HOLIDAY = 0.06


def working_chances(from_day: int, until_day: int) -> list[float]:
    """The chance that a site works, for each day from `from_day` up to, not including, `until_day`."""
    return [_chance(day) for day in range(from_day, until_day)]


def _chance(day: int) -> float:
    on = date_of(day)
    if (on.month, on.day) >= (12, 29) or (on.month, on.day) <= (1, 4):
        return 0.0
    if on.month == 8 and 12 <= on.day <= 16:  # お盆
        return 0.05
    if jpholiday.is_holiday(on):
        return _HOLIDAY
    return _BY_WEEKDAY[on.weekday()]
