"""期間: days from–until, the end exclusive, an empty end open. Sentences name the last day, as people do."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal

ONE_DAY = timedelta(days=1)


class PeriodBackwards(Refusal):
    """期間の逆転: a period that ends before it begins."""


@dataclass(frozen=True, slots=True)
class Period:
    """期間: from `from_on` to the day before `until_on`; None: no end in sight. Never empty."""

    from_on: date
    until_on: date | None = None

    @classmethod
    def checked(cls, from_on: date, until_on: date | None, *, label: str, field: str = "valid_until") -> Self:
        """The period, or `PeriodBackwards` in the words of the form: `label` is what the period is of."""
        if until_on is not None and until_on <= from_on:
            last = date_words(until_on - ONE_DAY)
            raise PeriodBackwards(
                f"{label}の終了日（{last}）が、開始日（{date_words(from_on)}）より前です。"
                "終了日を開始日以降の日にしてください。",
                field,
            )
        return cls(from_on, until_on)

    def __contains__(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    def before(self, day: date) -> "Period | None":
        """What lies before `day`, or None."""
        until = day if self.until_on is None else min(day, self.until_on)
        return Period(self.from_on, until) if self.from_on < until else None

    def since(self, day: date) -> "Period | None":
        """What lies on and after `day`, or None."""
        start = max(day, self.from_on)
        return Period(start, self.until_on) if self.until_on is None or start < self.until_on else None

    def without(self, other: "Period") -> list["Period"]:
        """What `other` does not cover, earliest first."""
        rest = [
            self.before(other.from_on),
            self.since(other.until_on) if other.until_on is not None else None,
        ]
        return [part for part in rest if part is not None]
