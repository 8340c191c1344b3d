"""導出: work records out of all the facts of a worker, a place and a day (REC-01 to REC-08).

`derive` is a script: it yields (SQL, parameters) and is sent the rows, so that the same steps run on a plain cursor
(`scripts.run`) and on the asynchronous line of the readers' server. What the facts make is decided in `folding`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ccus.domain.work_history import facts_sql, months, rules
from ccus.domain.work_history.aliases import (
    NOBODY_TWICE,
    Persons,
    one_at_a_time,
    read_persons,
    read_standings,
)
from ccus.domain.work_history.claimed import claims_by_day
from ccus.domain.work_history.folding import (
    MEMORY,
    Arriving,
    Entered,
    Record,
    TapFact,
    Window,
    admitted,
    fold_days,
    fold_start,
    held_cards,
    make_records,
    windows_of,
)
from ccus.domain.work_history.rules import DayTimes, Folded
from ccus.domain.work_history.scripts import Script
from ccus.domain.work_history.standing import Key
from ccus.domain.work_history.terms import Direction

FACT_MODELS = (
    "accumulation_period",
    "affiliation",
    "card",
    "card_loss",
    "card_revocation",
    "day_ask",
    "day_claim",
    "placement",
    "roster_line",
    "structure_acceptance",
    "structure_member",
    "tap_owner",
    "withdrawal",
    "worker_alias",
)
"""Tables that `derive` reads and acts write: each such act says which days it touches (FACT-05).

