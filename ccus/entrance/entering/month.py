"""入力のカレンダー: the days of a month that can be ticked, and why the others cannot (PORTAL-21). Pure."""

from calendar import SUNDAY, Calendar
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import jpholiday

from ccus.domain.codes.rules import first_open_day
from ccus.domain.work_history.claims.day_checks import FIRST_DAY, days_words
from ccus.domain.work_history.claims.entered_days import Mark
from ccus.domain.work_history.terms import State
from ccus.foundation.periods import ONE_DAY, Period
from ccus.ui.badges import Badge, badge

FUTURE = "まだ来ていない日です。"
OUTSIDE = "この現場の就業履歴蓄積期間に入っていない日です。"
TOO_LATE = "入力の期限（働いた月の次の月の末日）を過ぎています。"
TOO_EARLY = "システムが始まる前か、生まれる前の日です。"
ENTERED = "この現場で、もう入力してあります。「申告の状況」で見られます。"
COUNTED = "この現場の記録が、もう「正式」になっています。"


@dataclass(frozen=True, slots=True)
class Facts:
    """一か月の事実: what stands on its days; `periods` None: a site that is not registered, which has none."""

    first: date
    today: date
    born_on: date
    periods: Sequence[Period] | None
    marks: Mapping[date, Mark]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the month."""
        month = Calendar(SUNDAY).itermonthdates(self.first.year, self.first.month)
        return tuple(on for on in month if on.month == self.first.month)

    def why_not(self, on: date) -> str:
        """Why a day cannot be ticked; "" if it can (CLAIM-12, CLAIM-13)."""
        mark = self.marks.get(on, Mark())
        if on > self.today:
            return FUTURE
        if on < FIRST_DAY or on < self.born_on:
            return TOO_EARLY
        if mark.is_entered:
            return ENTERED
        if mark.here is State.OFFICIAL:
            return COUNTED
        if on < first_open_day(self.today):
            return TOO_LATE
        is_inside = self.periods is None or any(on in period for period in self.periods)
        return "" if is_inside else OUTSIDE

    @property
    def tickable(self) -> dict[date, bool]:
        """Days that can be ticked → whether nothing stands on them at another site."""
        open_days = (on for on in self.days if not self.why_not(on))
        return {on: self.marks.get(on, Mark()).elsewhere is None for on in open_days}

    @property
    def refused(self) -> list[tuple[str, str]]:
        """Days that cannot be ticked, in words, with the reason; the month is said above the calendar."""
        by_reason: dict[str, list[date]] = {}
        for on in self.days:
            if why := self.why_not(on):
                by_reason.setdefault(why, []).append(on)
        said = f"{self.first.year}年{self.first.month}月"
        return [(days_words(days).replace(said, ""), why) for why, days in by_reason.items()]


@dataclass(frozen=True, slots=True)
class Cell:
    """一日の升目. `state`: what stands there, here or (`is_elsewhere`) at another site; `why_not` "": can be ticked."""

    on: date
    is_ticked: bool
    why_not: str
    state: Badge | None
    is_elsewhere: bool
    holiday: str
    is_today: bool

    @property
    def is_rest(self) -> bool:
        """日曜日と祝日, which calendars print in red."""
        return self.on.weekday() == SUNDAY or bool(self.holiday)


def weeks_of(facts: Facts, ticked: Collection[date]) -> list[list[Cell | None]]:
    """Weeks from Sunday to Saturday; None where a week reaches out of the month."""
    weeks = Calendar(SUNDAY).monthdatescalendar(facts.first.year, facts.first.month)
    return [
        [_cell(facts, on, on in ticked) if on.month == facts.first.month else None for on in week]
        for week in weeks
    ]


def week_buttons(facts: Facts) -> list[tuple[date, date, date]]:
    """Weeks of the month with a day to tick: the Sunday, and the first and last day inside the month."""
    free = facts.tickable
    weeks = Calendar(SUNDAY).monthdatescalendar(facts.first.year, facts.first.month)
    inside = [(week[0], [on for on in week if on.month == facts.first.month]) for week in weeks]
    return [(sunday, days[0], days[-1]) for sunday, days in inside if any(on in free for on in days)]


def neighbours(facts: Facts) -> tuple[date | None, date | None]:
    """The months before and after, within what the register knows."""
    before = (facts.first - ONE_DAY).replace(day=1)
    after = (facts.days[-1] + ONE_DAY).replace(day=1)
    return before if before >= FIRST_DAY else None, after if after <= facts.today else None


def _cell(facts: Facts, on: date, is_ticked: bool) -> Cell:
    mark = facts.marks.get(on, Mark())
    state = mark.elsewhere if mark.here is None else mark.here
    return Cell(
        on=on,
        is_ticked=is_ticked,
        why_not=facts.why_not(on),
        state=None if state is None else badge(state),
        is_elsewhere=mark.here is None and mark.elsewhere is not None,
        holiday=jpholiday.is_holiday_name(on) or "",
        is_today=on == facts.today,
    )
