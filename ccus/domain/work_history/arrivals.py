"""到着: what one batch of requests brought, and the pure steps that fold and judge it (TAP-01 to TAP-13).

No database here: `intake` reads, calls these steps in order, and writes. Instants are ms, days day numbers (`rules`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from ccus.domain.work_history import rules
from ccus.domain.work_history.folding import Record, extends, live_card
from ccus.domain.work_history.rules import CardFacts, DayTimes, Folded
from ccus.domain.work_history.terms import Direction, Evidence, Outcome, Reason, Shown, State

CARD_DIGITS, NUMBER_DIGITS = 16, 14
Key = tuple[int, int, int]
"""(worker, place, day)."""
Verdict = tuple[State | None, tuple[Reason, ...]]


class ReaderFacts(NamedTuple):
    """カードリーダーの事実: instants in ms; `is_linked`: a certified system, not a reader of ours (SITE-31)."""

    id: int
    place: int
    enrolled_at: int
    revoked_at: int | None
    is_linked: bool = False

    def is_revoked(self, at: int) -> bool:
        """Whether its token opens nothing any more at `at`."""
        return self.revoked_at is not None and self.revoked_at <= at


class Unreadable(NamedTuple):
    """読めない項目: an item that is no tap, as it came, and why it is none (TAP-06)."""

    body: bytes
    why: str


class Reading(msgspec.Struct, eq=False, gc=False):
    """読み取り: one tap of a request, and, once judged, its answer. `id` is the UUID's 16 bytes."""

    id: bytes
    seq: int
    card: str
    key: str
    at: int
    offset: int | None
    direction: Direction
    shown: Shown
    reader: int = 0
    place: int = 0
    received: int = 0
    happened: int = 0
    reasons: tuple[Reason, ...] = ()
    worker: int | None = None
    name: str | None = None
    evidence: Evidence = Evidence.CARD
    outcome: Outcome | None = None
    day: int | None = None
    counted: Direction | None = None
    days_this_month: int | None = None
    is_exit_only: bool = False

    def forget(self) -> None:
        """Undo what an attempt that was not committed made of it."""
        self.reasons, self.evidence, self.is_exit_only = (), Evidence.CARD, False
        self.worker = self.name = self.outcome = self.day = self.counted = self.days_this_month = None

    def repeat(self, first: "Reading") -> None:
        """Take the answer of the same tap, which came before in the same batch (TAP-03)."""
        self.outcome, self.reasons, self.name = first.outcome, first.reasons, first.name
        self.day, self.counted, self.days_this_month = first.day, first.counted, first.days_this_month


@dataclass(slots=True, eq=False)
class Contact:
    """受信: one request of one reader. `offset` is server clock minus the reader's, measured by this request (ms)."""

    token: bytes
    received: int
    offset: int
    readings: list[Reading] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    reader: ReaderFacts | None = None

    @property
    def size(self) -> int:
        """How many items it brings, taps or not."""
        return len(self.readings) + len(self.unreadable)


class Pair:
    """組: the taps of one worker at one place in this batch, and the days they change.

    `is_claimed`: somebody entered or changed one of the days at hand, which only the derivation can weigh (REC-09).
    `person`: the ID under which the worker's days stand (SAME-06).
    """

    __slots__ = (
        "days",
        "is_claimed",
        "is_slow",
        "person",
        "place",
        "readings",
        "records",
        "touched",
        "worker",
    )

    def __init__(self, worker: int, place: int) -> None:
        self.worker = self.person = worker
        self.place = place
        self.readings: list[Reading] = []
        self.days: dict[int, DayTimes] = {}
        self.touched: set[int] = set()
        self.is_slow = self.is_claimed = False
        self.records: Mapping[Key, Record] = {}

    def day_keys(self) -> list[Key]:
        """The days that the taps change, as keys."""
        return [(self.worker, self.place, day) for day in self.touched]

    def verdict(self, day: int, verdicts: Mapping[Key, Verdict]) -> Verdict:
        """The state of a day with its reasons, by whichever road it went."""
        if not self.is_slow:
            return verdicts[self.worker, self.place, day]
        record = self.records.get((self.person, self.place, day))
        return (None, (Reason.OUTSIDE_PERIOD,)) if record is None else (record.state, record.reasons)


