"""状態が変わる就業日: what the touched days are, and what the facts would make of them now (FIX-05).

Nothing is written and no day is locked: taps go on while a preview is made.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from ccus.domain.audit.actions import Touched
from ccus.domain.corrections.lines import Line
from ccus.domain.corrections.terms import LineKind
from ccus.domain.work_history import rules
from ccus.domain.work_history.derivation import derive
from ccus.domain.work_history.scripts import Script, run
from ccus.domain.work_history.settling import Affected, expand
from ccus.domain.work_history.standing import Key

_STOOD = """
select r.worker, r.place, k.day, r.state
from unnest(%(workers)b::int8[], %(places)b::int8[], %(days)b::int4[]) as k(worker, place, day)
join work_record r on r.worker = k.worker and r.work_on = date '1970-01-01' + k.day and r.place = k.place
"""
_States = dict[Key, int]
_AT_ONCE = 50_000


def changed_days(touched: Collection[Touched], *, at: datetime) -> list[Line]:
    """就業日の行: of each worker and place the days that go from one state to another; None is no record at all.

    Days that wait to be derived anyway are among them. A constant number of statements for every 50,000 days.
    """
    with connection.cursor() as cursor:
        stood, stands = run(cursor, _states(touched, at))
    moved: defaultdict[tuple[int, int, int | None, int | None], list[int]] = defaultdict(list)
    for key in sorted({*stood, *stands}):
        was, is_ = stood.get(key), stands.get(key)
        if was != is_:
            worker, place, day = key
            moved[worker, place, was, is_].append(day)
    return list(_lines(moved))


def _states(touched: Collection[Touched], at: datetime) -> Script[tuple[_States, _States]]:
    affected = [
        Affected(
            0,
            touch.worker or 0,
            touch.place or 0,
            rules.day_number(touch.from_on),
            None if touch.until_on is None else rules.day_number(touch.until_on),
            None,
        )
        for touch in touched
        if touch.until_on is None or touch.until_on > touch.from_on
    ]
    if not affected:
        return {}, {}
    keys: Sequence[Key] = yield from expand(affected)
    stood: _States = {}
    stands: _States = {}
    for first in range(0, len(keys), _AT_ONCE):
        asked = keys[first : first + _AT_ONCE]
        derived = yield from derive(asked, known_at=at)
        mains = derived.persons.main_keys(asked)
        workers, places, days = map(list, zip(*mains, strict=True))
        rows = yield _STOOD, {"workers": workers, "places": places, "days": days}
        stood |= {(worker, place, day): state for worker, place, day, state in rows}
        stands |= {key: int(derived.records[key].state) for key in mains if key in derived.records}
    return stood, stands


def _lines(moved: dict[tuple[int, int, int | None, int | None], list[int]]) -> Iterator[Line]:
    for (worker, place, was, is_), days in sorted(moved.items(), key=lambda one: (one[0][:2], one[1])):
        said: dict[str, Any] = {"state": is_, "place": place}
        said["days"] = [rules.date_of(day).isoformat() for day in days]
        yield Line(LineKind.DAYS, worker, before={"state": was}, after=said)
