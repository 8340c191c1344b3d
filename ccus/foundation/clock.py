"""時計: the only place that reads the clock. Instants are aware and in UTC, days are days in Asia/Tokyo."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from ccus.foundation.periods import ONE_DAY

JST = ZoneInfo("Asia/Tokyo")


def now() -> datetime:
    """This instant, in UTC. `time_machine.travel` stops it in tests."""
    return datetime.now(UTC)


def today() -> date:
    """今日: the calendar day in Japan."""
    return day_of(now())


def day_of(at: datetime) -> date:
    """The calendar day of an instant in Japan. Raises ValueError for an instant without a time zone."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at.astimezone(JST).date()


def end_of(day: date) -> datetime:
    """The instant at which a day in Japan is over: midnight, when the next one begins."""
    return datetime.combine(day + ONE_DAY, time(), JST)
