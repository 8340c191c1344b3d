"""カード裏面を描く: the 本人確認番号, where to send a found card, whom to call (CARD-13, CARD-15). Pure."""

from collections.abc import Mapping

from ccus.documents.card_drawing import EVERYWHERE, LINE, NAVY, SOFT, text
from ccus.documents.letters import fitted, width

_ROOM = 740


def back_marks(code: str | None, contact: Mapping[str, str]) -> str:
    """What is drawn on the back. Without a code its place says where the code stands."""
    code_drawn = (
        text(60, 168, code, 66, bold=True, spacing=16)
        if code
        else text(60, 160, "カードの裏に印刷", 30, colour=SOFT)
    )
    address = fitted(contact["address"], room=_ROOM, height=64, largest=25, readable=19)
    lines = (*address.lines, contact["operator"]) if contact["address"] else (contact["operator"],)
    sent = "".join(_held(338 + 32 * at, line, 25) for at, line in enumerate(lines))
    asked = "下の住所に送ってください" if contact["address"] else "下の番号に電話をください"
    return (
        f'<rect {EVERYWHERE} fill="#ffffff"/><g fill="{NAVY}">'
        f'<rect x="40" y="44" width="300" height="150" rx="10" fill="#eef2f7" stroke="{NAVY}" stroke-width="1.5"/>'
        + text(60, 88, "本人確認番号", 24, bold=True)
        + code_drawn
        + text(370, 82, "このカードは、表に名前のある人だけが", 23)
        + text(370, 114, "使えます。貸したり、あげたりすることは", 23)
        + text(370, 146, "できません。なくしたときは、すぐに", 23)
        + text(370, 178, "届け出てください。", 23)
        + f'<path d="M40 232h776" stroke="{LINE}" stroke-width="1.5"/>'
        + text(60, 276, f"このカードを拾った方は、お手数ですが、{asked}。", 24)
        + sent
        + f'<path d="M40 440h776" stroke="{LINE}" stroke-width="1.5"/>'
        + _held(476, contact["name"], 24)
        + _held(508, f"電話 {contact['tel']}　{contact['hours']}", 23, bold=False)
        + "</g>"
    )


def _held(y: float, words: str, largest: float, *, bold: bool = True) -> str:
    """A line of the back, smaller where it would leave the card."""
    return text(60, y, words, min(largest, _ROOM / (width(words) or 1)), bold=bold)
