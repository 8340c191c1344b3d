"""Gates: what a reader makes of a reading. Clocks go wrong, lines are down, numbers are typed by hand."""

from random import Random
from typing import NamedTuple

from ccus.demo.days import Touch
from ccus.demo.plan.facts import Card, Person, Reader, Stint
from ccus.domain.work_history.rules import correct_clock, day_of, is_clock_possible
from ccus.domain.work_history.terms import Direction, Reason, Shown

_OTHER_GATE, _TYPED, _FOUND_CARD = 0.1, 0.015, 0.04
_AUTO = int(Direction.AUTO)
_JITTER = 900
_UNSURE = 0.3
_LINE_MS = 400


class Reading(NamedTuple):
    """One reading as it reaches the register. `true_ms` orders a reader's own log; all instants in ms."""

    true_ms: int
    at: int
    happened: int
    received: int
    offset: int | None
    reader: Reader
    stint: Stint
    card: Card | None
    typed: str
    direction: int
    shown: int
    clock: tuple[Reason, ...]
    is_possible: bool


def read(rng: Random, person: Person, touch: Touch) -> Reading | None:
    """The reading of a touch, or None where the person had no card at hand and did not bother."""
    ms, direction, stint = touch
    card = _card_in_hand(rng, person, ms)
    if card is None:
        return None
    reader = _gate(rng, person, stint, ms)
    noise = rng.random()
    typed = person.number if noise < _TYPED else card.token
    reading = pass_gate(rng, reader, stint, ms, _AUTO if reader.is_auto else direction)
    return reading._replace(card=card, typed=typed)


def pass_gate(rng: Random, reader: Reader, stint: Stint, ms: int, direction: int) -> Reading:
    """A card nobody knows yet, read at the true time `ms`."""
    day = day_of(ms)
    noise = rng.random()
    ahead = reader.drift.get(day, 0)
    synced = reader.offline.get(day)
    measured = int((noise - 0.5) * 2 * _JITTER) - ahead
    at = ms + ahead
    offset: int | None = measured
    received, shown = ms + _LINE_MS + int(noise * _JITTER), Shown.KEPT
    if synced is not None:
        offset = None if noise < _UNSURE else measured
        received, shown = max(received, synced + int(noise * 20_000)), Shown.RECORDED
    happened, clock = correct_clock(at, offset, measured)
    possible = is_clock_possible(happened, received, reader.enrolled_at)
    return Reading(
        ms, at, happened, received, offset, reader, stint, None, "", direction, int(shown), clock, possible
    )


def _gate(rng: Random, person: Person, stint: Stint, ms: int) -> Reader:
    readers = stint.site.readers
    if len(readers) == 1:
        return readers[0]
    usual = person.id % len(readers)
    reader = readers[usual] if rng.random() >= _OTHER_GATE else rng.choice(readers)
    return reader if reader.enrolled_at <= ms else readers[0]


def _card_in_hand(rng: Random, person: Person, ms: int) -> Card | None:
    for card in person.cards:
        if card.held_from <= ms and (card.held_until is None or ms < card.held_until):
            is_lost = (
                card.lost_from is not None and card.lost_from <= ms and not (card.found_at or ms + 1) <= ms
            )
            return card if not is_lost or rng.random() < _FOUND_CARD else None
    return None
