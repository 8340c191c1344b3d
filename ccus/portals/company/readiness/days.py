"""見る日: today, tomorrow, or any day that somebody picks."""

from dataclasses import dataclass
from datetime import date, timedelta

from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY

_FARTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PickedDay:
    """選んだ日; `fault` says why what was asked for could not be shown."""

    day: date
    today: date
    fault: str = ""

    @property
    def tomorrow(self) -> date:
        """あした."""
        return self.today + ONE_DAY

    @property
    def word(self) -> str:
        """きょう or あした, else nothing."""
        return {self.today: "きょう", self.tomorrow: "あした"}.get(self.day, "")


def picked(typed: str) -> PickedDay:
    """The day of the address, tomorrow if there is none."""
    today = clock.today()
    tomorrow = PickedDay(today + ONE_DAY, today)
    if not typed:
        return tomorrow
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return PickedDay(
            tomorrow.day, today, f"「{typed[:20]}」を日付として読めません。日付を選びなおしてください。"
        )
    if abs(day - today) > _FARTHEST:
        return PickedDay(
            tomorrow.day, today, "見通しは、前後1年の日だけ見られます。日付を選びなおしてください。"
        )
    return PickedDay(day, today)
