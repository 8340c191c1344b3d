"""重複の疑い: workers who look like one another or like who applies (SAME-01, SAME-11). Reading."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection

from ccus.domain.workers.candidates import candidates, described
from ccus.domain.workers.matching import Compared, Described, compare
from ccus.domain.workers.models import Worker
from ccus.foundation.reading_as import REGISTER, reading_as

A_PAGE = 25
"""Whose page it is waits for it: of 100,000 registered some 500 have a birth date near anybody's."""
_SETTLED = """
select low_id, high_id from different_persons d join unnest(%(lows)s::int8[], %(highs)s::int8[]) p(low, high)
    on (d.low_id, d.high_id) = (p.low, p.high) where d.superseded_at is null
union
select p.low, p.high from unnest(%(lows)s::int8[], %(highs)s::int8[]) p(low, high)
where exists (select from worker_alias a where a.worker_id in (p.low, p.high) and a.superseded_at is null)
   or exists (select from same_person_proposal s where s.answer = ''
              and least(s.worker_id, s.main_id) = p.low and greatest(s.worker_id, s.main_id) = p.high)
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


@dataclass(frozen=True, slots=True)
class Resembling:
    """申請した方に似ている人, registered: whom the case is asked about (SAME-11). `worker` is a key."""

    worker: int
    number: str
    kana: str
    compared: Compared


def newest_suspects(*, before: int = 0, on: date, limit: int = A_PAGE) -> Suspects:
    """登録の新しい順に調べる: the newest workers, with whoever looks like them. Seven statements."""
    newest = Worker.objects.order_by("-pk")
    if before:
        newest = newest.filter(pk__lt=before)
    asked = list(newest.values_list("pk", flat=True)[: limit + 1])
    return Suspects(_alike(asked[:limit], on), asked[limit - 1] if len(asked) > limit else 0)


def suspects_of(number: str, *, on: date) -> Suspects:
    """一人について調べる: whoever looks like the worker of this 技能者ID."""
    return Suspects(_alike(list(Worker.objects.filter(number=number).values_list("pk", flat=True)), on), 0)


@reading_as(REGISTER)
def compared(worker: int, other: int, *, on: date) -> Compared:
    """見くらべた結果 of two workers."""
    known = described({worker, other}, on)
    return compare(known[worker].described, known[other].described)


@reading_as(REGISTER)
def resembling(one: Described, *, on: date) -> tuple[Resembling, ...]:
    """Whoever is registered and looks like `one`, who is not; the strongest first. Four statements."""
    known = described([worker for _, worker in candidates([one])], on)
    found = [
        Resembling(worker, each.number, each.described.kana, seen)
        for worker, each in known.items()
        if (seen := compare(one, each.described)).is_suspected
    ]
    return tuple(sorted(found, key=lambda each: (-each.compared.weight, each.number)))


@reading_as(REGISTER)
def _alike(workers: Collection[int], on: date) -> tuple[Alike, ...]:
    own = [each for each in described(workers, on).values() if each.described.kana]
    found = candidates([each.described for each in own])
    known = described([*workers, *(worker for _, worker in found)], on)
    pairs = {
        (min(one, other), max(one, other))
        for nth, other in found
        if (one := own[nth].described.worker) != other
    }
    seen = {pair: compare(*(known[worker].described for worker in pair)) for pair in pairs}
    suspected = {pair: result for pair, result in seen.items() if result.is_suspected}
    open_ones = suspected.keys() - _settled(suspected)
    rows = [
        Alike(
            known[low].number,
            known[low].described.kana,
            known[high].number,
            known[high].described.kana,
            suspected[low, high],
        )
        for low, high in open_ones
    ]
    return tuple(sorted(rows, key=lambda pair: (-pair.compared.weight, pair.number, pair.other_number)))


def _settled(pairs: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of these, who were found different, merged, or are proposed (SAME-08)."""
    with connection.cursor() as cursor:
        cursor.execute(_SETTLED, {"lows": [low for low, _ in pairs], "highs": [high for _, high in pairs]})
        return set(cursor.fetchall())
