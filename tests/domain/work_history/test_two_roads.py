"""二つの道: the tap road, whatever comes in whatever order, ends where full derivation from all facts ends (REC-02)."""

from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccus.domain.work_history.claim_terms import Answer, ClaimKind
from ccus.domain.work_history.terms import State
from tests.domain.work_history.claims import claim
from tests.domain.work_history.gate import DIRECTIONS, JST, Gate, clock
from tests.domain.work_history.tap_road import Sent, TapRoad

pytestmark = [pytest.mark.usefixtures("real_clock"), pytest.mark.thorough]

MONDAY = datetime(2026, 11, 16, tzinfo=JST)
AFTERWARDS = datetime(2026, 11, 25, 12, 0, tzinfo=JST)
Fact = tuple[str, dict[str, Any]]

# Mostly full hours, so that borders of 16 hours, 10 minutes, 05:00 and noon are met.
minutes = st.builds(
    lambda hour, minute: 60 * hour + minute, st.integers(0, 100), st.sampled_from([0, 0, 0, 1, 9, 10, 11, 59])
)
offsets = st.sampled_from([0, 0, 0, 90_000, -90_000])
by_number = st.sampled_from([False, False, False, True])


def _taps(
    *directions: int, others: list[int], times: st.SearchStrategy[int]
) -> st.SearchStrategy[list[Sent]]:
    """Some taps of these directions; `others` are the workers and places beside the first."""
    who = st.sampled_from([1, 1, *others])
    at = times.map(lambda minute: MONDAY + timedelta(minutes=minute))
    tap = st.builds(Sent, at, st.sampled_from(directions), who, who, st.just(0), offsets, by_number)
    return st.lists(tap, min_size=1, max_size=12)


shifts = st.builds(lambda day, hour: 60 * (24 * day + hour), st.integers(0, 5), st.sampled_from([8, 17]))
# Where every tap is `auto`, each depends on the one before, for days on end.
taps = st.one_of(
    _taps(0, 1, 2, others=[2], times=minutes), _taps(2, others=[], times=st.one_of(shifts, shifts, minutes))
)
days = st.integers(-1, 5).map(lambda ahead: MONDAY.date() + timedelta(days=ahead))


kinds = st.sampled_from([ClaimKind.ENTRY, ClaimKind.ENTRY, ClaimKind.CORRECTION])
answers = st.sampled_from(
    [
        (None, None),
        (Answer.APPROVED, None),
        (Answer.REFUSED, None),
        (Answer.REFUSED, Answer.APPROVED),
        (Answer.LAPSED, None),
    ]
)
places, workers = st.sampled_from([1, 1, 2]), st.sampled_from([1, 1, 2])


def _fact(act: str, *, dated: bool = True, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Fact]:
    if dated:
        arguments |= {"since": days, "length": st.sampled_from([None, None, 1, 2, 3])}
    return st.fixed_dictionaries(arguments).map(lambda given: (act, given))


facts = st.one_of(
    _fact("change_period", place=places),
    _fact("line", worker=workers, place=places),
    _fact("accept", tier=st.integers(0, 2), place=places),
    _fact("link", worker=workers),
    _fact("place_worker", worker=workers),
    _fact("claim", dated=False, worker=workers, place=places, on=days, kind=kinds, answers=answers),
    _fact("lose", dated=False, worker=workers, minute=minutes, hours=st.sampled_from([None, 1, 20])),
)


def _which(fact: Fact) -> str:
    """A line, an acceptance or a link may not overlap another of its kind; a period is replaced; a day claimed once."""
    act, given = fact
    dates = {} if act != "change_period" else given
    return repr((act, {name: given.get(name) for name in ("worker", "place", "tier", "on", "kind")}, dates))


def _arrive(gate: Gate, fact: Fact) -> None:
    act, given = fact[0], dict(fact[1])
    if act == "lose":
        lost = MONDAY + timedelta(minutes=given["minute"])
        gate.lose(given["worker"], lost, given["hours"] and lost + timedelta(hours=given["hours"]))
        return
    if act == "claim":
        prime, office = given.pop("answers")
        claim(gate, given.pop("on"), prime=prime, office=office, **given)
        return
    length = given.pop("length")
    until = length and given["since"] + timedelta(days=length)
    getattr(gate, act)(**given, until=until, recorded=AFTERWARDS)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Sent], list[Any]]:
    """Taps, and steps: a batch of them (any order, with repeats), a fact that arrives, the jobs at work."""
    sent = [tap._replace(salt=n) for n, tap in enumerate(draw(taps), 1)]
    some = st.lists(st.sampled_from(sent), min_size=1, max_size=6)
    arriving = draw(st.lists(facts, max_size=8, unique_by=_which))
    batches = [("send", batch) for batch in draw(st.lists(some, max_size=5))]
    steps = [
        *batches,
        *(("fact", fact) for fact in arriving),
        *[("settle", None)] * draw(st.integers(0, 2)),
    ]
    return sent, [*draw(st.permutations(steps)), ("send", draw(st.permutations(sent)))]


