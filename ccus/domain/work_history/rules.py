"""就業履歴の規則: pure functions that turn taps and facts into work dates, states and reasons.

Units: instants are whole milliseconds since 1970-01-01T00:00Z (`ms`), days are whole days since 1970-01-01 in
Asia/Tokyo (`day`). Japan has had no daylight saving time since 1951, so both are plain integer arithmetic, and one
tap costs no date object. Rules: `docs/rules/work-history.md`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccus.domain.work_history.terms import Direction, Evidence, Outcome, Reason, State

HOUR = 3_600_000
DAY = 24 * HOUR
TOKYO = 9 * HOUR
LONGEST_SHIFT = 16 * HOUR
REPEAT = 10 * 60_000
NIGHT_ENDS = 5 * HOUR
NIGHT_BEGINS = 12 * HOUR
CLOCK_TOLERANCE = 60_000
CLOCK_AHEAD = 10 * 60_000

_EPOCH = date(1970, 1, 1).toordinal()


def day_of(ms: int) -> int:
    """就業日の暦日: the calendar day of an instant in Asia/Tokyo (DAY-01)."""
    return (ms + TOKYO) // DAY


def time_of_day(ms: int) -> int:
    """Milliseconds since midnight in Asia/Tokyo."""
    return (ms + TOKYO) % DAY


def start_of(day: int) -> int:
    """The first instant of a day, in ms."""
    return day * DAY - TOKYO


def day_number(on: date) -> int:
    """A date as a day number."""
    return on.toordinal() - _EPOCH


def date_of(day: int) -> date:
    """A day number as a date."""
    return date.fromordinal(day + _EPOCH)


def month_start(day: int) -> int:
    """The first day of a day's month."""
    on = date_of(day)
    return day - on.day + 1


