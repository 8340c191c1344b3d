"""名寄せ: two IDs of one person have one history, and two again once they are separated (SAME-06, SAME-07, SAME-10)."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccus.domain.work_history import derivation, rules
from ccus.domain.work_history.claim_terms import Answer
from ccus.domain.work_history.terms import Reason, State
from ccus.foundation.databases import Databases
from ccus.foundation.pipelined import COMMIT
from tests.domain.work_history.claims import claim
from tests.domain.work_history.gate import DIRECTIONS, JST, LONG_AGO, Gate, clock
from tests.domain.work_history.tap_road import Sent, TapRoad, contacts_of, tap_road

pytestmark = pytest.mark.usefixtures("real_clock")

MONDAY = date(2026, 11, 16)
AFTERWARDS = datetime(2026, 11, 25, 12, 0, tzinfo=JST)
OFFICIAL, UNLINKED = State.OFFICIAL, State.UNLINKED
_SHOWN = "work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at, trade, position, line"


def merge(gate: Gate, worker: int = 2, main: int = 1, at: datetime = LONG_AGO) -> None:
    """Two officers say that `worker` is `main`, as the act writes it."""
    who: dict[str, Any] = {"worker_id": gate.worker[worker], "main_id": gate.worker[main]}
    with gate.connection.transaction():
        said = gate.add(
            "same_person_proposal",
            kind="merge", words="同じ人", proposed_at=at, proposed_by="operator:1", answer="approved",
            answer_words="", answered_at=at, answered_by="operator:2", **who,
        )  # fmt: skip
        gate.add(
            "worker_alias", proposal_id=said, proposed_by="operator:1", recorded_at=at,
            recorded_by="operator:2", **who,
        )  # fmt: skip
        _touch_all(gate, worker, main)


def separate(gate: Gate, worker: int = 2, main: int = 1, at: datetime = AFTERWARDS) -> None:
    """They say that it was not so."""
    with gate.connection.transaction():
        gate.sql(
            "update worker_alias set superseded_at = %s where worker_id = %s and superseded_at is null",
            at, gate.worker[worker],
        )  # fmt: skip
        _touch_all(gate, worker, main)


def _touch_all(gate: Gate, *workers: int) -> None:
    for worker in workers:
        gate.touch(worker=worker, since=LONG_AGO.date())


def shown(gate: Gate, *workers: int) -> list[tuple[Any, ...]]:
    """What the records of these workers say, whoever's they are."""
    ids = [gate.worker[worker] for worker in workers]
    return gate.sql(f"select {_SHOWN} from work_record where worker = any(%s) order by 1, 2", ids)


@pytest.fixture
def both(gate: Gate) -> Gate:
    """Two IDs: worker 1 has every paper, worker 2 none."""
    gate.settle()
    return gate


def test_the_days_of_both_ids_stand_under_the_main(both: Gate) -> None:
    both.taps("in 08:00", "out 17:00")
    both.taps("in +1 08:00", worker=2)
    merge(both)
    both.settle()
    assert both.days(1) == ["11-16 08:00-17:00", "11-17 08:00-?"]
    assert [state for state, _ in both.states(1)] == [OFFICIAL, OFFICIAL]
    assert both.days(2) == []


def test_entry_with_one_card_and_exit_with_the_other_are_one_day(both: Gate) -> None:
    both.taps("in 08:00")
    both.taps("out 17:00", worker=2)
    merge(both)
    both.settle()
    assert both.days(1) == ["11-16 08:00-17:00"]


def test_separated_again_both_histories_are_what_they_were(both: Gate) -> None:
    both.taps("in 08:00", "auto 17:00")
    both.taps("in 09:00", "out 12:00", "auto +1 08:00", worker=2)
    both.derive()
    before = both.records()
    merge(both)
    both.settle()
    separate(both)
    both.settle()
    assert both.records() == before


def test_deriving_a_merged_person_twice_changes_nothing(both: Gate) -> None:
    both.taps("in 08:00")
    both.taps("in 09:00", "in +1 09:00", worker=2)
    merge(both)
    both.settle()
    assert both.derive().changed == frozenset()


