"""券面を描く: the face and the back of a card as SVG, in tenths of a millimetre (CARD-15 to CARD-17). Pure."""

from collections.abc import Mapping
from html import escape

from ccus.documents.letters import fitted, width
from ccus.domain.cards.faces import CardFace, CardLook
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

WIDTH, HEIGHT, BLEED, CORNER = 856, 539.8, 30, 31.8
PHOTO = (44, 116, 240, 320)
"""Left, top, width, height: 24 × 32 mm, the shape of a stored portrait."""
FONT = "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"
_COLUMN, _RIGHT = 316, 816
_ROOM = _RIGHT - _COLUMN
_NAVY, _SOFT, _LINE = "#00234b", "#4d4d4d", "#b3b3b3"
_EVERYWHERE = f'x="{-BLEED}" y="{-BLEED}" width="{WIDTH + 2 * BLEED}" height="{round(HEIGHT + 2 * BLEED, 1)}"'
_SILHOUETTE = (
    '<rect width="92" height="122" fill="#dfe8f2"/><path d="M8 122c2-24 18-34 38-34s36 10 38 34z" fill="#4a678c"/>'
    '<path d="M36 84h20v14c-5 5-15 5-20 0z" fill="#6c86a8"/><ellipse cx="46" cy="64" rx="21" ry="26" fill="#8ba3c2"/>'
    '<path d="M22 57c-2-24 10-37 24-37s26 13 24 37c-7-4-14-5-24-5s-17 1-24 5z" fill="#ffc700"/>'
)


def face_words(face: CardFace) -> str:
    """The face in words, for whoever does not see it."""
    name = f"{face.name}（通称名 {face.alias}）" if face.alias else face.name
    return (
        f"建設キャリアアップカード、{face.look.label}。技能者ID {_number(face)}。氏名 {name}。"
        f"初期登録年 {face.first_year}年。生年月 {_born(face)}。有効期限 {date_words(face.expires_on)}。"
    )


def face_marks(face: CardFace, photo: str, issuer: str) -> str:
    """What is drawn on the face, bleed included. `photo` is an address, a data URI, or empty."""
    look = face.look
    return (
        _ground(look)
        + text(40, 62, "建設キャリアアップシステム", 36, colour=look.paper, bold=True)
        + _portrait(photo)
        + f'<g fill="{look.ink}">'
        + _name(face)
        + _rows(
            {
                "初期登録年": f"{face.first_year}年",
                "生年月": _born(face),
                "有効期限": date_words(face.expires_on),
            }
        )
        + text(44, 465, "技能者ID", 23)
        + text(44, 511, _number(face), 50, bold=True)
        + text(_RIGHT, 465, issuer, 20, anchor="end")
        + "</g>"
    )


def back_marks(code: str | None, contact: Mapping[str, str]) -> str:
    """What is drawn on the back. Without a code its place says where the code stands."""
    code_drawn = (
        text(60, 168, code, 66, bold=True, spacing=16)
        if code
        else text(60, 160, "カードの裏に印刷", 30, colour=_SOFT)
    )
    address = fitted(contact["address"], room=736, height=60, largest=25, readable=19)
    lines = (*address.lines, contact["operator"])
    sent = "".join(
        text(60, 338 + 32 * at, line, min(address.size, 25), bold=True) for at, line in enumerate(lines)
    )
    return (
        f'<rect {_EVERYWHERE} fill="#ffffff"/><g fill="{_NAVY}">'
        f'<rect x="40" y="44" width="300" height="150" rx="10" fill="#eef2f7" stroke="{_NAVY}" stroke-width="1.5"/>'
        + text(60, 88, "本人確認番号", 24, bold=True)
        + code_drawn
        + text(370, 82, "このカードは、表に名前のある人だけが", 23)
        + text(370, 114, "使えます。貸したり、あげたりすることは", 23)
        + text(370, 146, "できません。なくしたときは、すぐに", 23)
        + text(370, 178, "届け出てください。", 23)
        + f'<path d="M40 232h776" stroke="{_LINE}" stroke-width="1.5"/>'
        + text(60, 276, "このカードを拾った方は、お手数ですが、下の住所に送ってください。", 24)
        + sent
        + f'<path d="M40 440h776" stroke="{_LINE}" stroke-width="1.5"/>'
        + text(60, 476, contact["name"], 24, bold=True)
        + text(60, 510, f"電話 {contact['tel']}　{contact['hours']}", 22)
        + "</g>"
    )


