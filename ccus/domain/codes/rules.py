"""期限: until when days may still be changed (D-14). Stands here because every room that keeps dated facts asks."""

from datetime import date

from ccus.foundation.periods import ONE_DAY


def first_open_day(today: date) -> date:
    """The first work date whose deadline, the end of the month after it, has not passed on `today` (REG-16)."""
    return (today.replace(day=1) - ONE_DAY).replace(day=1)