def _agree(gate: Gate) -> bool:
    """Whether derivation from all facts finds nothing to change, and makes the same from nothing."""
    by_taps = gate.records()
    if gate.derive().changed:
        return False
    gate.sql("delete from work_record where worker = any(%s)", list(gate.worker.values()))
    gate.derive()
    return by_taps == gate.records() and gate.presence() == gate.latest_taps()


def _send(road: TapRoad, gate: Gate, *times: str) -> None:
    """One batch for worker 1 at place 1, in short (`Gate.taps`)."""
    words = enumerate((text.partition(" ") for text in times), len(gate.known) + 1)
    sent = [Sent(clock(time), DIRECTIONS.index(word), 1, 1, salt) for salt, (word, _, time) in words]
    gate.known += [(1, 1, tap.at) for tap in sent]
    road.send(gate, sent, AFTERWARDS)


@given(story=stories(), is_complete=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_both_roads_end_in_the_same_records_and_presence(
    line: psycopg.Connection, road: TapRoad, story: tuple[list[Sent], list[Any]], is_complete: bool
) -> None:
    gate = Gate(line).furnish()
    if is_complete:
        gate.change_period(1, since=MONDAY.date() - timedelta(days=9))
    sent, steps = story
    for kind, what in steps:
        if kind == "send":
            road.send(gate, what, AFTERWARDS)
        elif kind == "fact":
            _arrive(gate, what)
        else:
            gate.settle()
    gate.settle()
    gate.known = [(tap.worker, tap.place, tap.at) for tap in sent]
    gate.known += [
        (what[1]["worker"], what[1]["place"], clock("12:00", str(what[1]["on"])))
        for kind, what in steps
        if kind == "fact" and what[0] == "claim"
    ]
    assert _agree(gate)


def test_a_late_tap_of_an_auto_reader_turns_every_day_that_hangs_on_it(
    line: psycopg.Connection, road: TapRoad
) -> None:
    gate = Gate(line).furnish().complete()
    gate.settle()
    _send(road, gate, *[f"auto {n} {hour}" for n in range(6) for hour in ("08:00", "17:00")][1:])
    _send(road, gate, "auto 08:00")
    assert gate.days()[5] == "11-21 08:00-17:00"
    assert _agree(gate)


def test_an_exit_in_the_period_belongs_to_the_night_before_it_on_both_roads(
    line: psycopg.Connection, road: TapRoad
) -> None:
    gate = Gate(line).furnish()
    gate.period(since=MONDAY.date() + timedelta(days=1))
    gate.settle()
    _send(road, gate, "in 21:00")
    _send(road, gate, "out +1 05:30")
    assert gate.days() == []
    assert _agree(gate)


def test_the_entry_that_comes_after_its_unrecorded_exit_finds_it(
    line: psycopg.Connection, road: TapRoad
) -> None:
    gate = Gate(line).furnish()
    gate.period(until=MONDAY.date() + timedelta(days=1))
    gate.settle()
    _send(road, gate, "out +1 05:30")
    _send(road, gate, "in 21:00")
    assert gate.days() == ["11-16 21:00-05:30+1"]
    assert _agree(gate)


def test_an_exit_after_the_approval_of_the_day_leaves_it_official(
    line: psycopg.Connection, road: TapRoad
) -> None:
    gate = Gate(line).furnish()
    gate.period()
    _send(road, gate, "in 08:00")
    claim(gate, MONDAY.date(), prime=Answer.APPROVED)
    gate.settle()
    _send(road, gate, "out 17:00")
    assert gate.days() == ["11-16 08:00-17:00"]
    assert gate.states() == [(State.OFFICIAL, [])]
    assert _agree(gate)


def test_the_tap_that_comes_while_the_entry_waits_makes_the_day(
    line: psycopg.Connection, road: TapRoad
) -> None:
    gate = Gate(line).furnish().complete()
    claim(gate, MONDAY.date())
    gate.settle()
    _send(road, gate, "in 08:00")
    assert gate.states() == [(State.OFFICIAL, [])]
    assert _agree(gate)
