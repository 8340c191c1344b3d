"""だれが見るか: every company that stands to workers on a day, asked the other way round than a page asks (FIX-05).

The relations are the functions of the database that pages and the guard ask (DISC-02): here each is asked for every
company for which its facts could hold, so that nobody who would see a worker is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from ccus.domain.disclosure.matrix import items_shown
from ccus.domain.disclosure.switches import OPENED, SWITCHABLE
from ccus.domain.disclosure.terms import Relation
from ccus.domain.workers.leaving import gone_among
from ccus.domain.workers.terms import Item

# `offset 0`: each company is asked by its workers' keys, never by everybody whom it has.
_VIEWERS = """
with spot as materialized (
  select distinct l.worker_id, l.place_id, l.member_id from roster_line l
  where l.worker_id = any(%(workers)s::int8[]) and l.superseded_at is null
  and l.valid_from <= %(on)s and (l.valid_until is null or l.valid_until > %(on)s)
), above as (
  select around.company, array_agg(around.worker) as workers from (
    select u.company_id as company, s.worker_id as worker from spot s
    join structure_member m on m.id = s.member_id join structure_member u on u.id = any(m.path)
    where u.company_id is not null
    union
    select j.company_id, s.worker_id from spot s
    join site_partner j on j.site_id = s.place_id and j.superseded_at is null
  ) around group by 1
), writer as (
  select c.company_id as company, array_agg(distinct c.worker_id) as workers from proxy_consent c
  where c.worker_id = any(%(workers)s::int8[]) and c.superseded_at is null group by 1
), filer as (
  select m.company_id as company, array_agg(distinct m.worker_id) as workers from mandate m
  where m.worker_id = any(%(workers)s::int8[]) and m.superseded_at is null group by 1
), gate as (
  select r.id as reader, r.place_id as place, i.prime_id as company, array_agg(distinct s.worker_id) as workers
  from spot s join reader r on r.place_id = s.place_id and r.system <> '' and r.revoked_at is null
  join site i on i.place_id = s.place_id group by 1, 2, 3
)
select a.company_id, f.worker_id, 'employer', 0
from affiliation a, lateral (select * from workers_employed(a.company_id, array[a.worker_id], %(on)s) offset 0) f
where a.worker_id = any(%(workers)s::int8[]) and a.superseded_at is null
union
select x.company, f.worker_id, 'site', f.place_id
from above x, lateral (select * from workers_below(x.company, x.workers, %(on)s) offset 0) f
union
select x.company, f.worker_id, 'roster_proxy', 0
from writer x, lateral (select * from workers_proxied(x.company, x.workers, %(on)s) offset 0) f
union
select x.company, f.worker_id, 'proxy', 0
from filer x, lateral (select * from workers_mandated(x.company, x.workers, %(on)s) offset 0) f
union
select x.company, f.worker_id, 'certified', x.place
from gate x, lateral (select * from workers_at_gate(x.reader, x.workers, %(on)s) offset 0) f
"""
_ON_DAYS = """
select k.day, v.* from (
  select day, array_agg(worker) as workers from unnest(%(asked)s::int8[], %(days)s::date[]) as a(worker, day) group by 1
) k, lateral ({}) v
"""
_NO_WISH: Mapping[str, Any] = {"company": None, "wish": [], "by_worker": False}


@dataclass(frozen=True, slots=True, order=True)
class Sight:
    """見える関係: a company (key) and a worker (key), and as what it looks.

    `place` (key) of 元請・上位下請 and 認定システム: whose days at work they see; 0 of others.
    """

    worker: int
    company: int
    relation: Relation
    place: int = 0

    @property
    def items(self) -> frozenset[Item]:
        """What that relation shows by itself."""
        return items_shown(self.relation)


@dataclass(frozen=True, slots=True)
class Look:
    """見え方 of some workers on a day: which companies stand to them, and worker (key) → what その他事業者 see."""

    sights: frozenset[Sight]
    opened: Mapping[int, frozenset[Item]]


def looks_at(asked: Mapping[date, Collection[int]]) -> dict[date, Look]:
    """だれが何を見るか: day → workers (keys) becomes day → look, without whoever was asked about a day of theirs.

    Three statements, however many days and workers; none where nobody is asked about. Whoever left is seen by none.
    """
    if not asked:
        return {}
    gone = gone_among({worker for workers in asked.values() for worker in workers})
    pairs = [(worker, day) for day, workers in asked.items() for worker in workers if worker not in gone]
    sights: defaultdict[date, set[Sight]] = defaultdict(set)
    for day, company, worker, relation, place in _on_days(_VIEWERS, pairs):
        sights[day].add(Sight(worker, company, Relation(relation), place))
    opened: defaultdict[date, defaultdict[int, set[Item]]] = defaultdict(lambda: defaultdict(set))
    for day, worker, item in _on_days(OPENED, pairs):
        opened[day][worker].add(Item(item))
    return {
        day: Look(
            frozenset(sights[day]),
            {worker: frozenset(items) & set(SWITCHABLE) for worker, items in opened[day].items()},
        )
        for day in asked
    }


def _on_days(statement: str, pairs: Collection[tuple[int, date]]) -> list[tuple[Any, ...]]:
    """The rows of a statement about `workers` and the day `on`, asked once for each day of the pairs; the day first."""
    one = statement.replace("%(workers)s::int8[]", "k.workers").replace("%(on)s", "k.day")
    given: dict[str, Any] = {"asked": [worker for worker, _ in pairs], "days": [day for _, day in pairs]}
    with connection.cursor() as cursor:
        cursor.execute(_ON_DAYS.format(one), {**given, **_NO_WISH})
        return list(cursor.fetchall())
