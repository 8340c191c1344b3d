"""就業日の規則: which day a tap belongs to, and what a card is good for (DAY, D-10, D-13). No database."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.work_history import rules
from ccus.domain.work_history.folding import Entered, fold_days, fold_start, live_card
from ccus.domain.work_history.rules import CardFacts, DayTimes, Standing
from ccus.domain.work_history.terms import Direction, Evidence, Outcome, Reason, State
from tests.domain.work_history.gate import DIRECTIONS, clock, ms

MONDAY = rules.day_number(date(2026, 11, 16))
CARD = CardFacts(worker=1, issued_at=ms(clock("09:00")), expires_day=MONDAY + 2)


def entered(*times: str) -> list[Entered]:
    """`in 08:00`, `out +1 05:30` … as admitted taps."""
    split = [text.partition(" ") for text in times]
    return [
        Entered(ms(clock(time)), 1, bytes([n]), Direction(DIRECTIONS.index(word)), Evidence.CARD)
        for n, (word, _, time) in enumerate(split)
    ]


def told(days: dict[int, DayTimes]) -> list[str]:
    """Each day as `0 08:00-17:00`: days after Monday, first entry, last exit in hours of that day."""
    return [
        f"{day - MONDAY} {_time(t.first_in, day)}-{_time(t.last_out, day)}" for day, t in sorted(days.items())
    ]


def _time(at: int | None, day: int) -> str:
    minutes = -1 if at is None else (at - rules.start_of(day)) // 60_000
    return "?" if at is None else f"{minutes // 60:02d}:{minutes % 60:02d}"


@pytest.mark.parametrize(
    ("taps", "days"),
    [
        pytest.param("in 08:00, out 17:00", ["0 08:00-17:00"], id="a day"),
        pytest.param("in 21:00, out +1 06:00", ["0 21:00-30:00"], id="a night"),
        pytest.param("in 21:00, out +1 01:00, in +1 02:00, out +1 06:00", ["0 21:00-30:00"], id="a night with a break"),
        pytest.param("in 11:59, in +1 04:59", ["0 11:59-?", "1 04:59-?"], id="no night without an afternoon"),
        pytest.param("in 12:00, in +1 04:59", ["0 12:00-?"], id="04:59 belongs to the evening before"),
        pytest.param("in 12:00, in +1 05:00", ["0 12:00-?", "1 05:00-?"], id="05:00 is a new day"),
        pytest.param("in +1 02:00", ["1 02:00-?"], id="early without an evening before"),
        pytest.param("in 12:00, out +1 04:00", ["0 12:00-28:00"], id="an exit 16 hours after"),
        pytest.param("in 12:00, out +1 04:01", ["0 12:00-?", "1 ?-04:01"], id="an exit too late"),
        pytest.param("out 17:00", ["0 ?-17:00"], id="an exit alone"),
        pytest.param("in 08:00, out 12:00, out 17:00", ["0 08:00-17:00"], id="two exits"),
        pytest.param("in 08:00, in 08:10, out 17:00, out 17:10", ["0 08:00-17:00"], id="joined within 10 minutes"),
        pytest.param("in 08:00, out 17:00, out 17:11", ["0 08:00-17:11"], id="not joined after 11"),
        pytest.param("auto 08:00, auto 12:00, auto 17:00", ["0 08:00-17:00"], id="auto: seen last"),
        pytest.param("auto 08:00, auto 08:05", ["0 08:00-?"], id="auto: twice is once"),
        pytest.param("auto 20:00, auto +1 05:00, auto +1 20:00", ["0 20:00-29:00", "1 20:00-?"], id="auto: nights"),
    ],
)  # fmt: skip
def test_taps_fall_on_work_dates(taps: str, days: list[str]) -> None:
    assert told(fold_days(entered(*taps.split(", ")))) == days


taps = st.lists(st.tuples(st.integers(0, 96 * 6), st.sampled_from(list(Direction))), max_size=30)


@given(taps=taps, first=st.integers(0, 4))
def test_a_fold_may_begin_where_the_rule_says_so(taps: list[tuple[int, Direction]], first: int) -> None:
    at = sorted(ms(clock("00:00")) + ten * 600_000 for ten, _ in taps)
    whole = [
        Entered(t, 1, bytes([n]), d, Evidence.CARD)
        for n, (t, (_, d)) in enumerate(zip(at, taps, strict=True))
    ]
    begin = rules.start_of(MONDAY + first)
    for hours in (17, 40, 400):
        read = [tap for tap in whole if tap.ms >= begin - hours * rules.HOUR]
        start = fold_start(read, begin, begin - hours * rules.HOUR)
        if start is not None:
            later = {day: times for day, times in fold_days(whole).items() if day >= MONDAY + first}
            assert {d: t for d, t in fold_days(read, start).items() if d >= MONDAY + first} == later


@given(taps=taps, seed=st.randoms())
def test_the_order_of_arrival_does_not_matter(taps: list[tuple[int, Direction]], seed: random.Random) -> None:
    held = [Entered(ten * 600_000, 1, bytes([n]), d, Evidence.CARD) for n, (ten, d) in enumerate(taps)]
    shuffled = held[:]
    seed.shuffle(shuffled)
    assert fold_days(sorted(shuffled)) == fold_days(sorted(held))


@pytest.mark.parametrize(
    ("card", "at", "reason"),
    [
        (None, "08:00", Reason.CARD_UNKNOWN),
        (CARD, "09:00", None),
        (CARD, "00:00", None),
        (CARD, "-1 23:59", Reason.CARD_NOT_YET_ISSUED),
        (CARD, "+2 23:59", None),
        (CARD, "+3 00:00", Reason.CARD_EXPIRED),
    ],
)
def test_a_card_is_good_from_its_issue_to_the_end_of_its_last_day(
    card: CardFacts | None, at: str, reason: Reason | None
) -> None:
    assert rules.admit(card, ms(clock(at))) == reason


def test_a_lost_card_that_was_replaced_says_that_it_is_over_for_good() -> None:
    lost = ((ms(clock("08:00")), None),)
    card = CardFacts(1, 0, MONDAY + 9, losses=lost, revoked_at=ms(clock("10:00")))
    reasons = [rules.admit(card, ms(clock(at))) for at in ("09:59", "10:00")]
    assert reasons == [Reason.CARD_LOST, Reason.CARD_REVOKED]


def test_a_lost_card_opens_nothing_until_it_is_found() -> None:
    card = CardFacts(1, 0, MONDAY + 9, losses=((ms(clock("08:00")), ms(clock("10:00"))),))
    reasons = [rules.admit(card, ms(clock(at))) for at in ("07:59", "08:00", "09:59", "10:00")]
    assert reasons == [None, Reason.CARD_LOST, Reason.CARD_LOST, None]


def test_whoever_left_opens_nothing_until_the_return_and_each_time_anew() -> None:
    away = ((ms(clock("08:00")), ms(clock("10:00"))), (ms(clock("12:00")), None))
    card = CardFacts(1, 0, MONDAY + 9, away=away)
    reasons = [rules.admit(card, ms(clock(at))) for at in ("07:59", "08:00", "09:59", "10:00", "12:00")]
    assert reasons == [None, Reason.WORKER_WITHDRAWN, Reason.WORKER_WITHDRAWN, None, Reason.WORKER_WITHDRAWN]


def test_a_number_alone_means_the_newest_good_card() -> None:
    old = CardFacts(1, 0, MONDAY + 9)
    new = CardFacts(1, ms(clock("09:00")), MONDAY + 99)
    assert live_card([(1, old), (2, new)], ms(clock("10:00"))) is new
    assert live_card([(1, old), (2, new)], ms(clock("-1 10:00"))) is old
    assert live_card([], 0) is None


@pytest.mark.parametrize(
    ("standing", "state", "reasons"),
    [
        (Standing(in_period=False, line=1, is_linked=True), None, (Reason.OUTSIDE_PERIOD,)),
        (Standing(in_period=True), State.UNLINKED, (Reason.NOT_ON_ROSTER,)),
        (Standing(True, 1, holes=1, is_linked=True), State.UNLINKED, (Reason.CHAIN_HAS_HOLE,)),
        (Standing(True, 1, holes=2), State.UNLINKED, (Reason.CHAIN_HAS_HOLE, Reason.NOT_LINKED_TO_EMPLOYER)),
        (Standing(True, 1, is_linked=True), State.OFFICIAL, ()),
    ],
)
def test_a_day_is_official_when_everything_stands(
    standing: Standing, state: State | None, reasons: tuple[Reason, ...]
) -> None:
    assert rules.judge(standing) == (state, reasons)


@pytest.mark.parametrize(("on", "until"), [("2026-11-30", "2027-01-01"), ("2026-12-01", "2027-02-01")])
def test_the_deadline_is_the_end_of_the_month_after(on: str, until: str) -> None:
    day = rules.day_number(date.fromisoformat(on))
    assert rules.deadline(day) == ms(clock("00:00", until))


@pytest.mark.parametrize(
    ("offset", "contact", "moved", "reasons"),
    [
        (0, 999_999, 0, ()),
        (59_999, 0, 0, ()),
        (-60_000, 0, -60_000, (Reason.CLOCK_OFF,)),
        (None, 5_000, 0, (Reason.CLOCK_UNSURE,)),
        (None, 90_000, 90_000, (Reason.CLOCK_UNSURE, Reason.CLOCK_OFF)),
    ],
)
def test_a_clock_off_by_a_minute_is_put_right(
    offset: int | None, contact: int, moved: int, reasons: tuple[Reason, ...]
) -> None:
    assert rules.correct_clock(10**12, offset, contact) == (10**12 + moved, reasons)


def test_what_the_gate_shows_follows_the_state() -> None:
    assert rules.outcome_of(None, ()) == Outcome.NOT_RECORDED
    assert rules.outcome_of(State.OFFICIAL, ()) == Outcome.RECORDED
    assert rules.outcome_of(State.OFFICIAL, [Reason.EXIT_ONLY]) == Outcome.RECORDED_WITH_NOTICE
    assert rules.outcome_of(State.UNLINKED, ()) == Outcome.RECORDED_WITH_NOTICE
