"""Tags about applications: `{% load filing %}`."""

from django import template

from ccus.domain.applications.terms import State

register = template.Library()

_CHIPS = {
    State.DRAFT: ("info", "pen"),
    State.FEE_DUE: ("pending", "clock"),
    State.SUBMITTED: ("info", "clock"),
    State.IN_REVIEW: ("info", "clock"),
    State.RETURNED: ("refused", "warning"),
    State.CORRECTED: ("info", "clock"),
    State.APPROVED: ("official", "check"),
    State.REJECTED: ("refused", "cross"),
    State.WITHDRAWN: ("plain", "dash"),
}


@register.inclusion_tag("ui/chip.html")
def case_chip(state: State) -> dict[str, object]:
    """{% case_chip case.state %}: shape, word and colour of the state of an application."""
    tone, symbol = _CHIPS[state]
    return {"tone": tone, "symbol": symbol, "word": state.label}
