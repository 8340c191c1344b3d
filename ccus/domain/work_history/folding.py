"""畳み込み: what the taps and facts of one worker at one place make of each day. Pure (REC-02).

`derivation` reads the facts and writes the outcome; the gate's fast road asks `extends` and `live_card`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ccus.domain.work_history import rules
from ccus.domain.work_history.claim_rules import NOTHING_CLAIMED, ClaimFacts, EntryFacts
from ccus.domain.work_history.claim_terms import ClaimState
from ccus.domain.work_history.rules import CardFacts, DayTimes, Folded, Standing
from ccus.domain.work_history.scripts import Rows
from ccus.domain.work_history.standing import Key
from ccus.domain.work_history.terms import Direction, Evidence, Reason, State
from ccus.foundation.identifiers import digits_of

CARD_DIGITS, NUMBER_DIGITS = 16, 14
MEMORY = 17 * rules.HOUR
"""After so long without a tap nothing of the past bears on the next: an exit looks 16 hours back, a night from 05:00
to the noon before."""

_NEAR = 8


class TapFact(NamedTuple):
    """事実としてのタップ: what the fold needs of one tap. Instants in ms."""

    ms: int
    direction: int
    card: str
    received: int
    enrolled: int
    is_owned: bool
    reader: int
    id: bytes
    worker: int
    is_linked: bool


class Arriving(NamedTuple):
    """届いたタップ: an admitted tap that is not stored yet, in the order of the tap road."""

    worker: int
    place: int
    ms: int
    direction: int
    evidence: Evidence
    reader: int
    id: bytes


class Entered(NamedTuple):
    """通ったタップ: a tap whose card was good and whose clock was possible, in the order of the fold (DAY-02).

    `mark` is the place of an arriving tap among those that arrive, -1 for a stored one.
    """

    ms: int
    reader: int
    id: bytes
    direction: Direction
    evidence: Evidence
    mark: int = -1


class Record(NamedTuple):
    """就業履歴の一行: one work record as derived. Instants in ms, day as a day number."""

    worker: int
    place: int
    day: int
    state: State
    reasons: tuple[Reason, ...]
    evidence: Evidence
    first_in: int | None
    last_in: int | None
    last_out: int | None
    last_tap: int
    trade: int | None
    position: int | None
    line: int | None
    member: int | None
    entry: int | None
    correction: int | None


Spans = tuple[tuple[int, int | None], ...]


class Cards(NamedTuple):
    """カードの一式: a worker's cards by token, all of them by serial, and the spans in which the worker had left."""

    by_token: dict[str, CardFacts]
    by_serial: list[tuple[int, CardFacts]]
    away: Spans


class Window(NamedTuple):
    """読む範囲: days `first` to `last` of one worker at one place."""

    worker: int
    place: int
    first: int
    last: int


def held_cards(rows: Rows) -> dict[int, Cards]:
    """カードの一式 of each worker, out of `facts_sql.CARDS`."""
    held: dict[int, Cards] = {}
    for worker, token, serial, issued, expires, revoked, left, returned, lost, found in rows:
        away = _spans(left, returned)
        cards = held.setdefault(worker, Cards({}, [], away))
        if token is None:
            continue
        card = CardFacts(worker, issued, expires, _spans(lost, found), revoked, away)
        cards.by_token[token] = card
        cards.by_serial.append((serial, card))
    return held


def _spans(since: list[int] | None, until: list[int | None] | None) -> Spans:
    return tuple(zip(since, until, strict=True)) if since and until else ()


def live_card(cards: Sequence[tuple[int, CardFacts]], ms: int) -> CardFacts | None:
    """番号だけの読み取り: the card that 14 digits alone mean: the newest good at `ms`, else the newest (TAP-05)."""
    newest = max(cards, default=None, key=lambda card: (rules.admit(card[1], ms) is None, card[0]))
    return newest[1] if newest is not None else None


def card_key(card: str) -> str:
    """カードの読み: the 16 digits of a card or the 14 of a worker; "" for anything else (TAP-05).

    >>> card_key("１２３４-5678-9012-34 01")
    '1234567890123401'
    """
    if not (card.isascii() and card.isdigit()):
        card = digits_of(card)
    return card if len(card) in {CARD_DIGITS, NUMBER_DIGITS} and card.isascii() and card.isdigit() else ""


def admitted(taps: Iterable[TapFact], held: Mapping[int, Cards]) -> list[Entered]:
    """通ったタップ: those that count, in their order, by the card's facts on the day and the reader's clock (D-13).

    Each is judged by the cards of the worker under whom it came, whoever else that person is (SAME-07).
    """
    entered = []
    for tap in taps:
        if not rules.is_clock_possible(tap.ms, tap.received, tap.enrolled):
            continue
        key = card_key(tap.card)
        cards = held[tap.worker]
        card = cards.by_token.get(key)
        evidence = Evidence.LINKED_SYSTEM if tap.is_linked else Evidence.CARD
        if card is None:
            evidence = Evidence.CARD_NUMBER_ONLY
            is_number = len(key) == NUMBER_DIGITS and not tap.is_owned
            card = live_card(cards.by_serial, tap.ms) if is_number else _named_by_office(cards, tap.worker)
        if rules.admit(card, tap.ms) is None:
            entered.append(Entered(tap.ms, tap.reader, tap.id, Direction(tap.direction), evidence))
    return entered


