"""見通しの規則: the virtual tap, by the very rules that a tap meets (READY-01). Pure; units as in `work_history`."""

from collections.abc import Sequence
from typing import NamedTuple

from ccus.domain.work_history import rules
from ccus.domain.work_history.folding import live_card
from ccus.domain.work_history.rules import CardFacts, Standing
from ccus.domain.work_history.terms import Reason, State

RECENT_DAYS = 14
ENTRY = 8 * rules.HOUR
"""The virtual tap's time of day (READY-02)."""


class Verdict(NamedTuple):
    """判定: what the tap would make, with its reasons; `beyond`: what still stands in the way after that (READY-05)."""

    state: State | None
    reasons: tuple[Reason, ...]
    beyond: tuple[Reason, ...] = ()

    @property
    def counts(self) -> bool:
        """Green: 正式 and nothing less."""
        return self.state is State.OFFICIAL


def moment(day: int, now: int) -> int:
    """When the virtual tap of a day happens: 08:00, or now where that is later on the same day (READY-02)."""
    at = rules.start_of(day) + ENTRY
    return max(at, now) if rules.day_of(now) == day else at


def virtual_tap(cards: Sequence[tuple[int, CardFacts]], standing: Standing, ms: int) -> Verdict:
    """仮の読み取り: the card in hand is admitted or not, then the day is judged (READY-01, READY-04)."""
    refusal = rules.admit(live_card(cards, ms), ms)
    state, reasons = rules.judge(standing)
    if refusal is None:
        return Verdict(state, reasons)
    return Verdict(None, (refusal,), reasons)
