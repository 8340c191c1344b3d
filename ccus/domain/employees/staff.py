"""所属技能者の一覧: whose 所属 with a company stands, in order (EMP-03). Keys only: disclosure shows the rest."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import jaconv
from django.db import connection

from ccus.domain.employees.terms import Order
from ccus.domain.workers.leaving import still_here
from ccus.domain.workers.models import Affiliation
from ccus.foundation.identifiers import is_number
from ccus.foundation.superseding import standing_on

_KEYS = {
    Order.KANA: "kana",
    Order.NUMBER: "number",
    Order.SINCE: "since",
}
_STAFF = """
with staff as (
  select w.id, w.number, coalesce(n.kana, '') collate "C" as kana, a.valid_from::text as since
  from affiliation a
  join worker w on w.id = a.worker_id
  left join worker_name n on n.worker_id = w.id and n.superseded_at is null
    and daterange(n.valid_from, n.valid_until) @> %(on)s::date
  where a.company_id = %(company)s and a.superseded_at is null
  and daterange(a.valid_from, a.valid_until) @> %(on)s::date
  and not exists (select from withdrawal x where x.worker_id = w.id and x.returned_at is null)
  and (%(plain)s = '' or position(%(kana)s in replace(n.kana, ' ', '')) > 0
       or position(%(plain)s in replace(replace(n.official, ' ', ''), '　', '')) > 0
       or position(%(plain)s in w.number) > 0)
  and (%(trade)s = '' or exists (
    select from worker_trade t join trade c on c.id = t.trade_id
    where t.worker_id = w.id and c.code = %(trade)s and t.superseded_at is null
    and daterange(t.valid_from, t.valid_until) @> %(on)s::date))
), last as (select {key} as key, number from staff where number = %(after)s)
select s.id, s.number, (select count(*) from staff) from staff s
where not exists (select from last) or (s.{key}, s.number) > (select key, number from last)
order by s.{key}, s.number limit %(limit)s
"""
_STATEMENTS = {order: _STAFF.replace("{key}", key) for order, key in _KEYS.items()}


@dataclass(frozen=True, slots=True)
class Wanted:
    """検索の条件: words of フリガナ, 氏名 or 技能者ID; the code of a 職種; nothing: everybody."""

    words: str = ""
    trade: str = ""
    order: Order = Order.KANA


@dataclass(frozen=True, slots=True)
class StaffPage:
    """一ページ: keys in order; `after` is the 技能者ID after which the next one begins, "" on the last."""

    workers: tuple[int, ...]
    total: int
    after: str


def staff_of(
    company: int, *, on: date, wanted: Wanted, after: str = "", limit: int | None = None
) -> StaffPage:
    """所属技能者 on a day, from the one after a 技能者ID; an unknown one begins anew. One statement."""
    plain = "".join(unicodedata.normalize("NFKC", wanted.words).replace("\0", "").split())
    asked: dict[str, str | int | date | None] = {
        "company": company,
        "on": on,
        "plain": plain,
        "kana": jaconv.hira2kata(plain),
        "trade": wanted.trade,
        "after": after if is_number(after) else "",
        "limit": None if limit is None else limit + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENTS[wanted.order], asked)
        rows = cursor.fetchall()
    shown = rows if limit is None else rows[:limit]
    total = rows[0][2] if rows else 0
    return StaffPage(tuple(row[0] for row in shown), total, shown[-1][1] if len(rows) > len(shown) else "")


def everybody(company: int, *, on: date) -> tuple[int, ...]:
    """Everybody whose 所属 with the company stands on a day."""
    linked = standing_on(Affiliation.objects.filter(still_here("worker"), company=company), on)
    return tuple(linked.order_by("worker").values_list("worker", flat=True))


def own_worker(company: int, number: str, *, on: date) -> int | None:
    """The key of the own worker with this 技能者ID; None for everybody else."""
    if not is_number(number):
        return None
    linked = standing_on(Affiliation.objects.filter(company=company, worker__number=number), on)
    return linked.filter(still_here("worker")).values_list("worker", flat=True).first()


def own_workers(company: int, numbers: Collection[str], *, on: date) -> dict[str, int]:
    """技能者ID → key of those among them who are own workers. One statement."""
    asked = [number for number in numbers if is_number(number)]
    linked = standing_on(Affiliation.objects.filter(company=company, worker__number__in=asked), on)
    return dict(linked.filter(still_here("worker")).values_list("worker__number", "worker"))


def joined_since(company: int, since: date, *, on: date) -> tuple[int, ...]:
    """Whose 所属 stands on a day and began on or after `since`, the latest first."""
    linked = standing_on(Affiliation.objects.filter(still_here("worker"), company=company), on)
    return tuple(
        linked.filter(valid_from__gte=since)
        .order_by("-valid_from", "worker")
        .values_list("worker", flat=True)
    )