def test_the_roster_line_of_one_id_and_the_link_of_the_other_make_an_official_day(bare_gate: Gate) -> None:
    bare_gate.period()
    for tier in (0, 1, 2):
        bare_gate.accept(tier)
    bare_gate.line(worker=2)
    bare_gate.link(worker=1)
    bare_gate.taps("in 08:00")
    merge(bare_gate)
    bare_gate.settle()
    assert bare_gate.states(1) == [(OFFICIAL, [])]


def test_a_paper_of_a_merged_id_heals_the_days_of_the_other_card(bare_gate: Gate) -> None:
    bare_gate.taps("in 08:00")
    bare_gate.complete(worker=2)
    bare_gate.settle()
    assert bare_gate.states(1) == [(UNLINKED, [Reason.NOT_ON_ROSTER])]
    merge(bare_gate)
    bare_gate.settle()
    assert bare_gate.states(1) == [(OFFICIAL, [])]


def test_a_later_fact_of_the_main_reaches_taps_of_the_merged_card_that_made_no_day(both: Gate) -> None:
    both.taps("in 08:00", worker=2)
    merge(both)
    both.settle()
    both.sql("update roster_line set superseded_at = now() where worker_id = %s", both.worker[1])
    both.touch(worker=1, since=MONDAY)
    both.settle()
    assert both.states(1) == [(UNLINKED, [Reason.NOT_ON_ROSTER])]


def test_a_merged_id_that_left_takes_no_other_card_with_it(both: Gate) -> None:
    both.taps("in 08:00")
    both.taps("in +1 08:00", worker=2)
    both.add("withdrawal", worker_id=both.worker[2], withdrawn_at=LONG_AGO, recorded_by="")
    merge(both)
    both.settle()
    assert both.days(1) == ["11-16 08:00-?"]


def test_of_two_entries_of_a_day_the_better_one_stands_and_the_main_s_among_equals(both: Gate) -> None:
    approved = claim(both, MONDAY, worker=2, prime=Answer.APPROVED)
    claim(both, MONDAY, worker=1, prime=Answer.REFUSED)
    claim(both, MONDAY + timedelta(days=1), worker=2)
    mains = claim(both, MONDAY + timedelta(days=1), worker=1)
    merge(both)
    both.settle()
    assert both.records("worker, entry") == [(both.worker[1], approved), (both.worker[1], mains)]


def test_as_known_before_the_merge_there_were_two_histories(both: Gate) -> None:
    both.taps("in 08:00", worker=2)
    merge(both, at=clock("+5 12:00"))
    separate(both, at=clock("+7 12:00"))
    key = both.worker[2], both.place[1], rules.day_number(MONDAY)
    seen = [
        both.one(derivation.derive([key], known_at=clock(known))).records[key].worker
        for known in ("+5 11:00", "+5 13:00", "+7 13:00")
    ]
    assert seen == [both.worker[2], both.worker[1], both.worker[2]]


def test_the_answer_for_a_merged_key_is_the_record_of_the_main(both: Gate) -> None:
    both.taps("in 08:00", worker=2)
    merge(both)
    records = both.derive().records
    day = rules.day_number(MONDAY)
    merged, main = ((both.worker[n], both.place[1], day) for n in (2, 1))
    assert records[merged] is records[main]


# At the gate.


def _send(road: TapRoad, gate: Gate, *taps: tuple[str, str, int]) -> None:
    sent = [
        Sent(clock(time), DIRECTIONS.index(word), worker, 1, len(gate.known) + n)
        for n, (word, time, worker) in enumerate(taps, 1)
    ]
    gate.known += [(tap.worker, 1, tap.at) for tap in sent]
    road.send(gate, sent, AFTERWARDS)


def _told(gate: Gate) -> list[tuple[Any, ...]]:
    ids = list(gate.worker.values())
    return gate.sql(
        "select outcome, work_on - date '2026-11-16', days_this_month from tap where worker = any(%s)"
        " order by happened_at",
        ids,
    )


def test_taps_with_either_card_are_answered_for_the_person_and_counted_once(
    both: Gate, road: TapRoad
) -> None:
    merge(both)
    both.settle()
    _send(road, both, ("in", "08:00", 1))
    _send(road, both, ("out", "17:00", 2))
    _send(road, both, ("in", "+1 08:00", 2))
    _send(road, both, ("in", "+2 08:00", 1), ("out", "+2 17:00", 2))
    assert _told(both) == [(0, 0, 1), (0, 0, 1), (0, 1, 2), (0, 2, 3), (0, 2, 3)]
    assert both.days(1) == ["11-16 08:00-17:00", "11-17 08:00-?", "11-18 08:00-17:00"]
    assert both.derive().changed == frozenset()


