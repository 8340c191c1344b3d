"""券面を描く: what stands on the face, drawn in the colours of its kind (CARD-03, CARD-15, CARD-16). Pure."""

from collections.abc import Mapping
from html import escape

from ccus.documents.card_drawing import BLEED, EVERYWHERE, NAVY, WIDTH, text
from ccus.documents.letters import fitted, width
from ccus.domain.cards.faces import CardFace, CardLook
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

PHOTO = (44, 108, 240, 320)
"""Left, top, width, height: 24 × 32 mm, the shape of a stored portrait."""
_COLUMN, _RIGHT = 316, 816
_ROOM, _ISSUER = _RIGHT - _COLUMN, 600
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
        + text(44, 457, "技能者ID", 23)
        + text(44, 507, _number(face), 50, bold=True)
        + text(_RIGHT, 457, issuer, min(20, _ISSUER / width(issuer)), anchor="end")
        + "</g>"
    )


def _ground(look: CardLook) -> str:
    key = f"paper-{escape(look.code)}"
    return (
        f'<linearGradient id="{key}" x1="0" y1="0" x2="1" y2="1"><stop offset=".35" stop-color="{look.paper}"/>'
        f'<stop offset="1" stop-color="{look.band}"/></linearGradient><rect {EVERYWHERE} fill="url(#{key})"/>'
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
    return f'{shown}<rect {place} fill="none" stroke="{NAVY}" stroke-opacity=".25" stroke-width="1.5"/>'


def _name(face: CardFace) -> str:
    """氏名, and the 通称名 under it for whoever chose to have it printed (CARD-16)."""
    drawn = text(_COLUMN, 130, "氏名", 23)
    if not face.alias:
        return drawn + _block(face.name, top=138, height=142, largest=62)
    return (
        drawn
        + _block(face.name, top=136, height=70, largest=46)
        + text(_COLUMN, 227, "通称名", 20)
        + _block(face.alias, top=233, height=50, largest=34)
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
        text(_COLUMN, 322 + 46 * at, label, 23) + text(_COLUMN + 136, 322 + 46 * at, value, 33, bold=True)
        for at, (label, value) in enumerate(rows.items())
    )


def _number(face: CardFace) -> str:
    return f"{grouped(face.number)} - {face.serial:02d}"


def _born(face: CardFace) -> str:
    return f"{face.birth_on.year}年{face.birth_on.month}月生"
