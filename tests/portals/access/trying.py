"""One visitor's round, and what is asked of it: the marks, the doors, the words of refusals, the committed table."""

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.test.utils import override_settings

from tests.portals.access import table
from tests.portals.access.canary import ALL_MARKS, leaks, sights
from tests.portals.access.sweep import Try, sweep
from tests.portals.access.table import ANYTHING, Cell
from tests.portals.access.things import ABSENT, Things
from tests.portals.access.visitors import SIGHTS, VISITORS, Visitor
from tests.portals.access.world import World

PUBLIC = {
    "site",
    "company",
    "giver",
    "taker",
    "kind",
    "month",
    "day",
    "on",
    "section",
    "row",
    "field",
    "act",
    "viewer",
    "subject",
    "which",
    "table",
}
"""Places for what is no secret: a site or a company has a public number; others choose a part of the page."""


@dataclass(slots=True)
class Round:
    """What came of a visitor's round."""

    leaked: list[str] = field(default_factory=list)
    logged: list[str] = field(default_factory=list)
    unseen: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    column: dict[Cell, str] = field(default_factory=dict)


def go_round(name: str, world: World, things: Things) -> Round:
    """Every address, tried by a visitor of this kind."""
    visitor = VISITORS[name](world)
    done = Round(unseen=set(SIGHTS.get(name, ())))
    behind_doors: dict[Cell, str] = {}
    with override_settings(ROOT_URLCONF="tests.portals.access.refusals"), log_lines() as lines:
        for tried in sweep(visitor, things, in_every_field(world)):
            done.leaked += leaks(tried, visitor, world)
            done.unseen -= sights(tried.answer, done.unseen)
            done.wrong += wrong_doors(tried, visitor)
            is_by_door = tried.answer.is_no_way or not tried.at.opens_to(visitor)
            thing = ANYTHING if is_by_door else tried.filled.thing
            cell = Cell(tried.at.pattern, tried.act, thing)
            done.column[cell] = tried.answer.outcome
            if tried.at.plate and not visitor.is_related:
                behind_doors[cell] = tried.answer.outcome
    done.logged += [mark for mark in ALL_MARKS if any(mark in line for line in lines)]
    done.wrong += told_apart(behind_doors)
    return done


def in_every_field(world: World) -> Mapping[str, str]:
    """What somebody could put into a form, or behind an address, to reach the marked: ids of others everywhere."""
    number, portrait = world.worker.number, world.marked.images[0]
    people = dict.fromkeys(("q", "number", "worker", "workers", "id", "item"), number)
    things = {
        "company": world.employer.number,
        "site": world.sites["running"],
        "claim": world.claims["asked"],
    }
    return {**people, **things, "image": portrait, "key": portrait}


def wrong_doors(tried: Try, visitor: Visitor) -> Iterator[str]:
    """Answers that are not what the door of the address says (DOOR-01, DOOR-02), and pages that break."""
    answer, is_open = tried.answer, tried.at.opens_to(visitor)
    if not is_open and not answer.is_turned_away:
        yield f"{tried.act} {answer.address}: let in past the door ({answer.outcome})"
    if is_open and tried.at.plate and answer.is_turned_away and not answer.is_no_way:
        yield f"{tried.act} {answer.address}: turned away, though the door opens ({answer.outcome})"
    if answer.outcome.startswith("5"):
        yield f"{tried.act} {answer.address}: broke ({answer.outcome})"


def told_apart(column: Mapping[Cell, str]) -> Iterator[str]:
    """Addresses where somebody without a relation is answered otherwise for what exists than for what does not
    (DOOR-03)."""
    said: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for cell, outcome in column.items():
        if cell.thing.rpartition(" ")[2].rstrip("?") not in PUBLIC and "?" not in cell.thing:
            said[cell.pattern, cell.act][cell.thing] = outcome
    for (pattern, act), outcomes in said.items():
        absent = {outcome for thing, outcome in outcomes.items() if ABSENT in thing}
        others = {outcome for thing, outcome in outcomes.items() if ABSENT not in thing}
        if absent and others - absent:
            yield f"{act} {pattern}: {outcomes}"


def differences(name: str, column: Mapping[Cell, str]) -> str:
    """What the committed table says otherwise, and how to write it anew; nothing where it is right."""
    stands = table.read().get(name, {})
    differing = sorted(
        f"{cell.act} {cell.pattern} ({cell.thing}): {stands.get(cell)} in the table, {column.get(cell)} in truth"
        for cell in {*stands, *column}
        if stands.get(cell) != column.get(cell)
    )
    if not differing:
        return ""
    first = "\n".join(differing[:20])
    return f"{len(differing)} differences, {name}. If they are meant, write the table with {table.COMMAND}:\n{first}"


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.add(record.getMessage() + (str(record.exc_info[1]) if record.exc_info else ""))


@contextmanager
def log_lines() -> Iterator[set[str]]:
    """Everything that is logged, Django's own words too, and written nowhere else."""
    kept = [(log, log.handlers[:], log.level) for log in (logging.getLogger(), logging.getLogger("django"))]
    gathered = _Lines()
    for log, _, _ in kept:
        log.handlers[:] = [gathered]
        log.setLevel(logging.INFO)
    try:
        yield gathered.lines
    finally:
        for log, handlers, level in kept:
            log.handlers[:] = handlers
            log.setLevel(level)
