"""審査待ちの列: the oldest first; its cost does not grow with its length (APP-14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q

from ccus.domain.applications.models import Application
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


_COLUMNS = (
    "pk", "number", "kind", "grade", "state", "queued_at", "hold__officer__name", "hold__until",
)  # fmt: skip
_STATES = ", ".join(f"'{state.value}'" for state in QUEUED)
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
    waiting = Application.objects.filter(state__in=QUEUED, queued_at__isnull=False)
    if kind is not None:
        waiting = waiting.filter(kind=kind)
    place = _place(after)
    if place is not None:
        waiting = waiting.filter(Q(queued_at__gt=place[0]) | Q(pk__gt=place[1]), queued_at__gte=place[0])
    found = list(waiting.order_by("queued_at", "pk").values_list(*_COLUMNS)[: limit + 1])
    rows = tuple(
        Waiting(
            number, ApplicationKind(of), Grade(grade) if grade else None, State(state), at, name or "", until
        )
        for _, number, of, grade, state, at, name, until in found[:limit]
    )
    more = len(found) > limit > 0
    return Queue(rows, f"{found[limit - 1][5].isoformat()}_{found[limit - 1][0]}" if more else None)


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
        return (at, int(key)) if at.tzinfo is not None and key.isascii() and len(key) < 19 else None
    except ValueError:
        return None
