"""問い合わせた人が読む: the own cases with every word and answer, and nobody else's (DESK-07)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from ccus.domain.audit.terms import Actor
from ccus.domain.desk.history import Entry, history_of
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.policies import own_cases
from ccus.domain.desk.rules import REOPENED_WITHIN, may_add
from ccus.domain.desk.terms import Move, State, Subject

_TOLD = {Move.OPEN, Move.CALL, Move.ANSWER, Move.ASK_BACK, Move.NOTE, Move.ADD, Move.FINISH, Move.LAPSE}
"""Steps that the asker reads; who takes a case is the office's own affair."""


@dataclass(frozen=True, slots=True)
class Asked:
    """お問い合わせ in the asker's list."""

    key: UUID
    number: str
    subject: Subject
    on: date | None
    state: State
    opened_at: datetime
    moved_at: datetime

    @property
    def is_open(self) -> bool:
        """Whether it is not 済み."""
        return self.state is not State.DONE


@dataclass(frozen=True, slots=True)
class AskedCase:
    """お問い合わせ with its history. `open_until`: until when a word still opens one that is 済み."""

    case: Asked
    entries: tuple[Entry, ...]
    may_add: bool
    open_until: datetime | None

    @property
    def is_begun_again(self) -> bool:
        """Whether a word written now would open it again."""
        return self.may_add and not self.case.is_open


def cases_of(by: Actor, *, limit: int) -> tuple[Asked, ...]:
    """The asker's cases: open ones first, the newest on top. Raises `NotAllowed`."""
    open_first = F("closed_at").desc(nulls_first=True)
    rows = DeskCase.objects.filter(own_cases(by)).order_by(open_first, "-moved_at", "-pk")
    return tuple(map(_asked, rows[:limit]))


def asked_row(by: Actor, key: UUID) -> DeskCase | None:
    """The asker's case, for an act; None for anybody else's. Raises `NotAllowed`."""
    return DeskCase.objects.filter(own_cases(by), key=key).first()


def asked_case(row: DeskCase, *, at: datetime) -> AskedCase:
    """The case as its asker reads it. One statement."""
    until = row.closed_at + REOPENED_WITHIN if row.closed_at is not None else None
    told = tuple(entry for entry in history_of(row) if entry.move in _TOLD)
    return AskedCase(_asked(row), told, may_add(row.closed_at, at=at), until)


def _asked(row: DeskCase) -> Asked:
    return Asked(
        row.key,
        row.number,
        Subject(row.subject),
        row.about_on,
        State(row.state),
        row.opened_at,
        row.moved_at,
    )
