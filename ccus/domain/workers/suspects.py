"""重複の疑い: workers who look like one another, found by birth date and フリガナ (SAME-01). Reading."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from ccus.domain.workers.matching import Compared, Described, compare
from ccus.domain.workers.models import Worker
from ccus.foundation.reading_as import REGISTER, reading_as

A_PAGE = 100
_CANDIDATES = """
with asked as (
    select w.id, w.birth_on, n.kana from worker w
    left join worker_name n on n.worker_id = w.id and n.superseded_at is null and n.valid_until is null
    where w.id = any(%(workers)s)
), pairs as (
    select least(a.id, o.id) as low, greatest(a.id, o.id) as high
    from asked a join worker o on o.birth_on = a.birth_on and o.id <> a.id
  union
    select least(a.id, n.worker_id), greatest(a.id, n.worker_id)
    from asked a join worker_name n on n.kana = a.kana and n.worker_id <> a.id and n.superseded_at is null
)
select low, high from pairs p
where not exists (select from different_persons d
                  where (d.low_id, d.high_id) = (p.low, p.high) and d.superseded_at is null)
  and not exists (select from worker_alias a where a.worker_id in (p.low, p.high) and a.superseded_at is null)
  and not exists (select from same_person_proposal s where s.answer = ''
                  and least(s.worker_id, s.main_id) = p.low and greatest(s.worker_id, s.main_id) = p.high)
"""
_DESCRIBED = """
select w.id, w.birth_on, coalesce(n.official, ''), coalesce(n.kana, ''), coalesce(n.roman, ''), coalesce(n.native, ''),
       coalesce(n.alias, ''), coalesce(s.sex, ''), coalesce(c.phone, ''),
       coalesce(c.prefecture_id::text || c.town || c.street, ''), w.number
from worker w
left join worker_name n on n.worker_id = w.id and n.superseded_at is null
     and n.valid_from <= %(on)s and (n.valid_until is null or n.valid_until > %(on)s)
left join personal_status s on s.worker_id = w.id and s.superseded_at is null
     and s.valid_from <= %(on)s and (s.valid_until is null or s.valid_until > %(on)s)
left join contact c on c.worker_id = w.id and c.superseded_at is null
     and c.valid_from <= %(on)s and (c.valid_until is null or c.valid_until > %(on)s)
where w.id = any(%(workers)s)
"""


@dataclass(frozen=True, slots=True)
class Alike:
    """似ている二人: 技能者ID and フリガナ of both, which everybody may see, and why. The older ID stands first."""

    number: str
    kana: str
    other_number: str
    other_kana: str
    compared: Compared


@dataclass(frozen=True, slots=True)
class Suspects:
    """疑いの一覧: the pairs, the strongest first; `older` leads to workers registered before those looked at."""

    pairs: tuple[Alike, ...]
    older: int


def newest_suspects(*, before: int = 0, on: date, limit: int = A_PAGE) -> Suspects:
    """登録の新しい順に調べる: the newest workers, with whoever looks like them. Three statements."""
    newest = Worker.objects.order_by("-pk")
    if before:
        newest = newest.filter(pk__lt=before)
    asked = list(newest.values_list("pk", flat=True)[: limit + 1])
    return Suspects(_alike(asked[:limit], on), asked[limit - 1] if len(asked) > limit else 0)


def suspects_of(number: str, *, on: date) -> Suspects:
    """一人について調べる: whoever looks like the worker of this 技能者ID."""
    return Suspects(_alike(list(Worker.objects.filter(number=number).values_list("pk", flat=True)), on), 0)


def compared(worker: int, other: int, *, on: date) -> Compared:
    """見くらべた結果 of two workers."""
    described, _ = _described({worker, other}, on)
    return compare(described[worker], described[other])


def _alike(workers: Collection[int], on: date) -> tuple[Alike, ...]:
    pairs = _rows(_CANDIDATES, {"workers": list(workers)})
    described, numbers = _described({worker for pair in pairs for worker in pair}, on)
    found = [
        Alike(numbers[low], described[low].kana, numbers[high], described[high].kana, seen)
        for low, high in pairs
        if (seen := compare(described[low], described[high])).is_suspected
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.compared.weight, pair.number, pair.other_number)))


@reading_as(REGISTER)
def _described(workers: Collection[int], on: date) -> tuple[dict[int, Described], dict[int, str]]:
    rows = _rows(_DESCRIBED, {"workers": list(workers), "on": on})
    return {row[0]: Described(*row[:-1]) for row in rows}, {row[0]: row[-1] for row in rows}


def _rows(sql: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
