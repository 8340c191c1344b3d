"""状態の見せ方: the word, the shape and the colour of each state of a day, once for all pages (D-25)."""

from dataclasses import dataclass

from ccus.domain.work_history.terms import Evidence, State


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
    State.UNAPPROVED: ("alone", "dash"),
    State.REFUSED: ("refused", "stop"),
}


_EVIDENCE = {
    Evidence.CARD: ("official", "card"),
    Evidence.LINKED_SYSTEM: ("official", "link"),
    Evidence.CARD_NUMBER_ONLY: ("info", "digits"),
    Evidence.APPROVED_ENTRY: ("official", "pen_check"),
    Evidence.ENTRY: ("alone", "pen"),
}


def badge(state: State | None) -> Badge:
    """The badge of a state; without a state there were only taps that made no record."""
    return NOT_RECORDED if state is None else Badge(state.label, *_BADGES[state])


def evidence_badge(evidence: Evidence) -> Badge:
    """根拠の強さ: what a day rests on, in a word and a shape (PORTAL-32)."""
    return Badge(evidence.label, *_EVIDENCE[evidence])