def test_a_tap_that_arrives_while_two_ids_are_merged_is_found_afterwards(both: Gate, road: TapRoad) -> None:
    from_other_card = Sent(clock("08:00"), 0, 2, 1, 1)
    _hold_and(both, road, [from_other_card], lambda: merge(both))
    both.settle()
    assert (both.days(1), both.days(2)) == (["11-16 08:00-?"], [])


def test_a_tap_that_arrives_while_two_ids_are_separated_is_found_afterwards(
    both: Gate, road: TapRoad
) -> None:
    merge(both)
    both.settle()
    _hold_and(both, road, [Sent(clock("08:00"), 0, 2, 1, 1)], lambda: separate(both))
    both.settle()
    assert (both.days(1), both.days(2)) == ([], ["11-16 08:00-?"])


def test_two_cards_of_one_person_read_at_once_are_placed_one_after_the_other(
    both: Gate, road: TapRoad, shared_database: Databases
) -> None:
    merge(both)
    both.settle()
    evening, morning = Sent(clock("17:00"), 2, 1, 1, 1), Sent(clock("+1 08:00"), 2, 2, 1, 2)
    with tap_road(str(shared_database.reader)) as other:
        both.known = [(tap.worker, 1, tap.at) for tap in (evening, morning)]
        road.line.hold(COMMIT)
        road.meanwhile(
            contacts_of(both, [morning], AFTERWARDS), lambda: other.send(both, [evening], AFTERWARDS)
        )
    assert both.days(1) == ["11-16 17:00-08:00+1"]
    assert both.derive().changed == frozenset()


def _hold_and(gate: Gate, road: TapRoad, taps: list[Sent], do: Callable[[], None]) -> None:
    def and_settle() -> None:
        do()
        gate.settle()

    gate.known += [(tap.worker, 1, tap.at) for tap in taps]
    road.line.hold(COMMIT)
    road.meanwhile(contacts_of(gate, taps, AFTERWARDS), and_settle)


# Any taps and papers, given to two IDs that are merged, or to one worker who holds all cards.

minutes = st.builds(
    lambda hour, minute: 60 * hour + minute, st.integers(0, 60), st.sampled_from([0, 0, 1, 9, 11])
)
_tap = st.tuples(minutes, st.integers(0, 2), st.sampled_from([1, 2]))
_paper = st.tuples(st.sampled_from(["line", "link"]), st.sampled_from([1, 2]), st.integers(-1, 2))


def _furnished(line: psycopg.Connection, papers: Iterable[tuple[str, int, int]], is_one: bool) -> Gate:
    gate = Gate(line).furnish()
    gate.period()
    for tier in (0, 1, 2):
        gate.accept(tier)
    for paper, worker, ahead in papers:
        since = MONDAY + timedelta(days=ahead)
        getattr(gate, paper)(1 if is_one else worker, since=since, until=since + timedelta(days=1))
    return gate


def _times(gate: Gate) -> list[tuple[Any, ...]]:
    return gate.sql(
        "select work_on, state, reasons, evidence, first_in, last_in, last_out, last_tap_at, trade"
        " from work_record where worker = %s order by 1",
        gate.worker[1],
    )


@given(
    taps=st.lists(_tap, min_size=1, max_size=10),
    papers=st.lists(_paper, max_size=5, unique_by=lambda paper: (paper[0], paper[2])),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
def test_the_history_of_two_merged_ids_is_that_of_one_worker_with_both_cards(
    line: psycopg.Connection, taps: list[tuple[int, int, int]], papers: list[tuple[str, int, int]]
) -> None:
    one, two = (_furnished(line, papers, is_one) for is_one in (True, False))
    for minute, direction, worker in taps:
        at = datetime(2026, 11, 16, tzinfo=JST) + timedelta(minutes=minute)
        one.tap(at, direction)
        two.tap(at, direction, worker)
    for gate in (one, two):
        gate.settle()
        gate.derive()
    before = two.records()
    merge(two)
    two.settle()
    assert _times(two) == _times(one)
    separate(two)
    two.settle()
    assert two.records() == before
