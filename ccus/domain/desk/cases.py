"""係員が読む: lists without names, and a case; its words are for the officer who has it (DESK-05, DESK-15)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Min, Q

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.terms import Role
from ccus.domain.desk.history import Entry, history_of
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.policies import Asker, is_held
from ccus.domain.desk.rules import AGES
from ccus.domain.desk.terms import Channel, State, Subject


@dataclass(frozen=True, slots=True)
class Line:
    """お問い合わせ in a list of the office: no words, no names; `taken_by` is an actor."""

    number: str
    subject: Subject
    channel: Channel
    state: State
    opened_at: datetime
    moved_at: datetime
    taken_by: str


@dataclass(frozen=True, slots=True)
class Firm:
    """問い合わせた事業者: its name and ID, and the account that asked ("": the company itself)."""

    name: str
    number: str
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class Case:
    """お問い合わせ as an officer reads it. `entries` None: it is in somebody else's hands. `worker` is a key."""

    line: Line
    asker: Asker
    on: date | None
    firm: Firm | None
    entries: tuple[Entry, ...] | None
    is_mine: bool
    may_take: bool

    @property
    def worker(self) -> int | None:
        """The key of the worker who asks."""
        return self.asker.worker


@dataclass(frozen=True, slots=True)
class Waiting:
    """待っているお問い合わせ: how many wait for an officer, since when; (days, how many) that wait longer than that."""

    count: int
    oldest: datetime | None
    late: tuple[tuple[int, int], ...]
    mine: int


def waiting_cases(*, start: int, limit: int) -> tuple[Line, ...]:
    """Those that wait for an officer, the longest on top."""
    rows = DeskCase.objects.filter(state=State.RECEIVED, closed_at=None).order_by("moved_at", "pk")
    return tuple(map(_line, rows[start : start + limit]))


def cases_in_hand(by: Actor, *, limit: int) -> tuple[Line, ...]:
    """Those that the officer has, the longest on top; those that wait for the asker last."""
    rows = DeskCase.objects.filter(taken_by=str(by), closed_at=None).order_by("state", "moved_at", "pk")[
        :limit
    ]
    return tuple(map(_line, rows))


def cases_of_others(by: Actor, *, limit: int) -> tuple[Line, ...]:
    """Those that other officers have, the longest on top."""
    held = DeskCase.objects.filter(closed_at=None, state__in=[State.TAKEN, State.WAITING])
    return tuple(map(_line, held.exclude(taken_by=str(by)).order_by("moved_at", "pk")[:limit]))


def cases_answered(by: Actor, *, limit: int) -> tuple[Line, ...]:
    """The last ones that the officer had and that are 済み."""
    rows = DeskCase.objects.filter(taken_by=str(by), state=State.DONE).order_by("-moved_at", "-pk")[:limit]
    return tuple(map(_line, rows))


def case_row(number: str) -> DeskCase | None:
    """The case of a number, for an act."""
    return DeskCase.objects.filter(number=number).select_related("worker", "company", "seat").first()


def shown(row: DeskCase, by: Actor) -> Case:
    """The case for an officer: its words only to the one who has it, or had it last (DESK-05)."""
    is_mine = row.taken_by == str(by)
    is_open = row.closed_at is None
    return Case(
        line=_line(row),
        asker=Asker(row.worker_id, row.company_id, row.seat_id),
        on=row.about_on,
        firm=_firm(row),
        entries=history_of(row) if is_mine else None,
        is_mine=is_mine,
        may_take=is_open and not is_mine and not is_held(row.taken_by),
    )


def desk_waiting(by: Actor, *, at: datetime) -> Waiting:
    """ホームの数: what waits for any officer by age, and what the officer has to answer. Two statements."""
    received = DeskCase.objects.filter(state=State.RECEIVED, closed_at=None)
    counts = {f"late_{days}": Count("pk", filter=Q(moved_at__lte=at - timedelta(days=days))) for days in AGES}
    found = received.aggregate(count=Count("pk"), oldest=Min("moved_at"), **counts)
    late = tuple((days, found[f"late_{days}"]) for days in AGES)
    mine = DeskCase.objects.filter(taken_by=str(by), state=State.TAKEN, closed_at=None).count()
    return Waiting(found["count"], found["oldest"], tuple(_more(late)), mine)


def _more(late: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The shorter waits are said only where they say more than the longer ones."""
    said = 0
    for days, count in late:
        if count > said:
            yield days, count
        said = count


def _line(row: DeskCase) -> Line:
    return Line(
        row.number,
        Subject(row.subject),
        Channel(row.channel),
        State(row.state),
        row.opened_at,
        row.moved_at,
        row.taken_by,
    )


def _firm(row: DeskCase) -> Firm | None:
    if row.company is None:
        return None
    seat = row.seat
    role = Role(seat.role).label if seat is not None else ""
    return Firm(row.company.name, row.company.number, seat.name if seat is not None else "", role)
