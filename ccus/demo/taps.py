"""All taps of a district, in the order its readers sent them, with what the gates were told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from ccus.demo import pack
from ccus.demo.answers import Answer, Desk, unknown_card
from ccus.demo.chance import stream, uuid7
from ccus.demo.days import touches
from ccus.demo.gates import Reading, pass_gate, read
from ccus.demo.plan.facts import District, Person, Span
from ccus.domain.work_history.rules import DAY, start_of
from ccus.domain.work_history.terms import Outcome, Shown

_WRONG_CARD, _CLOCK_GONE_MAD = 0.003, 0.000_04
_MORE_THAN_A_READING = 6_000

PresenceRow = tuple[int, int, int, int, bytes, int]
"""(worker, place, happened ms, reader, tap, direction)."""


@dataclass(slots=True)
class Taps:
    """カードタッチ of a district: packed rows, the keys they make, who was seen last, and whom a screen deceived."""

    rows: list[tuple[int, int, bytes, bytes]] = field(default_factory=list)
    keys: set[tuple[int, int, int]] = field(default_factory=set)
    presence: list[PresenceRow] = field(default_factory=list)
    surprises: list[tuple[int, bytes, int, int, int, tuple[int, ...]]] = field(default_factory=list)

    def packed(self) -> Iterator[bytes]:
        """The rows for COPY, reader by reader, each reader's taps numbered without a gap."""
        self.rows.sort()
        reader = seq = 0
        for at, _, head, tail in self.rows:
            seq = seq + 1 if at == reader else 1
            reader = at
            yield head + pack.SEQ(seq) + tail


def taps_of(
    seed: int, district: District, chances: list[float], span: Span, done: Callable[[float], None]
) -> Taps:
    """Every tap that had arrived before today began, and nothing of what readers still hold.

    `chances` are those of the span's days; `done` hears the part of the people that is through.
    """
    taps = Taps()
    for n, person in enumerate(district.people):
        done(n / len(district.people))
        rng = stream(seed, "taps", person.id)
        readings = _readings(rng, person, district, chances, span)
        readings.sort(key=lambda reading: (reading.happened, reading.reader.id))
        _judge(taps, rng, person, readings)
    return taps


def _readings(
    rng: Random, person: Person, district: District, chances: list[float], span: Span
) -> list[Reading]:
    now, found = start_of(span.today), []
    for touch in touches(rng, person, district.blocks.get(person.id, []), chances, span):
        reading = read(rng, person, touch)
        if reading is None or reading.received >= now:
            continue
        chance = rng.random()
        if chance < _CLOCK_GONE_MAD:
            ahead = reading.true_ms + 3 * DAY
            reading = reading._replace(at=ahead, happened=ahead, offset=0, clock=(), is_possible=False)
        elif chance < _WRONG_CARD:
            found.append(_wrong_card(rng, reading))
        found.append(reading)
    return found


def _wrong_card(rng: Random, reading: Reading) -> Reading:
    """A railway pass, held to the reader just before the right card."""
    before = reading.true_ms - _MORE_THAN_A_READING
    other = pass_gate(rng, reading.reader, reading.stint, before, reading.direction)
    return other._replace(typed=f"0114{rng.randrange(10**12):012d}")


def _judge(taps: Taps, rng: Random, person: Person, readings: list[Reading]) -> None:
    desk, last = Desk(person), None
    for reading in readings:
        identifier = uuid7(reading.at, rng.getrandbits(80))
        if reading.card is None:
            _keep(taps, reading, unknown_card(reading), None, identifier)
            continue
        answer = desk.answer(reading)
        _keep(taps, reading, answer, person.id, identifier)
        if answer.key_day is not None:
            taps.keys.add((person.id, reading.stint.site.id, answer.key_day))
        if reading.is_possible:
            last = reading, identifier
    if last is not None:
        reading, identifier = last
        taps.presence.append((
            person.id, reading.stint.site.id, reading.happened, reading.reader.id, identifier, reading.direction
        ))  # fmt: skip


def _keep(taps: Taps, reading: Reading, answer: Answer, worker: int | None, identifier: bytes) -> None:
    taps.rows.append((reading.reader.id, reading.true_ms, *pack.row(reading, answer, worker, identifier)))
    if worker is not None and reading.shown == Shown.RECORDED and answer.outcome == Outcome.NOT_RECORDED:
        taps.surprises.append(
            (reading.reader.id, identifier, reading.at, worker, reading.stint.site.id, answer.reasons)
        )
