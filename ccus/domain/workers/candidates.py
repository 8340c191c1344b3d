"""見くらべる相手: which registered workers somebody may be, by indexes alone (SAME-12). Reading, as the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from ccus.domain.workers.births import near_births
from ccus.domain.workers.matching import Described

_CANDIDATES = """
  select b.nth, w.id from unnest(%(of_birth)s::int[], %(births)s::date[]) b(nth, day)
  join worker w on w.birth_on = b.day
  where exists (select from worker_name n where n.worker_id = w.id)
union
  select k.nth, n.worker_id
  from unnest(%(of_kana)s::int[], %(kana)s::text[], %(addresses)s::text[]) k(nth, kana, address)
  join worker_name n on kana_skeleton(n.kana) = kana_skeleton(k.kana) and n.superseded_at is null
  join contact c on c.worker_id = n.worker_id and c.superseded_at is null
   and starts_with(k.address, c.prefecture_id::text || c.town)
union
  select p.nth, c.worker_id from unnest(%(of_phone)s::int[], %(phones)s::text[]) p(nth, phone)
  join contact c on c.phone = p.phone and c.superseded_at is null
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
class Known:
    """登録された人 as the register describes her today, and the 技能者ID."""

    described: Described
    number: str


def candidates(asked: Sequence[Described]) -> list[tuple[int, int]]:
    """(place in `asked`, worker) for everybody who is worth comparing; whoever asks is among them. One statement.

    Whoever was erased has no name any more, and a birth date that is everybody's who was.
    """
    return _rows(_CANDIDATES, keys_of(asked))


def described(workers: Iterable[int], on: date) -> dict[int, Known]:
    """What the register says of workers on a day. One statement."""
    rows = _rows(_DESCRIBED, {"workers": list(set(workers)), "on": on})
    return {row[0]: Known(Described(*row[:-1]), row[-1]) for row in rows}


def keys_of(asked: Sequence[Described]) -> dict[str, Any]:
    """What the indexes are asked by, each with the place of whom it is about."""
    births = [(nth, day) for nth, one in enumerate(asked) for day in near_births(one.birth_on)]
    phones = [(nth, one.phone) for nth, one in enumerate(asked) if one.phone]
    return {
        "of_birth": [nth for nth, _ in births],
        "births": [day for _, day in births],
        "of_kana": list(range(len(asked))),
        "kana": [one.kana for one in asked],
        "addresses": [one.address for one in asked],
        "of_phone": [nth for nth, _ in phones],
        "phones": [phone for _, phone in phones],
    }


def _rows(sql: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
