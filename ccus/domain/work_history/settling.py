"""影響する日を片づける: derive the days that acts touched, and once more where a tap may have missed it (FACT-06).

`settle` is called by the jobs; each script it hands to `run_alone` is a transaction of its own.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from ccus.domain.work_history import derivation, rules
from ccus.domain.work_history.aliases import read_persons
from ccus.domain.work_history.scripts import Script
from ccus.domain.work_history.standing import Key

RunAlone = Callable[[Script[Any]], Any]
KEYS_A_TURN = 1_000
_AFFECTS_A_TURN = 500

PENDING = """
select id, coalesce(worker, 0), coalesce(place, 0), from_on - date '1970-01-01', until_on - date '1970-01-01',
       noted_xmax
from affect
where settled_at is null
  and (worked_at is null or noted_xmax <= pg_snapshot_xmin(pg_current_snapshot())::text::int8)
order by id limit %(limit)b::int4
"""
SNAPSHOT = """
select pg_snapshot_xmax(now)::text::int8, pg_snapshot_xmin(now)::text::int8 from (select pg_current_snapshot() as now) s
"""
# Days with taps, claims or records. A worker's are found by the worker's keys; a place's by its readers and its
# claims, since every record of a place has a tap of one of them or was entered.
EXPAND = """
with a as (
    select worker, place, date '1970-01-01' + from_day as from_on,
           case when until_day is null then 'infinity' else date '1970-01-01' + until_day end as until_on,
           (date '1970-01-01' + from_day)::timestamp at time zone 'Asia/Tokyo' as from_at,
           case when until_day is null then 'infinity'
                else (date '1970-01-01' + until_day)::timestamp at time zone 'Asia/Tokyo' end as until_at
    from unnest(%(workers)b::int8[], %(places)b::int8[], %(froms)b::int4[], %(untils)b::int4[])
         as k(worker, place, from_day, until_day)
)
select worker, place, (happened_at at time zone 'Asia/Tokyo')::date - date '1970-01-01' from (
    select t.worker, t.place, t.happened_at
    from a join tap t on t.worker = a.worker and t.at >= a.from_at and t.at < a.until_at
    where a.worker > 0 and (a.place = 0 or t.place = a.place) and t.happened_at = t.at
  union all
    select t.worker, t.place, t.happened_at
    from a join tap t on t.worker = a.worker and t.happened_at >= a.from_at and t.happened_at < a.until_at
    where a.worker > 0 and (a.place = 0 or t.place = a.place) and t.happened_at <> t.at
  union all
    select t.worker, t.place, t.happened_at
    from a join reader r on r.place_id = a.place
    join tap t on t.reader = r.id and t.at >= a.from_at and t.at < a.until_at
    where a.worker = 0 and t.worker is not null and t.happened_at = t.at
  union all
    select t.worker, t.place, t.happened_at
    from a join tap t on t.place = a.place and t.happened_at >= a.from_at and t.happened_at < a.until_at
    where a.worker = 0 and t.worker is not null and t.happened_at <> t.at
  union all
    select o.worker_id, t.place, t.happened_at
    from a join tap_owner o on o.worker_id = a.worker join tap t on t.reader = o.reader and t.id = o.id and t.at = o.at
    where a.worker > 0 and (a.place = 0 or t.place = a.place) and t.worker is null
      and t.happened_at >= a.from_at and t.happened_at < a.until_at
  union all
    select o.worker_id, t.place, t.happened_at
    from a join reader r on r.place_id = a.place join tap_owner o on o.reader = r.id
    join tap t on t.reader = o.reader and t.id = o.id and t.at = o.at
    where a.worker = 0 and t.worker is null and t.happened_at >= a.from_at and t.happened_at < a.until_at
) taps
union
select r.worker, r.place, r.work_on - date '1970-01-01'
from a join work_record r on r.worker = a.worker and r.work_on >= a.from_on and r.work_on < a.until_on
where a.worker > 0 and (a.place = 0 or r.place = a.place)
union
select c.worker_id, c.place_id, c.work_on - date '1970-01-01'
from a join day_claim c on c.worker_id = a.worker and c.work_on >= a.from_on and c.work_on < a.until_on
where a.worker > 0 and (a.place = 0 or c.place_id = a.place)
union
select c.worker_id, c.place_id, c.work_on - date '1970-01-01'
from a join day_claim c on c.place_id = a.place and c.work_on >= a.from_on and c.work_on < a.until_on
where a.worker = 0
order by 1, 2, 3
"""
WORKED = """
update affect set worked_at = coalesce(worked_at, %(at)b::timestamptz), noted_xmax = %(noted)b::int8,
                  settled_at = case when %(is_last)b::bool then %(at)b::timestamptz end
