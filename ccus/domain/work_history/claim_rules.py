"""申告の規則: which act moves a claim from which state to which, by whom, and what it makes of the day. Pure data.

Rules: `docs/rules/claims.md`.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from ccus.domain.work_history.claim_terms import Answer, ClaimAct, ClaimState, Doer
from ccus.domain.work_history.terms import Evidence, Reason, State

TO_ANSWER = timedelta(days=14)
"""申し立ての期間: how long the worker may answer a refusal (CLAIM-09)."""
TO_DECIDE = timedelta(days=30)
"""裁定の期間: by when the office decides an answered refusal (CLAIM-10)."""

TRANSITIONS: dict[tuple[ClaimState, ClaimAct], ClaimState] = {
    (ClaimState.ALONE, ClaimAct.ATTACH): ClaimState.ATTACHED,
    (ClaimState.ALONE, ClaimAct.WITHDRAW): ClaimState.WITHDRAWN,
    (ClaimState.WAITING, ClaimAct.CONFIRM): ClaimState.WAITING,
    (ClaimState.WAITING, ClaimAct.APPROVE): ClaimState.APPROVED,
    (ClaimState.WAITING, ClaimAct.REFUSE): ClaimState.REFUSED,
    (ClaimState.WAITING, ClaimAct.LAPSE): ClaimState.LAPSED,
    (ClaimState.WAITING, ClaimAct.WITHDRAW): ClaimState.WITHDRAWN,
    (ClaimState.REFUSED, ClaimAct.ANSWER): ClaimState.DISPUTED,
    (ClaimState.DISPUTED, ClaimAct.DECIDE_FOR): ClaimState.APPROVED,
    (ClaimState.DISPUTED, ClaimAct.DECIDE_AGAINST): ClaimState.UPHELD,
}
"""経過: every move that there is (CLAIM-04)."""

DOERS: dict[ClaimAct, frozenset[Doer]] = {
    ClaimAct.CONFIRM: frozenset({Doer.EMPLOYER, Doer.FIRST_TIER}),
    ClaimAct.APPROVE: frozenset({Doer.PRIME}),
    ClaimAct.REFUSE: frozenset({Doer.PRIME}),
    ClaimAct.ANSWER: frozenset({Doer.AUTHOR}),
    ClaimAct.DECIDE_FOR: frozenset({Doer.OFFICE}),
    ClaimAct.DECIDE_AGAINST: frozenset({Doer.OFFICE}),
    ClaimAct.LAPSE: frozenset({Doer.CLOCK}),
    ClaimAct.ATTACH: frozenset({Doer.AUTHOR, Doer.EMPLOYER}),
    ClaimAct.WITHDRAW: frozenset({Doer.AUTHOR, Doer.EMPLOYER}),
}
"""行う人 of each act. An employer attaches and withdraws what it entered itself (CLAIM-05)."""


def claim_state(
    *,
    is_superseded: bool,
    is_attached: bool,
    is_asked: bool,
    prime: Answer | None,
    is_disputed: bool,
    office: Answer | None,
) -> ClaimState:
    """申告の状態 out of its rows: the prime's answer, and whether and how the office was asked (CLAIM-04)."""
    if is_superseded:
        return ClaimState.WITHDRAWN
    if is_attached:
        return ClaimState.ATTACHED
    if not is_asked:
        return ClaimState.ALONE
    if is_disputed:
        return {None: ClaimState.DISPUTED, Answer.APPROVED: ClaimState.APPROVED}.get(
            office, ClaimState.UPHELD
        )
    return {
        None: ClaimState.WAITING,
        Answer.APPROVED: ClaimState.APPROVED,
        Answer.REFUSED: ClaimState.REFUSED,
    }.get(prime, ClaimState.LAPSED)


class Turn(NamedTuple):
    """番: whose turn it is, and until when."""

    doer: Doer
    until: datetime


def turn_of(
    state: ClaimState, *, due_at: datetime | None, refused_at: datetime | None, disputed_at: datetime | None
) -> Turn | None:
    """誰の番か: None where nobody has to do anything any more (CLAIM-11)."""
    if state is ClaimState.WAITING and due_at is not None:
        return Turn(Doer.PRIME, due_at)
    if state is ClaimState.REFUSED and refused_at is not None:
        return Turn(Doer.AUTHOR, refused_at + TO_ANSWER)
    if state is ClaimState.DISPUTED and disputed_at is not None:
        return Turn(Doer.OFFICE, disputed_at + TO_DECIDE)
    return None


_OF_DAY: dict[ClaimState, tuple[State, tuple[Reason, ...]]] = {
    ClaimState.ALONE: (State.UNAPPROVED, (Reason.NO_REGISTERED_SITE,)),
    ClaimState.WAITING: (State.AWAITING_APPROVAL, (Reason.AWAITING_PRIME,)),
    ClaimState.APPROVED: (State.OFFICIAL, ()),
    ClaimState.REFUSED: (State.REFUSED, (Reason.REFUSED_BY_PRIME,)),
    ClaimState.DISPUTED: (State.AWAITING_APPROVAL, (Reason.WITH_THE_OFFICE,)),
    ClaimState.UPHELD: (State.REFUSED, (Reason.REFUSED_FOR_GOOD,)),
    ClaimState.LAPSED: (State.UNAPPROVED, (Reason.NOT_APPROVED_IN_TIME,)),
}


class EntryFacts(NamedTuple):
    """直接入力の事実: the entry that stands for a day. `recorded` in ms; trade and position are keys."""

    claim: int
    state: ClaimState
    recorded: int
    trade: int | None
    position: int | None

    @property
    def verdict(self) -> tuple[State, tuple[Reason, ...]]:
        """What the entry alone makes of the day, with the reasons (CLAIM-06)."""
        return _OF_DAY[self.state]

    @property
    def evidence(self) -> Evidence:
        """根拠の強さ of a day that rests on the entry alone."""
        return Evidence.APPROVED_ENTRY if self.state is ClaimState.APPROVED else Evidence.ENTRY


class CorrectionFacts(NamedTuple):
    """就業内容の変更の事実: the approved correction that counts for a day: the one approved last (CLAIM-08)."""

    claim: int
    trade: int | None
    position: int | None


class ClaimFacts(NamedTuple):
    """申告の事実 of a day; `is_own_site`: a place that only the worker described."""

    entry: EntryFacts | None = None
    correction: CorrectionFacts | None = None
    is_own_site: bool = False


NOTHING_CLAIMED = ClaimFacts()
