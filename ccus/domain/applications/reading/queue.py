"""審査待ちの列: the oldest first; its cost does not grow with its length (APP-14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from ccus.domain.applications.rules import COUNTED_TO
from ccus.domain.applications.terms import QUEUED, ApplicationKind, State
from ccus.domain.workers.terms import Grade


@dataclass(frozen=True, slots=True)
class Waiting:
    """待っている申請. `held_by` is the officer who has it in hand, `held_until` may be over."""

    number: str
    kind: ApplicationKind
    grade: Grade | None
    state: State
    queued_at: datetime
    held_by: str
    held_until: datetime | None


@dataclass(frozen=True, slots=True)
class Queue:
    """列の一部. `after` leads to what follows; None at the end."""

    rows: tuple[Waiting, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """列の長さ: `count` stops at 1,000; `oldest` is when the oldest joined."""

    kind: ApplicationKind
    count: int
    oldest: datetime | None

    @property
    def words(self) -> str:
        """The count as pages write it."""
        return f"{self.count:,}件" + ("以上" if self.count >= COUNTED_TO else "")


_STATES = ", ".join(f"'{state.value}'" for state in QUEUED)
_PAGE = f"""
select waiting.*, officer.name, hold.until
from (
    select id, number, kind, grade, state, queued_at
    from application
    where state in ({_STATES}) %(where)s
    order by queued_at, id limit %%s
) as waiting
left join review_hold as hold on hold.application_id = waiting.id
left join officer on officer.id = hold.officer_id
order by waiting.queued_at, waiting.id
"""  # noqa: S608 - put together from the states of this room
_COUNTS = f"""
select kind.name, counted.count, oldest.queued_at
from unnest(%s::text[]) with ordinality as kind (name, place)
cross join lateral (
    select count(*) from (
        select 1 from application where state in ({_STATES}) and kind = kind.name limit %s
    ) as few
) as counted
left join lateral (
    select queued_at from application where state in ({_STATES}) and kind = kind.name
    order by queued_at, id limit 1
) as oldest on true
order by kind.place
"""  # noqa: S608 - put together from the states of this room


def queue(*, kind: ApplicationKind | None = None, after: str | None = None, limit: int = 50) -> Queue:
    """The queue, oldest first, behind the place that `after` names. One statement, by the index of the queue.

    An `after` that nobody gave out begins at the front.
    """
    where, values = "", list[Any]()
    if kind is not None:
        where, values = "and kind = %s", [kind.value]
    place = _place(after)
    if place is not None:
        where, values = f"{where} and (queued_at, id) > (%s, %s)", [*values, *place]
    with connection.cursor() as cursor:
        cursor.execute(_PAGE % {"where": where}, [*values, limit + 1])
        found = cursor.fetchall()
    rows = tuple(_waiting(row) for row in found[:limit])
    if len(found) <= limit or not rows:
        return Queue(rows, None)
    last = found[limit - 1]
    return Queue(rows, f"{last[5].isoformat()}_{last[0]}")


def _waiting(row: tuple[Any, ...]) -> Waiting:
    _, number, kind, grade, state, queued_at, name, until = row
    grade = Grade(grade) if grade else None
    return Waiting(number, ApplicationKind(kind), grade, State(state), queued_at, name or "", until)


def queue_counts() -> tuple[Counted, ...]:
    """How many wait of each kind, and since when. One statement that looks at 1,000 of a kind at most."""
    return tuple(_counted())


def _counted() -> Iterator[Counted]:
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [[kind.value for kind in ApplicationKind], COUNTED_TO])
        for kind, count, oldest in cursor.fetchall():
            yield Counted(ApplicationKind(kind), count, oldest)


def _place(after: str | None) -> tuple[datetime, int] | None:
    moment, _, key = (after or "").rpartition("_")
    try:
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None or not key.isascii() or len(key) >= 19:
            return None
        return at.astimezone(UTC), int(key)
    except (ValueError, OverflowError):
        return None
