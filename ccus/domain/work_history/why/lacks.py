"""足りないものを探す: what a day lacks at a place, and who can add it (PORTAL-34). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccus.domain.work_history import rules
from ccus.domain.work_history.claim_rules import Turn
from ccus.domain.work_history.claim_terms import Doer
from ccus.domain.work_history.missing_terms import Missing, Step
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.terms import State
from ccus.domain.work_history.why.shown import FirmSeen
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY


class Wanted(NamedTuple):
    """足りないもの and who can add it: a company's key, None for the worker."""

    missing: Missing
    step: Step
    company: int | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """裏づけ of a day at a registered site. `employers` have a spot there; `asked` says of a company's open request
    whether the worker made it; `turn`: whose turn the entry of the day is.
    """

    on: date
    prime: int
    state: State | None
    standing: Standing
    chain: Sequence[FirmSeen]
    employers: Sequence[int]
    has_employer: bool
    asked: Mapping[int, bool]
    turn: Turn | None


def wanted(facts: Facts) -> list[Wanted]:
    """What is missing, in the order of the chain; nothing where the day is 正式 or where only the office decides."""
    if facts.state is State.OFFICIAL:
        return []
    if facts.state is State.AWAITING_APPROVAL:
        return list(_approval(facts))
    if facts.state in {State.UNAPPROVED, State.REFUSED}:
        return []
    return [*_period(facts), *_line(facts), *_chain(facts), *_link(facts), *_approval(facts)]


def last_day(on: date) -> date:
    """The last day on which a fact recorded still supports a work date (D-14)."""
    return rules.date_of(rules.day_of(rules.deadline(rules.day_number(on)) - 1))


def _by(facts: Facts, missing: Missing, step: Step, company: int | None) -> Wanted:
    return Wanted(missing, step, company, last_day(facts.on) if step.knows_deadline else None)


def _period(facts: Facts) -> Iterable[Wanted]:
    if not facts.standing.in_period:
        yield _by(facts, Missing.PERIOD, Step.EXTEND_PERIOD, facts.prime)


def _line(facts: Facts) -> Iterable[Wanted]:
    if facts.standing.line is not None:
        return
    for company in facts.employers[:1]:
        yield _by(facts, Missing.LINE, Step.ENTER_LINE, company)
    if not facts.employers:
        yield _by(facts, Missing.LINE, Step.BRING_IN, facts.prime)
    if not facts.has_employer:
        yield _by(facts, Missing.LINK, Step.ANSWER_FIRM if facts.asked else Step.ASK_FIRM, None)


def _chain(facts: Facts) -> Iterable[Wanted]:
    for firm in facts.chain:
        if firm.accepted is not None:
            continue
        if firm.is_stand_in:
            yield _by(facts, Missing.ACCEPTANCE, Step.NAME_FIRM, firm.upper)
        elif firm.is_closed:
            yield _by(facts, Missing.ACCEPTANCE, Step.INVITE_AGAIN, firm.upper)
        else:
            yield _by(facts, Missing.ACCEPTANCE, Step.ACCEPT, firm.company)


def _link(facts: Facts) -> Iterable[Wanted]:
    firm = facts.chain[-1] if facts.chain else None
    if facts.standing.line is None or facts.standing.is_linked or firm is None or firm.company is None:
        return
    by_worker = facts.asked.get(firm.company)
    if by_worker is None:
        yield _by(facts, Missing.LINK, Step.ASK_LINK, firm.company)
    elif by_worker:
        yield _by(facts, Missing.LINK, Step.ANSWER_LINK, firm.company)
    else:
        yield _by(facts, Missing.LINK, Step.ANSWER_FIRM, None)


def _approval(facts: Facts) -> Iterable[Wanted]:
    if facts.turn is not None and facts.turn.doer is Doer.PRIME:
        until = day_of(facts.turn.until) - ONE_DAY
        yield Wanted(Missing.APPROVAL, Step.APPROVE, facts.prime, until)
