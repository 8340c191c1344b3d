"""経過を読む: what was said and done in a case, oldest first (DESK-01)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.rules import SAID_BY_OFFICE
from ccus.domain.desk.screens import Screen
from ccus.domain.desk.terms import Move


@dataclass(frozen=True, slots=True)
class Entry:
    """経過の一つ: words of the asker or of the office, or a step without words; `by` is an actor."""

    move: Move
    at: datetime
    by: str
    words: str
    screen: Screen | None
    screen_on: date | None

    @property
    def is_offices(self) -> bool:
        """Whether the office says these words."""
        return self.move in SAID_BY_OFFICE

    @property
    def is_typed_in(self) -> bool:
        """Whether an officer wrote down what was said by telephone or mail."""
        return self.move in {Move.CALL, Move.NOTE}


def history_of(case: DeskCase) -> tuple[Entry, ...]:
    """The whole history. One statement."""
    return tuple(
        Entry(
            Move(row.move),
            row.at,
            row.by,
            row.words,
            Screen(row.screen) if row.screen else None,
            row.screen_on,
        )
        for row in case.entries.order_by("ordinal")
    )
