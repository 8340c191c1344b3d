"""変わったことの知らせ: what later papers and answers made of a worker's days, in one message (REC-14, REC-15)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection, transaction

from ccus.domain.notices.actions import tell_each
from ccus.domain.notices.texts import Text
from ccus.domain.work_history.claims.saying_days import days_said
from ccus.domain.work_history.models import RecordChange
from ccus.domain.work_history.terms import Reason, State
from ccus.domain.workers.models import Worker
from ccus.foundation import clock

SAID_BY_THE_ACT = {Reason.REFUSED_BY_PRIME, Reason.REFUSED_FOR_GOOD, Reason.WITH_THE_OFFICE}
"""A refusal came with its words (CLAIM-30, CLAIM-32); an answer to it is the worker's own."""
_A_TURN = 200
_LINES = 20

# The first untold change of a worker stands for all of them: whoever holds it tells that worker. Nobody is told while
# something that touches him is still to be derived: the answer may change once more.
_HEADS = """
select c.worker from record_change c
where c.told_at is null
  and not exists (select from record_change e where e.worker = c.worker and e.told_at is null and e.id < c.id)
  and not exists (select from affect a where a.settled_at is null and a.worker = c.worker)
  and not exists (select from record_change e join affect a on a.place = e.place
                  where e.worker = c.worker and e.told_at is null and a.settled_at is null and a.worker is null)
order by c.id limit %s
for update of c skip locked
"""
# What the worker withdrew in person needs no telling, nor that the days of a merged ID stand under the main (SAME-09),
# nor what the office decided: it wrote why (CLAIM-32).
_CHANGES = """
select c.id, c.worker, c.work_on, c.place, coalesce(s.name, w.name, ''), c.before, r.state, r.reasons,
       r.state is null and c.before in (2, 3, 4) and exists (
           select from day_claim d
           where d.worker_id = c.worker and d.work_on = c.work_on and d.place_id = c.place and d.kind = 0
             and d.recorded_by = 'worker:' || c.worker)
       or c.before = 2 and exists (select from day_ask o where o.claim_id = r.entry and o.party = 4 and o.answer = 1)
       or exists (select from worker_alias a where a.worker_id = c.worker and a.superseded_at is null)
from record_change c
left join work_record r on r.worker = c.worker and r.work_on = c.work_on and r.place = c.place
left join site s on s.place_id = c.place
left join own_site w on w.place_id = c.place and w.superseded_at is null
where c.worker = any(%s) and c.told_at is null
order by c.id
for update of c
"""


class _Row(NamedTuple):
    id: int
    worker: int
    on: date
    place: int
    site: str
    before: int | None
    after: int | None
    reasons: Sequence[int] | None
    is_known: bool


class Change(NamedTuple):
    """変わった日: a day whose state is another one than the worker was told last. `after` None: no record."""

    on: date
    site: str
    before: State | None
    after: State | None
    reasons: tuple[Reason, ...]
    is_known: bool


@transaction.atomic
def tell_changes(*, at: datetime) -> int:
    """Write the notices that are due, one a worker, and mark every change of these workers as told.

    A change that was undone again is not told; nor is anything to a worker without an account. Returns how many
    changes were marked, at 200 workers a turn.
    """
    rows = _due()
    told: list[tuple[int, str, Mapping[str, object]]] = []
    accounts = _accounts({row.worker for row in rows})
    for worker, theirs in _by_worker(rows).items():
        changes = outcome(theirs)
        if changes and worker in accounts:
            said = {"days": len({change.on for change in changes}), "what": lines(changes, clock.day_of(at))}
            told.append((accounts[worker], f"record_change:{theirs[-1].id}", said))
    tell_each(text=Text.RECORDS_CHANGED, at=at, told=told)
    RecordChange.objects.filter(pk__in=[row.id for row in rows]).update(told_at=at)
    return len(rows)


def outcome(rows: Iterable[_Row]) -> list[Change]:
    """What is left of a worker's changes: the first state before them against the state of now, by day and place."""
    first: dict[tuple[date, int], _Row] = {}
    for row in rows:
        first.setdefault((row.on, row.place), row)
    changes = (
        Change(
            row.on,
            row.site,
            None if row.before is None else State(row.before),
            None if row.after is None else State(row.after),
            tuple(Reason(code) for code in row.reasons or ()),
            row.is_known,
        )
        for row in first.values()
    )
    return [change for change in changes if change.before != change.after and not _is_known(change)]


def _is_known(change: Change) -> bool:
    """Whether the worker did it, or was told by the act itself."""
    return change.is_known or bool(SAID_BY_THE_ACT & set(change.reasons))


def lines(changes: Iterable[Change], today: date) -> list[str]:
    """One line for the days of a site that changed alike; what is not 正式 now comes first, with its reasons."""
    alike: dict[tuple[str, State | None, State | None, tuple[Reason, ...]], list[date]] = defaultdict(list)
    for change in sorted(changes, key=lambda change: (change.site, change.on)):
        alike[change.site, change.before, change.after, change.reasons].append(change.on)
    groups = sorted(alike.items(), key=lambda group: group[0][2] is State.OFFICIAL)
    said = [
        f"{site} {days_said(days, today)}：{_word(before)} → {_word(after)}{_why(after, reasons)}"
        for (site, before, after, reasons), days in groups
    ]
    rest = sum(len(days) for _, days in groups[_LINES:])
    return said[:_LINES] + ([f"ほかに{rest}日"] if rest else [])


def _word(state: State | None) -> str:
    return "記録なし" if state is None else state.label


def _why(after: State | None, reasons: Iterable[Reason]) -> str:
    if after is State.OFFICIAL:
        return ""
    if after is None:
        return "（この日を支える記録が、なくなりました）"
    return "".join(f"（{reason.text.sentence}{reason.text.mended_by}）" for reason in reasons)


def _due() -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [_A_TURN])
        workers = [worker for (worker,) in cursor.fetchall()]
        cursor.execute(_CHANGES, [workers])
        return [_Row(*row) for row in cursor.fetchall()]


def _accounts(workers: Iterable[int]) -> dict[int, int]:
    found = Worker.objects.filter(pk__in=list(workers), account__isnull=False)
    return {worker: account for worker, account in found.values_list("pk", "account_id") if account}


def _by_worker(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    theirs: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        theirs[row.worker].append(row)
    return theirs
