"""Tags of the pages of 登録の修正: `{% load corrections %}`."""

from datetime import date

from django import template

from ccus.domain.corrections.terms import Doing, SetState, StopKind

register = template.Library()

_STATES = {
    SetState.WRITING: ("info", "pen"),
    SetState.PREVIEWING: ("pending", "clock"),
    SetState.STOPPED: ("refused", "stop"),
    SetState.WAITING: ("pending", "clock"),
    SetState.RELEASED: ("pending", "clock"),
    SetState.DONE: ("official", "check"),
    SetState.TAKEN_BACK: ("alone", "turn"),
    SetState.DISCARDED: ("alone", "dash"),
}
_DOINGS = {Doing.ENTER: "plus", Doing.CHANGE: "pen", Doing.REMOVE: "dash"}
WHY = {
    StopKind.STRANGER: "依頼も、名簿も、就業も、過去の所属もない組み合わせです。番号や行がずれているときに出ます。",
    StopKind.OPENS: "どの事業者からも見られる項目が増えます。修正では開けません。",
    StopKind.CHANGED: "修正を書いたあとで、登録が変わりました。今の登録を見て、書き直してください。",
    StopKind.REFUSED: "そのままでは登録できない内容です。行ごとの理由を見て、直してください。",
    StopKind.OVERLAPS: "同じ登録を直す修正が、先に書かれています。そちらが終わるのを待つか、行を外してください。",
    StopKind.BUILT_ON: "反映のあとで、さらに変更されています。取り消すと、その変更が失われます。",
}
"""Beside each reason to stop: what it means, and what to do."""


@register.inclusion_tag("ui/chip.html")
def correction_chip(state: SetState) -> dict[str, object]:
    """{% correction_chip state %}: how far a set has come."""
    tone, symbol = _STATES[state]
    return {"tone": tone, "symbol": symbol, "word": state.label}


@register.inclusion_tag("ui/chip.html")
def doing_chip(doing: str) -> dict[str, object]:
    """{% doing_chip row.doing %}: what a row does to the register."""
    said = Doing(doing)
    return {
        "tone": "refused" if said is Doing.REMOVE else "info",
        "symbol": _DOINGS[said],
        "word": said.label,
    }


@register.filter
def why_stopped(stop: StopKind) -> str:
    """`{{ stop|why_stopped }}`: what a reason to stop means."""
    return WHY[stop]


@register.filter
def iso_day(text: str) -> date:
    """`{{ day|iso_day|ymd }}`: a day from its ISO text."""
    return date.fromisoformat(text)
