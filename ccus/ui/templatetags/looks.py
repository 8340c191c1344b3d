"""Tags of looks, questions about them, and cases: `{% load looks %}`."""

from collections.abc import Sequence

from django import template

from ccus.domain.disclosure.terms import Relation
from ccus.domain.looks.terms import CaseState, QuestionState

register = template.Library()

_SYMBOLS = {
    Relation.EMPLOYER: "tiers",
    Relation.SITE: "site",
    Relation.ROSTER_PROXY: "pen",
    Relation.PROXY: "pen",
    Relation.OTHER: "eye",
    Relation.CERTIFIED: "device",
    Relation.OPERATOR: "phone",
    Relation.HOLDER: "paper",
}
_QUESTIONS = {
    QuestionState.ASKED: ("pending", "clock"),
    QuestionState.ANSWERED: ("official", "check"),
    QuestionState.AT_OFFICE: ("pending", "phone"),
    QuestionState.CLOSED: ("official", "check"),
}
_CASES = {
    CaseState.NEW: ("refused", "warning"),
    CaseState.TAKEN: ("info", "person"),
    CaseState.ASKED: ("pending", "clock"),
    CaseState.SAID: ("info", "mail"),
    CaseState.PROPOSED: ("pending", "pen_check"),
    CaseState.CLOSED: ("official", "check"),
}


@register.filter
def look_symbol(relations: Sequence[Relation]) -> str:
    """The icon of who looked."""
    return _SYMBOLS.get(relations[0], "eye")


@register.inclusion_tag("ui/chip.html")
def question_chip(state: QuestionState) -> dict[str, object]:
    """{% question_chip question.state %}: whose turn it is."""
    tone, symbol = _QUESTIONS[state]
    return {"tone": tone, "symbol": symbol, "word": state.label}


@register.inclusion_tag("ui/chip.html")
def look_case_chip(state: CaseState) -> dict[str, object]:
    """{% look_case_chip case.state %}: how far a case has come."""
    tone, symbol = _CASES[state]
    return {"tone": tone, "symbol": symbol, "word": state.label}