Sent = tuple[Contact, Reading]
Twins = list[tuple[Reading, Reading]]


def without_twins(contacts: Iterable[Contact]) -> tuple[list[Sent], Twins]:
    """The readings without those that came twice in this batch, and these with the first of them (TAP-03)."""
    seen: dict[tuple[bytes, bytes], Reading] = {}
    sent: list[Sent] = []
    twins: Twins = []
    for contact in contacts:
        for reading in contact.readings:
            first = seen.setdefault((contact.token, reading.id), reading)
            if first is reading:
                sent.append((contact, reading))
            else:
                twins.append((reading, first))
    return sent, twins


def admit(sent: Iterable[Sent], cards: Mapping[str, Sequence[CardFacts]]) -> list[Reading]:
    """受け付ける: clock and card decide which new taps count; the others get their answer at once (D-13).

    Every reading learns where and when it happened and whose it is. Returns those of readers in use that are not held
    yet, in the order of the fold: (happened_at, reader, id) (DAY-02).
    """
    fresh = []
    for contact, reading in sent:
        reader = contact.reader
        if reader is None or reading.outcome is not None:
            continue
        fresh.append(reading)
        received = contact.received
        reading.reader, reading.place, reading.received = reader.id, reader.place, received
        happened, reasons = rules.correct_clock(reading.at, reading.offset, contact.offset)
        reading.happened = happened
        card = _choose_card(cards, reading)
        if reader.is_linked:
            reading.evidence = max(reading.evidence, Evidence.LINKED_SYSTEM)
        if card is not None:
            reading.worker, reading.name = card.worker, card.name_kana
        if rules.is_clock_possible(happened, received, reader.enrolled_at):
            refusal = rules.admit(card, happened)
        else:
            refusal = Reason.CLOCK_IMPOSSIBLE
        if refusal is not None:
            reading.outcome, reasons = Outcome.NOT_RECORDED, (*reasons, refusal)
        reading.reasons = reasons
    fresh.sort(key=_order)
    return fresh


def _choose_card(cards: Mapping[str, Sequence[CardFacts]], reading: Reading) -> CardFacts | None:
    """The card that was read; for 14 digits alone the worker's live card, as weaker evidence (D-04)."""
    found = cards.get(reading.key)
    if not found:
        return None
    if len(reading.key) == CARD_DIGITS:
        return found[0]
    reading.evidence = Evidence.CARD_NUMBER_ONLY
    return live_card(list(enumerate(found)), reading.happened)


def _order(reading: Reading) -> tuple[int, int, bytes]:
    return reading.happened, reading.reader, reading.id


def latest_of_workers(ordered: Iterable[Reading]) -> list[Reading]:
    """在場: the last tap of each known worker whose clock is possible, by worker (TAP-11)."""
    latest = {
        reading.worker: reading
        for reading in ordered
        if reading.worker is not None and reading.reasons[-1:] != (Reason.CLOCK_IMPOSSIBLE,)
    }
    return [latest[worker] for worker in sorted(latest)]


def pairs_of(ordered: Iterable[Reading]) -> dict[tuple[int, int], Pair]:
    """The (worker, place) pairs of admitted taps, each with its taps in order."""
    pairs: dict[tuple[int, int], Pair] = {}
    for reading in ordered:
        worker, place = reading.worker, reading.place
        if reading.outcome is not None or worker is None:
            continue
        pair = pairs.get((worker, place))
        if pair is None:
            pair = pairs[worker, place] = Pair(worker, place)
        pair.readings.append(reading)
    return pairs


