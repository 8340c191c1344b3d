"""A person's days at the gates: when somebody reads the card, as people do it, not as the rules wish."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from ccus.demo.plan.facts import Block, Person, Span, Stint
from ccus.domain.work_history.rules import DAY, HOUR, start_of
from ccus.domain.work_history.terms import Direction

MINUTE = 60_000
_NIGHT_STARTS, _DAY_STARTS = int(20.6 * HOUR), int(7.6 * HOUR)
_AT_LUNCH, _TWICE, _NO_ENTRY = 0.05, 0.02, 0.01
_TRAVEL = 25 * MINUTE
IN, OUT = int(Direction.IN), int(Direction.OUT)


class Touch(NamedTuple):
    """One reading of a card, in true time: `ms`, the direction meant, and under which roster line or without one."""

    ms: int
    direction: int
    stint: Stint


class Habits(NamedTuple):
    """What somebody is like: how often at work, how early, how often the exit is forgotten."""

    comes: float
    early: int
    forgets: float

    @classmethod
    def of(cls, rng: Random) -> "Habits":
        """Somebody's habits."""
        return cls(
            0.88 + 0.11 * rng.random(), int(25 * rng.random() * MINUTE), 0.02 + 0.12 * rng.random() ** 2
        )


def touches(
    rng: Random, person: Person, blocks: list[Block], chances: list[float], span: Span
) -> Iterator[Touch]:
    """Every reading of a person's card before today, block by block; `chances` are those of the span's days."""
    habits = Habits.of(rng)
    random = rng.random
    leaves = span.today if person.withdrawn_at is None else person.withdrawn_at // DAY
    for block in blocks:
        for day in range(max(block.from_day, span.from_day), min(block.until_day, leaves)):
            chance = chances[day - span.from_day]
            if random() < chance * habits.comes:
                yield from _day(rng, day, block.stints, habits)


def _day(rng: Random, day: int, stints: list[Stint], habits: Habits) -> Iterator[Touch]:
    if len(stints) > 1:
        return _round(rng, day, stints)
    return _shift(rng, day, stints[0], habits)


def _shift(rng: Random, day: int, stint: Stint, habits: Habits) -> Iterator[Touch]:
    """One shift at one site, by day or by night; lunch, a second try and forgetting included."""
    random = rng.random
    is_night = stint.site.works.kind == "night"
    start = start_of(day) + (_NIGHT_STARTS if is_night else _DAY_STARTS)
    entry = start - habits.early + int((random() + random()) * 12 * MINUTE)
    chance = random()
    if chance > _NO_ENTRY:
        yield Touch(entry, IN, stint)
        if chance < _NO_ENTRY + _TWICE:
            yield Touch(entry + int((4 + 300 * random()) * 1000), IN, stint)
    if random() < _AT_LUNCH:
        leaves = entry + int((4 + 0.4 * random()) * HOUR)
        yield Touch(leaves, OUT, stint)
        yield Touch(leaves + int((35 + 25 * random()) * MINUTE), IN, stint)
    if random() >= habits.forgets:
        stays = 8.6 if is_night else 9.3
        overtime = random() ** 3 * 2.5
        yield Touch(entry + int((stays + 0.4 * random() + overtime) * HOUR), OUT, stint)


def _round(rng: Random, day: int, stints: list[Stint]) -> Iterator[Touch]:
    """Two to five small sites in a day, one after the other; the exit is forgotten more often than not."""
    at = start_of(day) + _DAY_STARTS + int(30 * rng.random() * MINUTE)
    for stint in rng.sample(stints, rng.randrange(min(2, len(stints)), len(stints) + 1)):
        yield Touch(at, IN, stint)
        at += int((45 + 45 * rng.random()) * MINUTE)
        if rng.random() < 0.4:
            yield Touch(at, OUT, stint)
        at += _TRAVEL
