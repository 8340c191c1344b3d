"""何人もの設定の画面: whom and what a form names. Pure."""

from dataclasses import dataclass

from django.http import QueryDict

from ccus.domain.disclosure.plans import Chosen, Plan
from ccus.domain.disclosure.switches import SWITCHABLE

MOST = 200
_LONGEST = 6
_ACTS = ("open", "close")


@dataclass(frozen=True, slots=True)
class Sent:
    """送られたもの: 技能者ID that were ticked, or everybody; what to open and to close; what the page said of it."""

    numbers: tuple[str, ...]
    is_all: bool
    chosen: Chosen
    said: Plan


def sent(form: QueryDict) -> Sent:
    """What was sent; what no page could send is left aside."""
    by_act = {act: frozenset(item for item in SWITCHABLE if form.get(item.value) == act) for act in _ACTS}
    return Sent(
        numbers=tuple(dict.fromkeys(form.getlist("worker")))[:MOST],
        is_all=form.get("all") == "1",
        chosen=Chosen(by_act["open"], by_act["close"]),
        said=Plan(_count(form.get("opened", "")), _count(form.get("closed", ""))),
    )


def _count(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST else -1
