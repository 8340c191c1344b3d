"""カードの送付先の提案: with the card may go the letter that lets its reader in (CARD-14, PRINT-06)."""

from collections.abc import Mapping
from datetime import datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.cards.addresses import SendTo
from ccus.domain.codes.models import Prefecture
from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.rules import Given
from ccus.domain.printing.actions.arrival import redirect_card
from ccus.domain.printing.postings import NotPosted, require_redirectable
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.identifiers import grouped


def on_envelope(said: Mapping[str, str]) -> str:
    """送付先 in one line, as a page shows it."""
    prefecture = Prefecture.objects.filter(code=said["prefecture"]).values_list("label", flat=True).first()
    where = f"{prefecture or ''}{said['town']}{said['street']} {said['building']}".strip()
    return f"〒{said['postcode']} {where} {said['addressee']}".strip()


def _require(given: Given, _by: Actor, _at: datetime) -> None:
    """Of the card that was meant: what was said of one is not written onto a newer one, on its way to somebody."""
    if require_redirectable(given["worker"]).serial != given["serial"]:
        raise NotPosted(
            "この方には、新しいカードがあります。新しいカードの画面で、送付先を確かめてください。"
        )


def _redirect(given: Given, by: Actor, at: datetime) -> None:
    one_at_a_time("card", given["worker"])
    _require(given, by, at)
    redirect_card(worker=given["worker"], send_to=SendTo(**given["send_to"]), by=by, at=at)


def _lines(given: Given) -> tuple[Line, ...]:
    return (
        ("技能者ID", grouped(given["number"])),
        ("カード", f"{given['serial']}枚目"),
        ("新しい送付先", on_envelope(given["send_to"])),
    )


ADDRESS = Carrying(
    duty=Duty.CARDS,
    subject=lambda given: f"card_of:{given['worker']}",
    require=_require,
    carry_out=_redirect,
    about=lambda given: grouped(given["number"]),
    lines=_lines,
    worker=lambda given: int(given["worker"]),
)