where id = any(%(ids)b::int8[]) and settled_at is null
"""

_log = logging.getLogger(__name__)


class Affected(NamedTuple):
    """影響: one affect as read; 0 stands for every worker or every place. `noted` is set once it was worked."""

    id: int
    worker: int
    place: int
    from_day: int
    until_day: int | None
    noted: int | None


@dataclass(frozen=True, slots=True)
class Settled:
    """片づけた量: affects worked or settled, keys derived, and records changed by it."""

    affects: int
    keys: int
    changed: int


def pending() -> Script[list[Affected]]:
    """Affects never worked, and those worked whose concurrent transactions have all ended by now."""
    rows = yield PENDING, {"limit": _AFFECTS_A_TURN}
    return [Affected(*row) for row in rows]


def expand(affects: Sequence[Affected]) -> Script[list[Key]]:
    """影響する鍵: the days with taps or records that affects touch, and those to which a change may spread.

    One day before is read too, because a night's exit lies on the day after its entry. What touches one ID of a person
    touches the days of all of them (SAME-06).
    """
    persons = yield from read_persons({affect.worker for affect in affects})
    affects = [affect._replace(worker=worker) for affect in affects for worker in persons.ids(affect.worker)]
    given = {
        "workers": [affect.worker for affect in affects],
        "places": [affect.place for affect in affects],
        "froms": [affect.from_day - 1 for affect in affects],
        "untils": [None if affect.until_day is None else affect.until_day + 1 for affect in affects],
    }
    rows = yield EXPAND, given
    keys = {(worker, place, day) for worker, place, day in rows}
    ends = {affect.until_day for affect in affects if affect.until_day is not None}
    late = [(worker, place, rules.start_of(day)) for worker, place, day in keys if ends & {day, day + 1}]
    if late:
        keys.update((yield from derivation.spread(late)))
    return sorted(keys)


def settle(run_alone: RunAlone, at: datetime) -> Settled:
    """片づける: work what is pending now. Called again until nothing is left; a failure leaves it pending.

    The snapshot is noted before any fact is read. An affect is settled at once if no other transaction ran then;
    otherwise it is worked once more when all of those have ended (FACT-07).
    """
    affects: list[Affected] = run_alone(pending())
    if not affects:
        return Settled(0, 0, 0)
    noted, oldest = run_alone(_snapshot())
    keys: list[Key] = run_alone(expand(affects))
    changed = sum(len(run_alone(derivation.derive(turn)).changed) for turn in _turns(keys))
    again = [affect.id for affect in affects if affect.noted is not None]
    fresh = [affect.id for affect in affects if affect.noted is None]
    for ids, is_last in ((again, True), (fresh, oldest >= noted)):
        if ids:
            run_alone(_worked(ids, noted, at, is_last=is_last))
    _log.info("%d affects: %d days derived, %d changed", len(affects), len(keys), changed)
    return Settled(len(affects), len(keys), changed)


def _snapshot() -> Script[tuple[int, int]]:
    ((noted, oldest),) = yield SNAPSHOT, {}
    return noted, oldest


def _worked(ids: list[int], noted: int, at: datetime, *, is_last: bool) -> Script[None]:
    yield WORKED, {"ids": ids, "noted": noted, "at": at, "is_last": is_last}


def _turns(keys: Iterable[Key]) -> Iterable[list[Key]]:
    rest = iter(keys)
    while turn := list(islice(rest, KEYS_A_TURN)):
        yield turn
