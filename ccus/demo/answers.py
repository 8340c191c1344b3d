"""What a gate was told at the time, by the rules and by what the register knew when the tap came in."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ccus.demo.gates import Reading
from ccus.demo.plan.facts import Card, Person, Stint
from ccus.domain.work_history.rules import (
    CardFacts,
    DayTimes,
    Standing,
    admit,
    date_of,
    fold,
    judge,
    outcome_of,
)
from ccus.domain.work_history.terms import Direction, Evidence, Outcome, Reason, State

_DIRECTIONS = tuple(Direction)
_KEEP_DAYS = 6


class Answer(NamedTuple):
    """結果: outcome, reasons and what is told; `key_day` is the day to derive, if the tap makes one."""

    outcome: int
    reasons: tuple[int, ...]
    told_name: str | None
    work_day: int | None
    days_this_month: int | None
    counted_as: int | None
    key_day: int | None


@dataclass(slots=True)
class Desk:
    """The register's view of one person while the readings come in, in the order they happened."""

    person: Person
    days: dict[int, dict[int, DayTimes]] = field(default_factory=dict)
    counted: set[int] = field(default_factory=set)
    month: tuple[int, int] = (0, 0)
    facts: dict[int, CardFacts] = field(default_factory=dict)
    sure: dict[int, tuple[int, int, int] | None] = field(default_factory=dict)

    def answer(self, reading: Reading) -> Answer:
        """Judge one reading."""
        if not reading.is_possible:
            return _refused(self.person, (*reading.clock, Reason.CLOCK_IMPOSSIBLE))
        refusal = self._refusal(reading.card, reading.happened)
        if refusal is not None:
            return _refused(self.person, (*reading.clock, refusal))
        days = self.days.setdefault(reading.stint.site.id, {})
        if len(days) > _KEEP_DAYS:
            for old in sorted(days)[:-3]:
                del days[old]
        evidence = (
            Evidence.CARD if len(reading.typed) > len(self.person.number) else Evidence.CARD_NUMBER_ONLY
        )
        folded = fold(days, reading.happened, _DIRECTIONS[reading.direction], evidence)
        state, reasons = self._judge(reading.stint, folded.day, reading.received)
        if folded.is_repeat:
            reasons = (*reasons, Reason.REPEATED)
        if state is not None and days[folded.day].first_in is None:
            reasons = (*reasons, Reason.EXIT_ONLY)
        return Answer(
            int(outcome_of(state, reasons)),
            tuple(sorted((*reading.clock, *reasons))),
            self.person.name.kana,
            None if state is None else folded.day,
            None if state is None else self._count(folded.day),
            int(folded.direction),
            folded.day,
        )

    def _refusal(self, card: Card | None, ms: int) -> Reason | None:
        if card is None:
            return Reason.CARD_UNKNOWN
        facts = self.facts.get(card.id)
        if facts is None:
            facts = self.facts[card.id] = _facts(self.person, card)
        return admit(facts, ms)

    def _judge(self, stint: Stint, day: int, received: int) -> tuple[State | None, tuple[Reason, ...]]:
        if stint.id not in self.sure:
            self.sure[stint.id] = _sure(stint)
        sure = self.sure[stint.id]
        if sure is not None and sure[0] <= day < sure[1] and sure[2] <= received:
            return State.OFFICIAL, ()
        return judge(standing(stint, day, received))

    def _count(self, day: int) -> int:
        on = date_of(day)
        if (on.year, on.month) != self.month:
            self.month = (on.year, on.month)
            self.counted.clear()
        self.counted.add(day)
        return len(self.counted)


def _facts(person: Person, card: Card) -> CardFacts:
    losses = () if card.lost_from is None else ((card.lost_from, card.found_at),)
    away = () if person.withdrawn_at is None else ((person.withdrawn_at, None),)
    return CardFacts(person.id, card.issued_at, card.expires_day, losses, card.revoked_at, away)


def unknown_card(reading: Reading) -> Answer:
    """The answer to a card the register does not know."""
    reason = Reason.CARD_UNKNOWN if reading.is_possible else Reason.CLOCK_IMPOSSIBLE
    return Answer(
        int(Outcome.NOT_RECORDED), tuple(sorted((*reading.clock, reason))), None, None, None, None, None
    )


def standing(stint: Stint, day: int, received: int) -> Standing:
    """その日の裏づけ, out of what had been entered when the tap came in."""
    listed = stint.recorded_at is not None and stint.recorded_at <= received
    return Standing(
        in_period=any(
            period.from_day <= day < period.until_day
            and period.recorded_at <= received
            and (period.superseded_at is None or received < period.superseded_at)
            for period in stint.site.periods
        ),
        line=stint.id if listed and stint.from_day <= day < stint.until_day else None,
        holes=_holes(stint, day, received),
        is_linked=any(
            job.firm is stint.member.firm
            and job.from_day <= day
            and (job.until_day is None or day < job.until_day)
            and job.recorded_at is not None
            and job.recorded_at <= received
            for job in stint.person.employments
        ),
    )


def _sure(stint: Stint) -> tuple[int, int, int] | None:
    """Days from–until on which nothing is missing, and since when; None where something is never entered."""
    jobs = [job for job in stint.person.employments if job.firm is stint.member.firm]
    period, job, member = stint.site.periods[-1], jobs[0] if jobs else None, stint.member
    entered = [period.recorded_at, stint.recorded_at, job.recorded_at if job else None, member.accepted_at]
    first = max(period.from_day, stint.from_day, job.from_day if job else 0, member.accepted_day)
    while member.parent is not None:
        member = member.parent
        entered.append(member.accepted_at)
        first = max(first, member.accepted_day)
    known = [at for at in entered if at is not None]
    if len(known) < len(entered):
        return None
    until = min(period.until_day, stint.until_day, (job.until_day if job else None) or stint.until_day)
    return first, until, max(known)


def _holes(stint: Stint, day: int, received: int) -> int:
    holes, member = 0, stint.member
    while True:
        holes += member.accepted_at is None or member.accepted_at > received or member.accepted_day > day
        if member.parent is None:
            return holes
        member = member.parent


def _refused(person: Person, reasons: tuple[Reason, ...]) -> Answer:
    return Answer(int(Outcome.NOT_RECORDED), tuple(sorted(reasons)), person.name.kana, None, None, None, None)
