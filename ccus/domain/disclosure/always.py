"""いつも見えるもの, and birth: what stands in no 区分 (the first rows of the matrix)."""

from collections.abc import Collection
from datetime import date
from typing import TypedDict

from django.db import connection
from django.db.models.functions import ExtractYear

from ccus.domain.workers.models import Worker


class Always(TypedDict):
    """技能者ID, フリガナ, カードの色, 主な職種; a text is empty where there is none."""

    number: str
    kana: str
    card_colour: str
    main_trade: str
    is_withdrawn: bool


_READ = """
select w.id, w.number, coalesce(n.kana, ''), coalesce(c.colour, ''), coalesce(y.label, ''), x.worker_id is not null
from worker w
left join worker_name n on n.worker_id = w.id and n.superseded_at is null
  and n.valid_from <= %(on)s and (n.valid_until is null or n.valid_until > %(on)s)
left join worker_trade t on t.worker_id = w.id and t.rank = 1 and t.superseded_at is null
  and t.valid_from <= %(on)s and (t.valid_until is null or t.valid_until > %(on)s)
left join trade y on y.id = t.trade_id
left join (
  select distinct on (k.worker_id) k.worker_id, k.colour from card k
  where k.worker_id = any(%(workers)s) and not exists (select from card_revocation r where r.card_id = k.id)
  order by k.worker_id, k.serial desc
) c on c.worker_id = w.id
left join withdrawal x on x.worker_id = w.id and x.returned_at is null
where w.id = any(%(workers)s)
"""


def read(workers: Collection[int], *, on: date) -> dict[int, Always]:
    """Worker → what is always shown; those who exist. One statement: of the name's table only the kana is read."""
    if not workers:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_READ, {"workers": list(workers), "on": on})
        return {
            worker: Always(
                number=number, kana=kana, card_colour=colour, main_trade=trade, is_withdrawn=is_withdrawn
            )
            for worker, number, kana, colour, trade, is_withdrawn in cursor.fetchall()
        }


def births(years: Collection[int], dates: Collection[int]) -> tuple[dict[int, int], dict[int, date]]:
    """生まれた年 and 生年月日 of those whose item is shown. Where the day is hidden, it is not read."""
    born = Worker.objects.filter(pk__in=years).annotate(year=ExtractYear("birth_on")) if years else None
    found = Worker.objects.filter(pk__in=dates) if dates else None
    return (
        dict(born.values_list("pk", "year")) if born is not None else {},
        dict(found.values_list("pk", "birth_on")) if found is not None else {},
    )
