"""導出: what all the facts of a day make of it, whenever they come (REC, D-12, D-13, D-26)."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from ccus.domain.work_history import aliases, derivation, facts_sql, rules, standing
from ccus.domain.work_history.scripts import Script
from ccus.domain.work_history.terms import Evidence, Reason, State
from tests.domain.work_history.gate import LONG_AGO, UNKNOWN_CARD, Gate, clock, ms

MONDAY = date(2026, 11, 16)
DEADLINE = clock("00:00", "2027-01-01")
UNLINKED, OFFICIAL = State.UNLINKED, State.OFFICIAL


@pytest.mark.parametrize(
    ("taps", "days"),
    [
        (["in 08:00", "out 17:00"], ["11-16 08:00-17:00"]),
        (["in 20:00", "out +1 05:30"], ["11-16 20:00-05:30+1"]),
        (["out 17:00"], ["11-16 ?-17:00"]),
        (["auto 08:00", "auto 17:00", "auto +1 08:00"], ["11-16 08:00-17:00", "11-17 08:00-?"]),
    ],
)
def test_the_taps_make_the_days(gate: Gate, taps: list[str], days: list[str]) -> None:
    gate.taps(*taps)
    gate.derive()
    assert gate.days() == days


def test_a_day_of_an_auto_reader_is_told_by_all_the_days_before_it(gate: Gate) -> None:
    gate.taps(*[f"auto {n} {hour}" for n in range(30) for hour in ("08:00", "17:00")])
    day = rules.day_number(MONDAY) + 29
    gate.one(derivation.derive([(gate.worker[1], gate.place[1], day)]))
    assert gate.days() == ["12-15 08:00-17:00"]


def test_a_day_heals_step_by_step_as_the_papers_come(bare_gate: Gate) -> None:
    seen = []
    bare_gate.taps("in 08:00")
    acceptances = [partial(bare_gate.accept, tier) for tier in (0, 1, 2)]
    papers: list[Callable[[], object]] = [bare_gate.period, bare_gate.line, bare_gate.link, *acceptances]
    for paper in papers:
        paper()
        bare_gate.settle()
        seen += bare_gate.states()
    hole, alone = Reason.CHAIN_HAS_HOLE, Reason.NOT_LINKED_TO_EMPLOYER
    first = [(UNLINKED, [Reason.NOT_ON_ROSTER]), (UNLINKED, [hole, alone])]
    assert seen == [*first, *[(UNLINKED, [hole])] * 3, (OFFICIAL, [])]


def test_without_a_roster_line_neither_trade_nor_position_is_stored(bare_gate: Gate) -> None:
    bare_gate.period()
    bare_gate.taps("in 08:00")
    bare_gate.derive()
    assert bare_gate.records("trade, position") == [(None, None)]
    bare_gate.line()
    bare_gate.settle()
    assert bare_gate.records("trade, position") == [(1001, 1)]


@pytest.mark.parametrize(
    ("late", "state"), [(timedelta(seconds=-1), OFFICIAL), (timedelta(seconds=1), UNLINKED)]
)
def test_papers_count_until_the_deadline(bare_gate: Gate, late: timedelta, state: State) -> None:
    bare_gate.period()
    for tier in (0, 1, 2):
        bare_gate.accept(tier)
    bare_gate.link()
    bare_gate.line(recorded=DEADLINE + late)
    bare_gate.taps("in 08:00")
    bare_gate.derive()
    assert [seen for seen, _ in bare_gate.states()] == [state]


def test_a_period_extended_backwards_counts_whenever_it_came(bare_gate: Gate) -> None:
    bare_gate.taps("in 08:00")
    assert bare_gate.derive().records == {}
    bare_gate.period(recorded=DEADLINE + timedelta(days=99))
    bare_gate.settle()
    assert len(bare_gate.states()) == 1


def test_a_shortened_period_takes_its_days_away(gate: Gate) -> None:
    gate.taps("in 08:00")
    gate.settle()
    gate.change_period(until=MONDAY)
    gate.settle()
    assert gate.states() == []


def test_deriving_twice_changes_nothing_and_writes_no_row(gate: Gate) -> None:
    gate.taps("in 08:00", "out 17:00", "in +1 08:00")
    assert len(gate.derive().changed) == 2
    before = gate.records("ctid")
    assert gate.derive().changed == frozenset()
    assert gate.records("ctid") == before


def test_deriving_alone_makes_the_same_as_deriving_among_others(gate: Gate) -> None:
    gate.taps("in 08:00", "out 17:00", "in +1 08:00")
    gate.derive(alone=True)
    assert gate.derive().changed == frozenset()


def test_a_tap_with_a_corrected_clock_counts_when_it_happened_whatever_its_raw_time(gate: Gate) -> None:
    gate.tap(clock("08:00"), raw=clock("08:00", "2000-01-01"), received=clock("09:00"))
    gate.settle()
    assert gate.days() == ["11-16 08:00-?"]


@pytest.mark.parametrize("received", [clock("07:49"), clock("07:50")], ids=["impossible", "just possible"])
def test_a_tap_from_the_future_makes_no_day(gate: Gate, received: object) -> None:
    gate.tap(clock("08:00"), received=received)  # type: ignore[arg-type]
    gate.derive()
    assert gate.days() == ([] if received == clock("07:49") else ["11-16 08:00-?"])


def test_a_number_typed_with_hyphens_counts_as_weaker_evidence(gate: Gate) -> None:
    number = f"{int(gate.number()):014d}"
    gate.tap(clock("08:00"), card=f"{number[:4]}-{number[4:8]}-{number[8:]}")
    gate.derive()
    assert gate.records("evidence") == [(Evidence.CARD_NUMBER_ONLY,)]


def test_the_day_of_an_unknown_card_appears_when_its_owner_is_named(gate: Gate) -> None:
    at = clock("08:00")
    tap = gate.tap(at, card=UNKNOWN_CARD)
    assert gate.derive().records == {}
    gate.sql(
        "insert into tap_owner (reader, id, at, worker_id, recorded_at, recorded_by) values (%s, %s, %s, %s, %s, '')",
        gate.reader[1], tap, at, gate.worker[1], at,
    )  # fmt: skip
    assert len(gate.derive().records) == 1


def test_as_known_on_a_day_answers_and_writes_nothing(gate: Gate) -> None:
    gate.taps("in 08:00")
    gate.tap(clock("17:00"), 1, received=clock("+3 09:00"))
    (record,) = gate.derive(known_at=clock("+1 00:00")).records.values()
    assert (record.last_in, record.last_out) == (ms(clock("08:00")), None)
    assert gate.records() == []


def test_as_known_before_a_paper_came_the_day_waits(bare_gate: Gate) -> None:
    bare_gate.complete()
    bare_gate.sql("update roster_line set superseded_at = %s", clock("+1 12:00"))
    bare_gate.taps("in 08:00")
    states = [
        {record.state for record in bare_gate.derive(known_at=known).records.values()}
        for known in (LONG_AGO - timedelta(days=1), clock("+1 00:00"), clock("+2 00:00"))
    ]
    assert states == [set(), {OFFICIAL}, {UNLINKED}]


def test_the_number_of_statements_does_not_grow_with_the_keys(gate: Gate) -> None:
    gate.taps(
        *[f"{word} {n} {hour}" for n in range(40) for word, hour in (("in", "08:00"), ("out", "17:00"))]
    )
    counts = {len(_statements(gate, keys)) for keys in (gate.keys()[:3], gate.keys())}
    assert len(counts) == 1


def _statements(gate: Gate, keys: list[tuple[int, int, int]]) -> list[str]:
    said = []

    def heard() -> Script[None]:
        script, rows = derivation.derive(keys), None
        try:
            while True:
                asked = script.send(rows)  # type: ignore[arg-type]
                said.append(asked[0])
                rows = yield asked
        except StopIteration:
            pass

    gate.one(heard())
    return said


def test_a_lock_leaves_no_seat_behind(gate: Gate) -> None:
    gate.one(derivation.derive([(gate.worker[1], gate.place[1], 20_000)]))
    assert gate.records() == []
    assert facts_sql.LOCK_ROWS.count("where false") == 1


def test_every_table_of_facts_that_derivation_reads_is_named(gate: Gate) -> None:
    known = {
        name for (name,) in gate.sql("select tablename::text from pg_tables where schemaname = 'public'")
    }
    assert set(derivation.FACT_MODELS) <= known
    text = f"{facts_sql.TAPS}\n{facts_sql.CARDS}\n{facts_sql.CLAIMS}\n{standing.SQL}\n{aliases.SQL}"
    read = {word for word in text.replace("(", " ").split() if word in known}
    assert read - {"tap", "reader", "site"} == set(derivation.FACT_MODELS)