Taps and readers are read too; a tap is its own event, and a reader's enrolment is never changed.
"""

_LOOK_BACK = (MEMORY, 20 * rules.DAY)
_AHEAD, _FAR_AHEAD = 10, 300
_LAST_EXIT = rules.NIGHT_ENDS + rules.LONGEST_SHIFT  # on the day after


@dataclass(frozen=True, slots=True)
class Derived:
    """導出の結果: the records that the facts make, the keys whose row changed, and where each arriving tap fell.

    Of a person with several IDs `records` answers under the main, and under every key that was asked for.
    """

    records: dict[Key, Record]
    changed: frozenset[Key] = frozenset()
    folded: tuple[Folded, ...] = ()
    persons: Persons = NOBODY_TWICE


def derive(
    keys: Iterable[Key],
    *,
    arriving: Sequence[Arriving] = (),
    also_lock: Iterable[Key] = (),
    alone: bool = False,
    known_at: datetime | None = None,
) -> Script[Derived]:
    """導出する: read all facts of the keys, write their records, delete those that no fact supports (REC-04).

    The keys (worker, place, day) are exact whatever they are; days that a late tap changes come from `spread`, and
    `arriving` are admitted taps that the caller will store in the same transaction. The rows are locked in the keys'
    order before any fact is read (REC-05); `also_lock` names rows that the caller will write later. `alone` locks the
    whole table instead. With `known_at` the answer is as known then and nothing is written. A constant number of
    statements, whatever the number of keys.
    """
    asked = sorted(set(keys))
    if not asked:
        return Derived({})
    if known_at is None:
        locked = sorted({*asked, *also_lock})
        yield (facts_sql.LOCK_TABLE, {}) if alone else (facts_sql.LOCK_ROWS, _keys(locked))
    persons = yield from read_persons({worker for worker, _, _ in asked}, known_at)
    held = persons.all_keys(asked)
    placed: dict[int, Folded] = {}
    days = yield from _read_days(persons.main_keys(asked), persons, arriving, placed, known_at)
    claims = claims_by_day((yield facts_sql.CLAIMS, _keys(held) | {"known_at": known_at}), persons)
    stood = yield from read_standings(sorted({*days, *claims}), persons, known_at)
    records = make_records(days, stood, claims)
    folded = tuple(placed[mark] for mark in range(len(arriving)))
    changed: frozenset[Key] = frozenset()
    if known_at is None:
        changed = yield from _write(held, records)
        yield from months.rewrite({(worker, rules.month_start(day)) for worker, _, day in changed})
    return Derived(_answers(asked, records, persons), changed, folded, persons)


def _answers(asked: Sequence[Key], records: dict[Key, Record], persons: Persons) -> dict[Key, Record]:
    """The records, and again under the merged IDs that were asked for."""
    if not persons.main_of:
        return records
    mains = {key: (persons.main(key[0]), key[1], key[2]) for key in asked}
    return records | {key: records[main] for key, main in mains.items() if main in records}


def spread(moments: Iterable[tuple[int, int, int]]) -> Script[list[Key]]:
    """及ぶ日: every key that late taps at (worker, place, ms) may change.

    That is the day before, the day, and the days with taps that follow without a free day between: `auto` makes each
    tap depend on the one before (DAY-07). The keys are those of the main where a person has several IDs.
    """
    given = [(worker, place, rules.day_of(ms)) for worker, place, ms in moments]
    persons = yield from read_persons({worker for worker, _, _ in given})
    yield from one_at_a_time(persons)
    late = set(persons.main_keys(given))
    touched = {(worker, place, day - ago) for worker, place, day in late for ago in (0, 1)}
    windows = [window._replace(last=window.last + _AHEAD) for window in windows_of(sorted(late))]
    while windows:
        rows = yield (
            facts_sql.TAP_DAYS,
            _parameters(windows, persons, [rules.start_of(w.first) for w in windows], None),
        )
        for n, day in rows:
            worker, place = windows[n - 1][:2]
            if (worker, place, day - 1) in touched:
                touched.add((worker, place, day))
        open_ends = [w for w in windows if (w.worker, w.place, w.last) in touched]
        windows = [Window(w.worker, w.place, w.last, w.last + _FAR_AHEAD) for w in open_ends]
    return sorted(touched)


def _read_days(
    asked: Sequence[Key],
    persons: Persons,
    arriving: Sequence[Arriving],
    placed: dict[int, Folded],
    known_at: datetime | None,
) -> Script[dict[Key, DayTimes]]:
    """The days that the taps make. Reads further back only where the fold could not begin (DAY-07)."""
    windows = windows_of(asked)
    workers = {worker for window in windows for worker in persons.ids(window.worker)}
    cards = held_cards((yield facts_sql.CARDS, {"workers": sorted(workers)}))
    wanted = set(asked)
    to_come: dict[tuple[int, int], list[Entered]] = {}
    for mark, coming in enumerate(arriving):
        entry = Entered(
            coming.ms, coming.reader, coming.id, Direction(coming.direction), coming.evidence, mark
        )
        to_come.setdefault((persons.main(coming.worker), coming.place), []).append(entry)
    days: dict[Key, DayTimes] = {}
    for look_back in (*_LOOK_BACK, None):
        froms = [0 if look_back is None else rules.start_of(w.first) - look_back for w in windows]
        rows = yield facts_sql.TAPS, _parameters(windows, persons, froms, known_at)
        stored: list[list[TapFact]] = [[] for _ in windows]
        for n, *tap in rows:
            stored[n - 1].append(TapFact(*tap))
        unsure = []
        for window, read_from, taps in zip(windows, froms, stored, strict=True):
            entered = admitted(taps, cards)
            if arriving:
                entered = sorted((*entered, *_coming(window, read_from, to_come)))
            start = fold_start(
                entered, rules.start_of(window.first), None if look_back is None else read_from
            )
            if start is None:
                unsure.append(window)
                continue
            for day, times in fold_days(entered, start, placed).items():
                if (window.worker, window.place, day) in wanted:
                    days[window.worker, window.place, day] = times
        windows = unsure
        if not windows:
            break
    return days


def _coming(
    window: Window, read_from: int, to_come: Mapping[tuple[int, int], list[Entered]]
) -> list[Entered]:
    """Arriving taps that the window reads; only those of its own days are marked, so that each is placed once."""
    end = rules.start_of(window.last + 1)
    first = rules.start_of(window.first)
    return [
        tap if first <= tap.ms < end else tap._replace(mark=-1)
        for tap in to_come.get((window.worker, window.place), ())
        if read_from <= tap.ms < end + _LAST_EXIT
    ]


def _parameters(
    windows: Sequence[Window], persons: Persons, froms: list[int], known_at: datetime | None
) -> dict[str, Any]:
    """Every ID of a person reads what its window reads, and they share its number."""
    untils = [rules.start_of(window.last + 1) + _LAST_EXIT for window in windows]
    read = [(n, worker) for n, window in enumerate(windows) for worker in persons.ids(window.worker)]
    return {
        "numbers": [n + 1 for n, _ in read],
        "workers": [worker for _, worker in read],
        "places": [windows[n].place for n, _ in read],
        "froms": [froms[n] for n, _ in read],
        "untils": [untils[n] for n, _ in read],
        "earliest": min(froms),
        "latest": max(untils),
        "known_at": known_at,
    }


def _keys(keys: Sequence[Key]) -> dict[str, Any]:
    return {
        "workers": [worker for worker, _, _ in keys],
        "places": [place for _, place, _ in keys],
        "days": [day for _, _, day in keys],
    }


def _write(held: Sequence[Key], records: Mapping[Key, Record]) -> Script[frozenset[Key]]:
    changed: set[Key] = set()
    if records:
        columns = list(zip(*(records[key] for key in sorted(records)), strict=True))
        names = ("states", "evidence", "first_ins", "last_ins", "last_outs", "last_taps")
        plain = dict(zip(names, map(list, (columns[3], *columns[5:10])), strict=True))
        texts = ["{" + ",".join(map(str, map(int, reasons))) + "}" for reasons in columns[4]]
        told = dict(
            zip(
                ("trades", "positions", "lines", "members", "entries", "corrections"),
                map(list, columns[10:]),
                strict=True,
            )
        )
        rows = yield facts_sql.WRITE, _keys(sorted(records)) | plain | told | {"reasons": texts}
        changed.update((worker, place, day) for worker, place, day in rows)
    empty = [key for key in held if key not in records]
    if empty:
        rows = yield facts_sql.DELETE, _keys(empty)
        changed.update((worker, place, day) for worker, place, day, was_record in rows if was_record)
    return frozenset(changed)
