"""締切を過ぎた日: what the register has confirmed stays as it is."""

from datetime import date, datetime

from ccus.domain.codes.rules import first_open_day
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class DaysClosed(Refusal):
    """締切後の変更: a fact cannot be ended or changed for days whose deadline has passed (REG-16)."""


def require_open_days(from_on: date, *, at: datetime, label: str, field: str) -> None:
    """Refuse to take back days of a fact after their deadline, the end of the month after the work date (D-14)."""
    first = first_open_day(day_of(at))
    if from_on < first:
        raise DaysClosed(
            f"{label}（{date_words(from_on)}）は、締切を過ぎた日です。"
            f"{date_words(first)}以降の日にしてください。それより前の日は、変更できません。",
            field,
        )
