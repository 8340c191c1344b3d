"""見せる形: entries and canned answers with the addresses that they open."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.desk.answers import answers_about
from ccus.domain.desk.canned import Answer
from ccus.domain.desk.history import Entry
from ccus.domain.desk.screens import Screen
from ccus.domain.desk.terms import Asks, Subject
from ccus.entrance.asking.screens import address_of
from ccus.foundation.japanese import date_words


@dataclass(frozen=True, slots=True)
class Told:
    """経過の一つ, with the screen that it opens."""

    entry: Entry
    opens: str
    opens_words: str


@dataclass(frozen=True, slots=True)
class Offered:
    """定型の答え before the form, with the screen that it opens."""

    answer: Answer
    opens: str
    opens_words: str


def told(entries: tuple[Entry, ...]) -> list[Told]:
    """The entries of a case, for its asker."""
    return [
        Told(
            entry,
            address_of(entry.screen, entry.screen_on) if entry.screen else "",
            screen_words(entry.screen, entry.screen_on) if entry.screen else "",
        )
        for entry in entries
    ]


def offered(side: Asks, subject: Subject) -> list[Offered]:
    """The answers that stand before the form of a subject."""
    return [
        Offered(answer, address_of(answer.screen), screen_words(answer.screen))
        for answer in answers_about(side, subject)
    ]


def screen_words(screen: Screen, on: date | None = None) -> str:
    """How a button calls the screen, by its word in the menu."""
    if screen is not Screen.DAY:
        return f"「{screen.label}」を開く"
    return f"{date_words(on)}の画面を開く" if on is not None else f"「{Screen.HISTORY.label}」を開く"
