"""お問い合わせの決まり: which act moves a case whither and who does it; how many, how long. Pure (DESK-03)."""

from datetime import date, datetime, timedelta

from ccus.domain.desk.terms import Doer, Move, State

LONGEST_WORDS = 2000
MOST_OPEN, MOST_A_DAY, MOST_IN_A_ROW = 5, 10, 5
"""Of one asker: open at once, opened in 24 hours, words to a silent office (DESK-08, DESK-10)."""
A_DAY = timedelta(hours=24)
REOPENED_WITHIN = timedelta(days=30)
SILENT_FOR = timedelta(days=14)
CHANCES = 10**6
"""How many お問い合わせ番号 a day has."""
FIRST_DAY = date(2000, 1, 1)
"""No day before it has a page (DESK-13, DESK-14)."""
AGES = (7, 3)
"""Days after which a case that waits for an officer is called late (DESK-15)."""

BEGINNINGS: dict[Move, State] = {Move.OPEN: State.RECEIVED, Move.CALL: State.TAKEN}
"""How a case begins."""

TRANSITIONS: dict[tuple[State, Move], State] = {
    (State.RECEIVED, Move.TAKE): State.TAKEN,
    (State.TAKEN, Move.TAKE): State.TAKEN,
    (State.WAITING, Move.TAKE): State.WAITING,
    (State.TAKEN, Move.HAND_BACK): State.RECEIVED,
    (State.TAKEN, Move.ANSWER): State.DONE,
    (State.TAKEN, Move.ASK_BACK): State.WAITING,
    (State.TAKEN, Move.NOTE): State.TAKEN,
    (State.WAITING, Move.NOTE): State.TAKEN,
    (State.RECEIVED, Move.ADD): State.RECEIVED,
    (State.TAKEN, Move.ADD): State.TAKEN,
    (State.WAITING, Move.ADD): State.TAKEN,
    (State.DONE, Move.ADD): State.RECEIVED,
    (State.RECEIVED, Move.FINISH): State.DONE,
    (State.TAKEN, Move.FINISH): State.DONE,
    (State.WAITING, Move.FINISH): State.DONE,
    (State.WAITING, Move.LAPSE): State.DONE,
}
"""経過: every move that there is."""

DOERS: dict[Move, Doer] = {
    Move.OPEN: Doer.ASKER,
    Move.CALL: Doer.OFFICER,
    Move.TAKE: Doer.OFFICER,
    Move.HAND_BACK: Doer.HOLDER,
    Move.ANSWER: Doer.HOLDER,
    Move.ASK_BACK: Doer.HOLDER,
    Move.NOTE: Doer.HOLDER,
    Move.ADD: Doer.ASKER,
    Move.FINISH: Doer.ASKER,
    Move.LAPSE: Doer.CLOCK,
}
"""行う人 of each act. An officer takes what nobody has, or what an officer without the duty has (DESK-04)."""

SAID_BY_OFFICE = frozenset({Move.ANSWER, Move.ASK_BACK})
"""Moves that carry words of the office; all other words are the asker's, by whomever they were typed."""


def case_number(opened_on: date, chance: int) -> str:
    """お問い合わせ番号 of a day; `chance` is drawn from 0 to `CHANCES` - 1 (DESK-01).

    >>> case_number(date(2026, 11, 20), 42)
    'Q261120-000042'
    """
    return f"Q{opened_on:%y%m%d}-{chance:06d}"


def has_been(on: date, *, today: date) -> bool:
    """Whether a day is one that may be asked about and opened: it is over or today, and has a page."""
    return FIRST_DAY <= on <= today


def may_add(closed_at: datetime | None, *, at: datetime) -> bool:
    """Whether the asker may write into the case: also into one that is 済み, which opens it again (DESK-08)."""
    return closed_at is None or at < closed_at + REOPENED_WITHIN
