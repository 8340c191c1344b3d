"""Tags of cases of the contact centre: `{% load desk %}`."""

from django import template

from ccus.domain.desk.terms import State

register = template.Library()

_OFFICE = {
    State.RECEIVED: ("pending", "mail"),
    State.TAKEN: ("info", "person"),
    State.WAITING: ("alone", "clock"),
    State.DONE: ("official", "check"),
}
_ASKER = {
    State.RECEIVED: ("info", "check", "受け付けました"),
    State.TAKEN: ("info", "person", "係員が見ています"),
    State.WAITING: ("pending", "warning", "あなたの返事を待っています"),
    State.DONE: ("official", "check", "終わりました"),
}


@register.inclusion_tag("ui/chip.html")
def desk_chip(state: State) -> dict[str, object]:
    """{% desk_chip case.state %}: how far a case has come, for the office."""
    tone, symbol = _OFFICE[state]
    return {"tone": tone, "symbol": symbol, "word": state.label}


@register.inclusion_tag("ui/chip.html")
def asked_chip(state: State) -> dict[str, object]:
    """{% asked_chip case.state %}: the same in plain words, for whoever asked."""
    tone, symbol, word = _ASKER[state]
    return {"tone": tone, "symbol": symbol, "word": word}
