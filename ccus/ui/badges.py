"""状態の見せ方: the word, the shape and the colour of each state of a day, once for all pages (D-25)."""

from dataclasses import dataclass

from ccus.domain.work_history.terms import State


@dataclass(frozen=True, slots=True)
class Badge:
    """`tone` names the colour in the style sheets, `icon` the shape, `word` what it says."""

    word: str
    tone: str
    icon: str


NOT_RECORDED = Badge("記録していません", "refused", "cross")
_BADGES = {
    State.OFFICIAL: ("official", "check"),
    State.UNLINKED: ("unlinked", "chain"),
    State.AWAITING_APPROVAL: ("pending", "clock"),
    State.UNAPPROVED: ("pending", "dash"),
    State.REFUSED: ("refused", "cross"),
}


def badge(state: State | None) -> Badge:
    """The badge of a state; without a state there were only taps that made no record."""
    return NOT_RECORDED if state is None else Badge(state.label, *_BADGES[state])
