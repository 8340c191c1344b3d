"""月のカレンダー: weeks of a month, each day with its state. Pure."""

from calendar import SUNDAY, Calendar
from dataclasses import dataclass
from datetime import date

import jpholiday

from ccus.domain.work_history.reading import Day, Month
from ccus.ui.badges import Badge, badge

WEEKDAYS = "日月火水木金土"


@dataclass(frozen=True, slots=True)
class Cell:
    """一日の升目. `badge` is None on days when nothing happened."""

    on: date
    badge: Badge | None
    holiday: str
    is_today: bool
    is_future: bool

    @property
    def is_rest(self) -> bool:
        """日曜日と祝日, which calendars print in red."""
        return self.on.weekday() == SUNDAY or bool(self.holiday)


def weeks_of(month: Month, today: date) -> list[list[Cell | None]]:
    """Weeks from Sunday to Saturday; None where a week reaches out of the month."""
    days = {day.on: day for day in month.days}
    weeks = Calendar(SUNDAY).monthdatescalendar(month.first.year, month.first.month)
    return [
        [_cell(on, days.get(on), today) if on.month == month.first.month else None for on in week]
        for week in weeks
    ]


def _cell(on: date, day: Day | None, today: date) -> Cell:
    return Cell(
        on=on,
        badge=badge(day.state) if day else None,
        holiday=jpholiday.is_holiday_name(on) or "",
        is_today=on == today,
        is_future=on > today,
    )