def deadline(day: int) -> int:
    """期限: facts recorded before this instant (ms) support the day: the end of the month after it (D-14)."""
    on = date_of(day)
    months = on.year * 12 + on.month - 1 + 2
    return start_of(day_number(date(months // 12, months % 12 + 1, 1)))


@dataclass(slots=True)
class DayTimes:
    """一日の時刻: what the taps of one worker at one place make of one work date. All instants in ms or None."""

    first_in: int | None = None
    last_in: int | None = None
    last_out: int | None = None
    last_tap: int = 0
    evidence: Evidence = Evidence.CARD_NUMBER_ONLY


@dataclass(slots=True)
class Folded:
    """まとめた結果: the work date a tap belongs to, the direction it counted as, and whether it changed nothing."""

    day: int
    direction: Direction
    is_repeat: bool


def fold(
    days: dict[int, DayTimes], ms: int, direction: Direction, evidence: Evidence = Evidence.CARD
) -> Folded:
    """入退場の組み合わせ: fold the next tap into the days of one worker at one place (DAY-02 to DAY-06).

    Taps come in order of (happened_at, reader, id). `days` holds at least the days from two days before the tap and
    is changed in place. An exit belongs to the last entry within 16 hours, an entry before 05:00 to the previous
    day if that has an entry at or after noon, `auto` is an entry if nobody entered there within 16 hours.
    """
    today = day_of(ms)
    here, before = days.get(today), days.get(today - 1)
    entered, entry_day = _latest_entry(here, before, today)
    if entered is not None and ms - entered > LONGEST_SHIFT:
        entered = None
    is_repeat_in = entered is not None and ms - entered <= REPEAT
    exit_day = today if entered is None else entry_day
    exited, exited_day = _latest_exit(here, before, today)
    is_repeat_out = exited is not None and ms - exited <= REPEAT
    if direction == Direction.AUTO:
        if is_repeat_in or is_repeat_out:
            counted = Direction.IN if is_repeat_in else Direction.OUT
            return _repeat(days, entry_day if is_repeat_in else exited_day, ms, counted, evidence)
        direction = Direction.IN if entered is None else Direction.OUT
    if direction == Direction.IN:
        if is_repeat_in:
            return _repeat(days, entry_day, ms, direction, evidence)
        return _enter(days, _entry_day(before, today, ms), ms, evidence)
    if is_repeat_out:
        return _repeat(days, exited_day, ms, direction, evidence)
    return _leave(days, exit_day, ms, evidence)


def _latest_entry(here: DayTimes | None, before: DayTimes | None, today: int) -> tuple[int | None, int]:
    if here is not None and here.last_in is not None:
        return here.last_in, today
    if before is not None and before.last_in is not None:
        return before.last_in, today - 1
    return None, today


def _latest_exit(here: DayTimes | None, before: DayTimes | None, today: int) -> tuple[int | None, int]:
    a = here.last_out if here is not None else None
    b = before.last_out if before is not None else None
    if a is not None and (b is None or a >= b):
        return a, today
    return b, today - 1


def _entry_day(before: DayTimes | None, today: int, ms: int) -> int:
    if time_of_day(ms) >= NIGHT_ENDS or before is None or before.last_in is None:
        return today
    return today - 1 if before.last_in >= start_of(today - 1) + NIGHT_BEGINS else today


def _touch(days: dict[int, DayTimes], day: int, ms: int, evidence: Evidence) -> DayTimes:
    times = days.get(day)
    if times is None:
        times = days[day] = DayTimes()
    times.last_tap = max(times.last_tap, ms)
    times.evidence = min(times.evidence, evidence)
    return times


def _repeat(days: dict[int, DayTimes], day: int, ms: int, direction: Direction, evidence: Evidence) -> Folded:
    _touch(days, day, ms, evidence)
    return Folded(day, direction, True)


def _enter(days: dict[int, DayTimes], day: int, ms: int, evidence: Evidence) -> Folded:
    times = _touch(days, day, ms, evidence)
    if times.first_in is None:
        times.first_in = ms
    times.last_in = ms
    return Folded(day, Direction.IN, False)


def _leave(days: dict[int, DayTimes], day: int, ms: int, evidence: Evidence) -> Folded:
    _touch(days, day, ms, evidence).last_out = ms
    return Folded(day, Direction.OUT, False)


class CardFacts(NamedTuple):
    """カードの事実: one card and its worker. Instants in ms; `expires_day` is the last day the card is good.

    `losses` and `away` are spans, open while the second is None: the card was lost, the worker had left (退会).
    """

    worker: int
    issued_at: int
    expires_day: int
    losses: tuple[tuple[int, int | None], ...] = ()
    revoked_at: int | None = None
    away: tuple[tuple[int, int | None], ...] = ()
    evidence: Evidence = Evidence.CARD
    name_kana: str = ""


def admit(card: CardFacts | None, ms: int) -> Reason | None:
    """カードの判定: why a card read at `ms` makes no record, or None (D-13, CARD-08, CARD-09, LEAVE-05)."""
    if card is None:
        return Reason.CARD_UNKNOWN
    if card.away and _is_within(card.away, ms):
        return Reason.WORKER_WITHDRAWN
    if card.revoked_at is not None and ms >= card.revoked_at:
        return Reason.CARD_REVOKED  # first: a lost card that was replaced is for good, found or not
    if card.losses and _is_within(card.losses, ms):
        return Reason.CARD_LOST
    if day_of(ms) > card.expires_day:
        return Reason.CARD_EXPIRED
    if day_of(ms) < day_of(card.issued_at):
        return Reason.CARD_NOT_YET_ISSUED
    return None


def _is_within(spans: Iterable[tuple[int, int | None]], ms: int) -> bool:
    return any(since <= ms and (until is None or ms < until) for since, until in spans)


class Standing(NamedTuple):
    """その日の裏づけ: what stood for one worker at one place on one day, out of `standing.SQL`.

    `holes` counts firms between prime and employer that had not accepted; None members mean no roster line.
    """

    in_period: bool
    line: int | None = None
    member: int | None = None
    trade: int | None = None
    position: int | None = None
    holes: int = 0
    is_linked: bool = False


def judge(standing: Standing) -> tuple[State | None, tuple[Reason, ...]]:
    """就業日の判定: the state of a day with its reasons; no state means no record (D-12, D-13, D-25)."""
    if not standing.in_period:
        return None, (Reason.OUTSIDE_PERIOD,)
    if standing.line is None:
        return State.UNLINKED, (Reason.NOT_ON_ROSTER,)
    reasons: tuple[Reason, ...] = ()
    if standing.holes:
        reasons += (Reason.CHAIN_HAS_HOLE,)
    if not standing.is_linked:
        reasons += (Reason.NOT_LINKED_TO_EMPLOYER,)
    return (State.UNLINKED if reasons else State.OFFICIAL), reasons


def record_reasons(reasons: tuple[Reason, ...], times: DayTimes) -> tuple[Reason, ...]:
    """The reasons a record keeps: those of its state, and that nobody saw the worker enter (DAY-05)."""
    return reasons if times.first_in is not None else (*reasons, Reason.EXIT_ONLY)


def outcome_of(state: State | None, reasons: Iterable[Reason]) -> Outcome:
    """画面の結果: what the gate shows for a tap that was admitted."""
    if state is None:
        return Outcome.NOT_RECORDED
    if state == State.OFFICIAL and Reason.EXIT_ONLY not in reasons:
        return Outcome.RECORDED
    return Outcome.RECORDED_WITH_NOTICE


def correct_clock(at: int, offset: int | None, contact_offset: int) -> tuple[int, tuple[Reason, ...]]:
    """時刻の補正: when a tap happened, by the offset measured at the reading, else at this contact (TAP-08)."""
    used = contact_offset if offset is None else offset
    reasons: tuple[Reason, ...] = () if offset is not None else (Reason.CLOCK_UNSURE,)
    if abs(used) < CLOCK_TOLERANCE:
        return at, reasons
    return at + used, (*reasons, Reason.CLOCK_OFF)


def is_clock_possible(happened: int, received: int, enrolled: int) -> bool:
    """時刻のありえる範囲: not over ten minutes after receipt, not before the reader was enrolled (TAP-09)."""
    return enrolled <= happened <= received + CLOCK_AHEAD