def on_screen(drawn: str, words: str, key: str) -> str:
    """A card as it lies in the hand, cut at its rounded edge; `key` tells it from others on a page."""
    edge = f'width="{WIDTH}" height="{HEIGHT}" rx="{CORNER}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="card-face" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="{escape(words)}" font-family="{FONT}"><clipPath id="{key}"><rect {edge}/></clipPath>'
        f'<g clip-path="url(#{key})">{drawn}</g>'
        f'<rect {edge} fill="none" stroke="{_NAVY}" stroke-opacity=".3" stroke-width="2"/></svg>'
    )


def to_print(drawn: str, bleed: float = BLEED) -> str:
    """The same drawing in right angles, with so much of it around as is cut away."""
    box = f"{-bleed:g} {-bleed:g} {WIDTH + 2 * bleed:g} {HEIGHT + 2 * bleed:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="{FONT}">{drawn}</svg>'


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = "",
    anchor: str = "start",
    spacing: float = 0,
    room: float = 0,
) -> str:
    """Letters, in the colour of their group if none is said; `room` is their width where other fonts must keep it."""
    looks = {
        "font-weight": "700" if bold else "",
        "fill": colour,
        "text-anchor": anchor if anchor != "start" else "",
        "letter-spacing": f"{spacing:g}" if spacing else "",
        "textLength": f"{room:.4g}" if room else "",
        "lengthAdjust": "spacingAndGlyphs" if room else "",
    }
    said = "".join(f' {name}="{value}"' for name, value in looks.items() if value)
    return f'<text x="{x:g}" y="{y:.5g}" font-size="{size:.4g}"{said}>{escape(words)}</text>'


def _ground(look: CardLook) -> str:
    key = f"paper-{escape(look.code)}"
    return (
        f'<linearGradient id="{key}" x1="0" y1="0" x2="1" y2="1"><stop offset=".35" stop-color="{look.paper}"/>'
        f'<stop offset="1" stop-color="{look.band}"/></linearGradient><rect {_EVERYWHERE} fill="url(#{key})"/>'
        f'<path d="M516 570V392h88v178zM620 570V300h88v270zM724 570V208h88v362z" fill="{look.ink}" opacity=".05"/>'
        f'<rect x="{-BLEED}" y="{-BLEED}" width="{WIDTH + 2 * BLEED}" height="{BLEED + 86}" fill="{look.ink}"/>'
        f'<rect x="{-BLEED}" y="86" width="{WIDTH + 2 * BLEED}" height="8" fill="#ffc700"/>'
    )


def _portrait(photo: str) -> str:
    x, y, wide, high = PHOTO
    place = f'x="{x}" y="{y}" width="{wide}" height="{high}"'
    shown = (
        f'<image {place} href="{escape(photo)}" preserveAspectRatio="xMidYMid slice"/>'
        if photo
        else f'<svg {place} viewBox="0 0 92 122" preserveAspectRatio="xMidYMid slice">{_SILHOUETTE}</svg>'
    )
    return f'{shown}<rect {place} fill="none" stroke="{_NAVY}" stroke-opacity=".25" stroke-width="1.5"/>'


def _name(face: CardFace) -> str:
    """氏名, and the 通称名 under it for whoever chose to have it printed (CARD-16)."""
    drawn = text(_COLUMN, 136, "氏名", 23)
    if not face.alias:
        return drawn + _block(face.name, top=144, height=142, largest=62)
    return (
        drawn
        + _block(face.name, top=142, height=70, largest=46)
        + text(_COLUMN, 233, "通称名", 20)
        + _block(face.alias, top=239, height=50, largest=34)
    )


def _block(words: str, *, top: float, height: float, largest: float) -> str:
    """Lines one under the other, in the middle of their place."""
    fits = fitted(words, room=_ROOM, height=height, largest=largest, readable=largest * 0.6)
    step = fits.size * 1.25
    first = top + (height - step * len(fits.lines)) / 2 + fits.size
    return "".join(
        text(_COLUMN, first + step * at, line, fits.size, bold=True, room=fits.size * width(line))
        for at, line in enumerate(fits.lines)
    )


def _rows(rows: Mapping[str, str]) -> str:
    return "".join(
        text(_COLUMN, 328 + 46 * at, label, 23) + text(_COLUMN + 136, 328 + 46 * at, value, 33, bold=True)
        for at, (label, value) in enumerate(rows.items())
    )


def _number(face: CardFace) -> str:
    return f"{grouped(face.number)} - {face.serial:02d}"


def _born(face: CardFace) -> str:
    return f"{face.birth_on.year}年{face.birth_on.month}月生"