def _named_by_office(cards: Cards, worker: int) -> CardFacts:
    # The office found the owner of a card that the register does not hold: only a withdrawal stands against it.
    return CardFacts(worker=worker, issued_at=0, expires_day=2**31, away=cards.away)


def fold_start(entered: Sequence[Entered], first_ms: int, read_from: int | None) -> int | None:
    """畳み込みの始まり: where to begin so that every tap from `first_ms` on falls where all taps would put it.

    A tap after 17 quiet hours owes nothing to the past, nor does an entry by day that repeats nothing (DAY-07).
    `read_from` is where reading began, None for the beginning of time. None: more of the past must be read.
    """
    index = bisect_left(entered, first_ms, key=lambda tap: tap.ms)
    while index < len(entered):
        tap = entered[index]
        before = entered[index - 1].ms if index else read_from
        if before is None or tap.ms - before > MEMORY:
            return index
        is_day_entry = tap.direction == Direction.IN and rules.time_of_day(tap.ms) >= rules.NIGHT_ENDS
        if is_day_entry and tap.ms - before > rules.REPEAT:
            return index
        if index == 0:
            return None
        index -= 1
    return index


def fold_days(
    entered: Sequence[Entered], start: int = 0, placed: dict[int, Folded] | None = None
) -> dict[int, DayTimes]:
    """日ごとの時刻: the days that the taps from index `start` on make; `placed` learns where arriving taps fell."""
    days: dict[int, DayTimes] = {}
    for tap in entered[start:]:
        folded = rules.fold(days, tap.ms, tap.direction, tap.evidence)
        if placed is not None and tap.mark >= 0:
            placed[tap.mark] = folded
    return days


def _verdict(
    times: DayTimes | None, standing_: Standing, claimed: ClaimFacts
) -> tuple[State | None, tuple[Reason, ...]]:
    """Taps come first: an entry matters where they are missing or do not suffice (REC-09)."""
    entry = claimed.entry
    if entry is None:
        return rules.judge(standing_) if times is not None else (None, ())
    if claimed.is_own_site:
        return entry.verdict
    state, reasons = rules.judge(standing_)
    if state is None:
        return None, reasons
    if times is None:
        return entry.verdict
    is_mended = state == State.UNLINKED and entry.state is ClaimState.APPROVED
    return (State.OFFICIAL, ()) if is_mended else (state, reasons)


def _entry_times(entry: EntryFacts | None) -> DayTimes:
    """Nobody saw when: a day that was only entered has no times of taps, and its evidence is the entry's."""
    return DayTimes() if entry is None else DayTimes(last_tap=entry.recorded, evidence=entry.evidence)


def make_record(
    key: Key, times: DayTimes | None, standing_: Standing, claimed: ClaimFacts = NOTHING_CLAIMED
) -> Record | None:
    """一日の就業履歴: what a day's taps, its claims and what stood for it make; None where no record is due (D-13).

    What was done that day is what a correction says, else the roster line, else the entry (REC-07, REC-10).
    """
    entry, correction = claimed.entry, claimed.correction
    state, reasons = _verdict(times, standing_, claimed)
    if state is None:
        return None
    if times is not None:
        reasons = rules.record_reasons(reasons, times)
    seen = times or _entry_times(entry)
    told = correction or (entry if entry is not None and standing_.line is None else standing_)
    return Record(
        *key,
        state,
        reasons,
        seen.evidence,
        seen.first_in,
        seen.last_in,
        seen.last_out,
        seen.last_tap,
        told.trade,
        told.position,
        standing_.line,
        standing_.member,
        None if entry is None else entry.claim,
        None if correction is None else correction.claim,
    )


def make_records(
    days: Mapping[Key, DayTimes], standings: Mapping[Key, Standing], claims: Mapping[Key, ClaimFacts]
) -> dict[Key, Record]:
    """就業履歴を作る: the records of all days that have one; the same facts give the same records (REC-02)."""
    made = (
        (key, make_record(key, days.get(key), stood, claims.get(key, NOTHING_CLAIMED)))
        for key, stood in standings.items()
    )
    return {key: record for key, record in made if record is not None}


def extends(
    days: Mapping[int, DayTimes],
    ms: int,
    direction: Direction,
    *,
    latest: int | None,
    in_period_today: bool,
    in_period_yesterday: bool,
) -> bool:
    """速い道: whether the records at hand (`days`) are all that bears on an admitted tap (TAP-10).

    `latest` is the worker's latest tap before this one, anywhere. Days outside the accumulation period leave no
    record, so where one could bear on the tap, the facts themselves must be read.
    """
    if not in_period_today or (latest is not None and ms <= latest):
        return False
    if in_period_yesterday:
        return True
    here = days.get(rules.day_of(ms))
    if here is not None and here.last_in is not None:
        return direction == Direction.IN or ms - here.last_in > rules.REPEAT
    time = rules.time_of_day(ms)
    return time >= (rules.NIGHT_ENDS if direction == Direction.IN else rules.LONGEST_SHIFT)


def windows_of(keys: Sequence[Key]) -> list[Window]:
    """The windows that hold sorted keys; days near each other share one."""
    windows: list[Window] = []
    for worker, place, day in keys:
        last = windows[-1] if windows else None
        if last is not None and (last.worker, last.place) == (worker, place) and day - last.last <= _NEAR:
            windows[-1] = last._replace(last=day)
        else:
            windows.append(Window(worker, place, day, day))
    return windows