@dataclass(frozen=True, slots=True)
class Surroundings:
    """周り: what else bears on a batch: the workers' taps before it, periods, pending derivations, closed months.

    `before` has each worker's latest tap before the batch (None: the first ever); a worker who was already seen later
    than this batch is missing. `closed_until` is the first day after the last closed month.
    """

    before: Mapping[int, int | None]
    periods: Mapping[int, Sequence[tuple[int, int | None]]]
    pending: Sequence[Sequence[Any]]
    closed_until: int

    def covers(self, place: int, day: int) -> bool:
        """Whether the place's accumulation period holds the day."""
        periods = self.periods.get(place, ())
        return any(since <= day and (until is None or day < until) for since, until in periods)

    def is_pending(self, pair: Pair) -> bool:
        """Whether a derivation that touches the pair's days is still to come."""
        if not self.pending:
            return False
        first = rules.day_of(pair.readings[0].happened) - 2
        last = rules.day_of(pair.readings[-1].happened) + 1
        return any(
            worker in {None, pair.worker}
            and place in {None, pair.place}
            and since <= last
            and (until is None or until > first)
            for worker, place, since, until in self.pending
        )

    def may_extend(self, pair: Pair, reading: Reading) -> bool:
        """Whether the records at hand are all that bears on a tap: then it takes the fast road (TAP-10)."""
        today = rules.day_of(reading.happened)
        return today - 1 >= self.closed_until and extends(
            pair.days,
            reading.happened,
            reading.direction,
            latest=self.before[pair.worker],
            in_period_today=self.covers(pair.place, today),
            in_period_yesterday=self.covers(pair.place, today - 1),
        )


def fold(pair: Pair, around: Surroundings) -> None:
    """畳み込む: put the pair's taps into its days, or mark it for the slow road (TAP-10)."""
    pair.is_slow = pair.is_claimed or pair.worker not in around.before or around.is_pending(pair)
    placed = []
    for reading in pair.readings:
        if pair.is_slow or not around.may_extend(pair, reading):
            pair.is_slow = True
            return
        folded = rules.fold(pair.days, reading.happened, reading.direction, reading.evidence)
        placed.append((reading, folded, pair.days[folded.day].first_in is None))
    for reading, folded, is_exit_only in placed:
        put(pair, reading, folded)
        reading.is_exit_only = is_exit_only


def put(pair: Pair, reading: Reading, folded: Folded) -> None:
    """The work date that the fold gave a tap, the direction it counted as, and whether it repeats another."""
    reading.day, reading.counted = folded.day, folded.direction
    if folded.is_repeat:
        reading.reasons = (*reading.reasons, Reason.REPEATED)
    pair.touched.add(folded.day)


class Months:
    """月の就業日数: the days of each worker's month, one bit a day; those of this batch are added as they come."""

    def __init__(
        self, workers_and_days: Iterable[tuple[int, int]], month_start: Callable[[int], int]
    ) -> None:
        self._start = month_start
        self.bits = {(worker, month_start(day)): 0 for worker, day in workers_and_days}

    def read(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take in (worker, first day of the month, bits)."""
        for worker, month, bits in rows:
            self.bits[worker, month] = bits or 0

    def count(self, worker: int, day: int, *, counts: bool) -> int:
        """就業日数 of the day's month, with this day if it counts."""
        month = self._start(day)
        bits = self.bits[worker, month]
        if counts:
            bits = self.bits[worker, month] = bits | 1 << (day - month)
        return bits.bit_count()


def conclude(pair: Pair, reading: Reading, verdicts: Mapping[Key, Verdict], months: Months) -> None:
    """結果を決める: outcome, reasons and the days of the month, from the state of the tap's work date."""
    day = reading.day
    if day is None:
        return
    state, why = pair.verdict(day, verdicts)
    reasons = (*reading.reasons, *why) if why else reading.reasons
    if reading.is_exit_only and state is not None:
        reasons = (*reasons, Reason.EXIT_ONLY)
    reading.reasons = reasons
    reading.outcome = rules.outcome_of(state, reasons)
    reading.days_this_month = months.count(pair.person, day, counts=state is not None)


def is_surprise(reading: Reading) -> bool:
    """約束違い: the screen promised more than came of it: a known worker's tap that made no record (TAP-12)."""
    return (
        reading.outcome == Outcome.NOT_RECORDED
        and reading.shown != Shown.NOT_RECORDED
        and reading.worker is not None
    )
