"""タップの受け入れ: one batch of requests, one transaction, a constant number of statements (`docs/rules/taps.md`).

The order matters. The transaction takes its number, then reads readers, cards and what is held already; the upsert of
presence locks each worker; records and doubts are read after that lock; the pure rules fold and judge; taps and
records are written and committed. A tap that something unknown could bear on takes its days through `derivation`.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from ccus.domain.work_history import arrivals, derivation, intake_rows, rules, standing
from ccus.domain.work_history import intake_sql as sql
from ccus.domain.work_history.arrivals import (
    NUMBER_DIGITS,
    Contact,
    Key,
    Months,
    Pair,
    ReaderFacts,
    Reading,
    Sent,
    Surroundings,
)
from ccus.domain.work_history.rules import CardFacts, DayTimes, Standing
from ccus.domain.work_history.scripts import Script
from ccus.domain.work_history.terms import Direction, Evidence, Outcome, Reason
from ccus.foundation.pipelined import BEGIN, COMMIT, NOTHING, Call, PipelinedConnection, Row, Statement

Pairs = dict[tuple[int, int], Pair]

_month_start = lru_cache(maxsize=1024)(rules.month_start)
_EVIDENCE = tuple(Evidence)
_deadline = lru_cache(maxsize=1024)(rules.deadline)


@lru_cache(maxsize=64)
def _statement(text: str) -> Statement:
    return Statement(hashlib.sha256(text.encode()).hexdigest()[:16], text)


async def take(database: PipelinedConnection, contacts: Sequence[Contact]) -> None:
    """受け入れる: store a batch and commit it; afterwards every reading holds its answer (TAP-01).

    A contact whose `reader` is still None has an unknown or revoked token; nothing of it is kept. Raises the psycopg
    error of the statement that failed; then nothing at all is kept.
    """
    sent, twins = arrivals.without_twins(contacts)
    cards = await _look_up(database, contacts, sent)
    ordered = arrivals.admit(sent, cards)
    pairs = arrivals.pairs_of(ordered)
    around = await _lock_and_read(database, arrivals.latest_of_workers(ordered), pairs)
    for pair in pairs.values():
        arrivals.fold(pair, around)
    if any(pair.is_slow for pair in pairs.values()):
        await _derive(database, pairs)
    standings = await _judge(database, pairs)
    await database.run(*_writes(contacts, ordered, pairs, standings), (COMMIT, NOTHING))
    for reading, first in twins:
        reading.repeat(first)


async def _look_up(
    database: PipelinedConnection, contacts: Sequence[Contact], sent: Sequence[Sent]
) -> dict[str, list[CardFacts]]:
    """Readers and cards. Readings that are held already get their stored answer."""
    tokens = list({contact.token: None for contact in contacts})
    keys = {reading.key for _, reading in sent}
    numbers = [key for key in keys if len(key) == NUMBER_DIGITS]
    calls: list[Call] = [
        (BEGIN, NOTHING),
        (sql.TRANSACTION, NOTHING),
        (sql.READERS, {"tokens": tokens}),
        (sql.CARDS, {"tokens": sorted(keys)}),
        (sql.STORED, intake_rows.stored(tokens, sent)),
    ]
    if numbers:
        calls.append((sql.CARDS_BY_NUMBER, {"numbers": numbers}))
    _, _, readers, cards, stored, *by_number = await database.run(*calls)
    known = {token: ReaderFacts(*facts) for token, *facts in readers}
    for contact in contacts:
        reader = known.get(contact.token)
        contact.reader = None if reader is None or reader.is_revoked(contact.received) else reader
    for n, outcome, reasons, name, day, days, counted in stored:
        _, reading = sent[n - 1]
        reading.outcome, reading.reasons, reading.name = Outcome(outcome), tuple(map(Reason, reasons)), name
        reading.day, reading.days_this_month = day, days
        reading.counted = None if counted is None else Direction(counted)
    return _cards(chain(cards, *by_number))


def _cards(rows: Iterable[Row]) -> dict[str, list[CardFacts]]:
    held: dict[tuple[str, int], CardFacts] = {}
    for key, worker, issued, expires, lost, found, revoked, left, returned, name, card in rows:
        known = held.get((key, card))
        losses, away = ((), ()) if known is None else (known.losses, known.away)
        if lost is not None and (lost, found) not in losses:
            losses = (*losses, (lost, found))
        if left is not None and (left, returned) not in away:
            away = (*away, (left, returned))
        held[key, card] = CardFacts(worker, issued, expires, losses, revoked, away, Evidence.CARD, name or "")
    cards: dict[str, list[CardFacts]] = {}
    for (key, _), facts in held.items():
        cards.setdefault(key, []).append(facts)
    return cards


async def _lock_and_read(
    database: PipelinedConnection, latest: Sequence[Reading], pairs: Pairs
) -> Surroundings:
    """Presence, which locks the workers; then, as it stands after that, what else bears on their taps."""
    if not latest:
        return Surroundings({}, {}, (), 0)
    places = sorted({place for _, place in pairs})
    workers = sorted({worker for worker, _ in pairs})
    moved, records, pending, closed, periods = await database.run(
        (sql.PRESENCE, intake_rows.presence(latest)),
        (sql.RECORDS, intake_rows.record_keys(pairs.values())),
        (sql.PENDING, {"workers": workers, "places": places}),
        (sql.CLOSED, NOTHING),
        (sql.PERIODS, {"places": places}),
    )
    for worker, place, day, first_in, last_in, last_out, last_tap, evidence, is_claimed in records:
        pair = pairs[worker, place]
        pair.days[day] = DayTimes(first_in, last_in, last_out, last_tap, _EVIDENCE[evidence])
        pair.is_claimed |= is_claimed
    by_place: dict[int, list[tuple[int, int | None]]] = {}
    for place, since, until in periods:
        by_place.setdefault(place, []).append((since, until))
    return Surroundings(dict(moved), by_place, pending, closed[0][0] or 0)


async def _derive(database: PipelinedConnection, pairs: Pairs) -> None:
    """The slow road: derive the days that these taps may change, and place the taps by what came out (TAP-10)."""
    slow = [pair for pair in pairs.values() if pair.is_slow]
    readings = [reading for pair in slow for reading in pair.readings]
    arriving = [intake_rows.arriving(reading) for reading in readings]
    keys = await _run(database, derivation.spread((a.worker, a.place, a.ms) for a in arriving))
    others = [key for pair in pairs.values() if not pair.is_slow for key in pair.day_keys()]
    derived = await _run(database, derivation.derive(keys, also_lock=others, arriving=arriving))
    for pair in slow:
        pair.records, pair.person = derived.records, derived.persons.main(pair.worker)
    for reading, arrived, folded in zip(readings, arriving, derived.folded, strict=True):
        arrivals.put(pairs[arrived.worker, arrived.place], reading, folded)


async def _run(database: PipelinedConnection, script: Script[Any]) -> Any:
    rows: Sequence[Row] | None = None
    try:
        while True:
            text, values = next(script) if rows is None else script.send(rows)
            [rows] = await database.run((_statement(text), values))
    except StopIteration as end:
        return end.value


async def _judge(database: PipelinedConnection, pairs: Pairs) -> dict[Key, Standing]:
    """What stood on each day, and the answers that follow; returns the standings of the fast road's days."""
    keys = sorted(key for pair in pairs.values() if not pair.is_slow for key in pair.day_keys())
    months = Months([(pair.person, day) for pair in pairs.values() for day in pair.touched], _month_start)
    if not months.bits:
        return {}
    standing_rows, month_rows = await database.run(
        (sql.STANDING, intake_rows.standing_keys(keys, _deadline)),
        (sql.MONTHS, intake_rows.months(months, _month_start)),
    )
    standings = standing.from_rows(standing_rows)
    months.read(month_rows)
    verdicts = {key: rules.judge(stood) for key, stood in standings.items()}
    for pair in pairs.values():
        for reading in pair.readings:
            arrivals.conclude(pair, reading, verdicts, months)
    return standings


def _writes(
    contacts: Sequence[Contact], ordered: Sequence[Reading], pairs: Pairs, standings: dict[Key, Standing]
) -> list[Call]:
    calls: list[Call] = []
    if ordered:
        calls.append((sql.INSERT_TAPS, intake_rows.taps(ordered)))
    if standings:
        calls.append((sql.UPSERT_RECORDS, intake_rows.records(pairs, standings)))
    surprises = [reading for reading in ordered if arrivals.is_surprise(reading)]
    if surprises:
        calls.append((sql.SURPRISES, intake_rows.surprises(surprises)))
    if any(contact.unreadable for contact in contacts):
        calls.append((sql.UNREADABLE, intake_rows.unreadable(contacts)))
    return calls
