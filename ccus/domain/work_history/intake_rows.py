"""タップの受け入れの引数: readings as the columns that the statements of `intake_sql` take."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ccus.domain.work_history import rules
from ccus.domain.work_history.arrivals import Contact, Key, Months, Pair, Reading, Sent
from ccus.domain.work_history.folding import Arriving
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.terms import Reason

Columns = dict[str, Any]


@lru_cache(maxsize=4096)
def _literal(reasons: tuple[Reason, ...]) -> str:
    return "{" + ",".join([str(int(reason)) for reason in reasons]) + "}"


def stored(tokens: Sequence[bytes], sent: Sequence[Sent]) -> Columns:
    """Which taps to look for, each by the place of its reader's token in `tokens`."""
    places = {token: place for place, token in enumerate(tokens, 1)}
    at = [reading.at for _, reading in sent]
    return {
        "token": [places[contact.token] for contact, _ in sent],
        "id": [reading.id for _, reading in sent],
        "at": at,
        "tokens": tokens,
        "first": min(at, default=0),
        "last": max(at, default=0),
    }


def presence(latest: Sequence[Reading]) -> Columns:
    """The latest tap of each worker."""
    return {
        "worker": [reading.worker for reading in latest],
        "place": [reading.place for reading in latest],
        "happened": [reading.happened for reading in latest],
        "reader": [reading.reader for reading in latest],
        "tap": [reading.id for reading in latest],
        "direction": [reading.direction for reading in latest],
    }


def record_keys(pairs: Iterable[Pair]) -> Columns:
    """Each pair, with the first and last day whose records can bear on its taps."""
    held = list(pairs)
    return {
        "worker": [pair.worker for pair in held],
        "place": [pair.place for pair in held],
        "since": [rules.day_of(pair.readings[0].happened) - 1 for pair in held],
        "last": [rules.day_of(pair.readings[-1].happened) for pair in held],
    }


def arriving(reading: Reading) -> Arriving:
    """A tap that is not stored yet, as derivation takes it."""
    return Arriving(
        reading.worker or 0,
        reading.place,
        reading.happened,
        reading.direction,
        reading.evidence,
        reading.reader,
        reading.id,
    )


def standing_keys(keys: Sequence[Key], deadline: Callable[[int], int]) -> Columns:
    """The keys whose standing is asked, as things are known now."""
    workers = [worker for worker, _, _ in keys]
    return {
        "workers": workers,
        "links": workers,
        "places": [place for _, place, _ in keys],
        "days": [day for _, _, day in keys],
        "deadlines": [deadline(day) for _, _, day in keys],
        "known_at": None,
    }


def months(asked: Months, month_start: Callable[[int], int]) -> Columns:
    """The workers and months whose days are counted."""
    return {
        "worker": [worker for worker, _ in asked.bits],
        "since": [month for _, month in asked.bits],
        "until": [month_start(month + 31) for _, month in asked.bits],
    }


def taps(readings: Sequence[Reading]) -> Columns:
    """Every tap with its answer."""
    return {
        "reader": [r.reader for r in readings],
        "id": [r.id for r in readings],
        "at": [r.at for r in readings],
        "seq": [r.seq for r in readings],
        "happened": [r.happened for r in readings],
        "received": [r.received for r in readings],
        "place": [r.place for r in readings],
        "card": [r.card for r in readings],
        "worker": [r.worker for r in readings],
        "direction": [r.direction for r in readings],
        "offset": [r.offset for r in readings],
        "shown": [r.shown for r in readings],
        "outcome": [r.outcome for r in readings],
        "reasons": [_literal(r.reasons) for r in readings],
        "name": [r.name for r in readings],
        "work_on": [r.day for r in readings],
        "days": [r.days_this_month for r in readings],
        "counted": [r.counted for r in readings],
    }


def records(pairs: Mapping[tuple[int, int], Pair], standings: Mapping[Key, Standing]) -> Columns:
    """The records of the fast road, in the order in which derivation locks them."""
    rows = [
        (*key, stood, pairs[key[0], key[1]].days[key[2]], *rules.judge(stood))
        for key, stood in sorted(standings.items())
    ]
    held = [row for row in rows if row[5] is not None]
    return {
        "worker": [row[0] for row in held],
        "place": [row[1] for row in held],
        "work_on": [row[2] for row in held],
        "state": [row[5] for row in held],
        "reasons": [_literal(rules.record_reasons(row[6], row[4])) for row in held],
        "evidence": [row[4].evidence for row in held],
        "first_in": [row[4].first_in for row in held],
        "last_in": [row[4].last_in for row in held],
        "last_out": [row[4].last_out for row in held],
        "last_tap": [row[4].last_tap for row in held],
        "trade": [row[3].trade for row in held],
        "position": [row[3].position for row in held],
        "line": [row[3].line for row in held],
        "member": [row[3].member for row in held],
    }


def surprises(readings: Sequence[Reading]) -> Columns:
    """Taps of which the screen had promised more."""
    return {
        "reader": [r.reader for r in readings],
        "id": [r.id for r in readings],
        "at": [r.at for r in readings],
        "worker": [r.worker for r in readings],
        "place": [r.place for r in readings],
        "work_on": [r.day for r in readings],
        "reasons": [_literal(r.reasons) for r in readings],
    }


def unreadable(contacts: Iterable[Contact]) -> Columns:
    """Items that are no taps, each once."""
    items = [
        (c.reader.id, c.received, item) for c in contacts if c.reader is not None for item in c.unreadable
    ]
    return {
        "reader": [reader for reader, _, _ in items],
        "received": [received for _, received, _ in items],
        "body": [item.body for _, _, item in items],
        "hash": [hashlib.sha256(item.body).digest() for _, _, item in items],
        "why": [item.why for _, _, item in items],
    }
