"""開示の設定を読む: which items worker and employer have opened to other companies (DISC-03, DISC-20 to DISC-22).

An employer's half counts as long as the link has stood without a gap since it was opened (D-09): nobody need close it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from ccus.domain.disclosure.matrix import MATRIX, items_shown
from ccus.domain.disclosure.terms import Relation, Shown
from ccus.domain.workers.terms import Item

SWITCHABLE = tuple(item for item, row in MATRIX.items() if row[Relation.OTHER] is Shown.SWITCHABLE)
"""情報項目 that can be opened, in the order of the table."""

_EMPLOYERS = """
select s.worker_id, s.item from disclosure_switch s
where s.company_id = %(company)s and s.worker_id = any(%(workers)s) and s.side = 'employer'
and s.superseded_at is null and daterange(s.valid_from, s.valid_until) @> %(on)s::date
and (select range_agg(daterange(a.valid_from, a.valid_until)) from affiliation a
     where a.worker_id = s.worker_id and a.company_id = s.company_id and a.superseded_at is null)
    @> daterange(s.valid_from, %(on)s::date, '[]')
"""
_EMPLOYERS_OF = """
select c.name, array_remove(array_agg(s.item order by s.item), null)
from affiliation a
join company c on c.id = a.company_id
left join disclosure_switch s on s.company_id = a.company_id and s.worker_id = a.worker_id
    and s.side = 'employer' and s.superseded_at is null and daterange(s.valid_from, s.valid_until) @> %(on)s::date
    and (select range_agg(daterange(b.valid_from, b.valid_until)) from affiliation b
         where b.worker_id = s.worker_id and b.company_id = s.company_id and b.superseded_at is null)
        @> daterange(s.valid_from, %(on)s::date, '[]')
where a.worker_id = %(worker)s and a.superseded_at is null
and daterange(a.valid_from, a.valid_until) @> %(on)s::date
group by a.id, a.is_main, a.valid_from, c.name, c.number order by a.is_main desc, a.valid_from, c.number
"""
_WORKERS = """
select w.worker_id, w.item from disclosure_switch w
where w.worker_id = any(%(workers)s) and w.side = 'worker'
and w.superseded_at is null and daterange(w.valid_from, w.valid_until) @> %(on)s::date
"""
OPENED = """
with half as (
  select w.worker_id, w.item from disclosure_switch w
  where not %(by_worker)s and w.worker_id = any(%(workers)s::int8[]) and w.side = 'worker'
  and w.superseded_at is null and daterange(w.valid_from, w.valid_until) @> %(on)s::date
  union all
  select asked.key, wished.item from unnest(%(workers)s::int8[]) asked(key), unnest(%(wish)s::text[]) wished(item)
  where %(by_worker)s
)
select w.worker_id, w.item from half w
where exists (
  select from affiliation a where a.worker_id = w.worker_id
  and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> %(on)s::date
)
and not exists (
  select from affiliation a where a.worker_id = w.worker_id
  and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> %(on)s::date
  and not case when a.company_id = %(company)s::int8 then w.item = any(%(wish)s::text[]) else exists (
    select from disclosure_switch s
    where s.company_id = a.company_id and s.worker_id = a.worker_id and s.side = 'employer' and s.item = w.item
    and s.superseded_at is null and daterange(s.valid_from, s.valid_until) @> %(on)s::date
    and (select range_agg(daterange(b.valid_from, b.valid_until)) from affiliation b
         where b.worker_id = s.worker_id and b.company_id = s.company_id and b.superseded_at is null)
        @> daterange(s.valid_from, %(on)s::date, '[]')
  ) end
)
"""
"""両方が開いた項目 (DISC-22). Searching reads the same for all whom it finds: `ccus.domain.searching` (SEEK-02)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """まだ保存していない選択: a half as it would be, the worker's, or that of an employer (key) (DISC-24)."""

    items: frozenset[Item]
    company: int | None = None


@dataclass(frozen=True, slots=True)
class EmployersHalf:
    """所属事業者の側 of one worker: what an employer of that day has opened."""

    company: str
    items: frozenset[Item]


def granted(
    related: Mapping[int, Relation], *, on: date, wish: Wish | None = None
) -> dict[int, frozenset[Item]]:
    """見せてよい項目: worker → items, by the table; to others also what both halves have opened (DISC-03).

    `wish`: as if this choice were saved.
    """
    strangers = [worker for worker, relation in related.items() if relation is Relation.OTHER]
    opened = opened_items(strangers, on=on, wish=wish) if strangers else {}
    shown = {relation: items_shown(relation) for relation in set(related.values())}
    return {worker: shown[relation] | opened.get(worker, frozenset()) for worker, relation in related.items()}


def opened_items(
    workers: Collection[int], *, on: date, wish: Wish | None = None
) -> dict[int, frozenset[Item]]:
    """両方が開いた項目: the worker and every employer of that day (DISC-22). One statement; nothing for the closed.

    `wish`: as if this choice were saved, for all these workers.
    """
    return _read(OPENED, workers, on, wish.company if wish else None, wish)


def employers_half(company: int, workers: Collection[int], *, on: date) -> dict[int, frozenset[Item]]:
    """所属事業者の側: what this company has opened of its workers. One statement."""
    return _read(_EMPLOYERS, workers, on, company)


def halves_of_employers(worker: int, *, on: date) -> tuple[EmployersHalf, ...]:
    """所属事業者ごとの側, the main one first, for the worker to read (DISC-22). One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_EMPLOYERS_OF, {"worker": worker, "on": on})
        rows = cursor.fetchall()
    switchable = set(SWITCHABLE)
    return tuple(EmployersHalf(name, frozenset(map(Item, items)) & switchable) for name, items in rows)


def workers_half(workers: Collection[int], *, on: date) -> dict[int, frozenset[Item]]:
    """技能者の側: what workers have opened themselves. One statement."""
    return _read(_WORKERS, workers, on)


def _read(
    statement: str, workers: Collection[int], on: date, company: int | None = None, wish: Wish | None = None
) -> dict[int, frozenset[Item]]:
    wished, by_worker = sorted(wish.items) if wish else [], wish is not None and wish.company is None
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            {"workers": list(workers), "on": on, "company": company, "wish": wished, "by_worker": by_worker},
        )
        rows = cursor.fetchall()
    found: defaultdict[int, set[Item]] = defaultdict(set)
    for worker, item in rows:
        found[worker].add(Item(item))
    return {worker: frozenset(items & set(SWITCHABLE)) for worker, items in found.items()}
