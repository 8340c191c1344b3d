"""券面: the face and the back of a card, on the screen and as print data, from one drawing (CARD-17)."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from ccus.documents.card_back import back_marks
from ccus.documents.card_drawing import BLEED, on_screen, to_print
from ccus.documents.card_front import face_marks, face_words
from ccus.documents.contact import contact
from ccus.documents.print_boxes import with_bleed_boxes
from ccus.documents.typesetting import picture, print_data
from ccus.domain.cards.faces import CardFace, CardLook

__all__ = ["CardFace", "CardLook", "PrintedCard", "back_svg", "face_png", "face_svg", "faces_pdf"]
_DOTS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """印刷する一枚: the face, the photograph as JPEG (empty where there is none), the 本人確認番号 of the back."""

    face: CardFace
    photo: bytes
    code: str


def face_svg(face: CardFace, *, photo: str) -> str:
    """券面 for a page. `photo` is the address of the photograph, a data URI, or empty."""
    return on_screen(
        face_marks(face, photo, _issuer()), face_words(face), f"edge-{face.look.code}-{face.serial}"
    )


def back_svg(code: str | None) -> str:
    """カード裏面 for a page; no page knows the code (CARD-13), so it says where the code stands."""
    said = f"本人確認番号 {code}。" if code else "本人確認番号は、カードの裏に印刷されています。"
    words = f"カードの裏。{said}拾った方の送り先と、お問い合わせ先が書いてあります。"
    return on_screen(back_marks(code, _addresses()), words, "edge-back")


def faces_pdf(cards: Sequence[PrintedCard]) -> bytes:
    """印刷データ: two pages a card, face and back, 85.60 × 53.98 mm with 3 mm bleed and crop marks (CARD-17).

    Raises ValueError for no card.
    """
    if not cards:
        raise ValueError("no card to print")
    return with_bleed_boxes(print_data("cards", faces_data(cards)), bleed=BLEED / 10)


def faces_data(cards: Sequence[PrintedCard]) -> dict[str, object]:
    """What the template of the print data takes."""
    sides = [
        to_print(drawn)
        for card in cards
        for drawn in (
            face_marks(card.face, _embedded(card.photo), _issuer()),
            back_marks(card.code, _addresses()),
        )
    ]
    return {"title": "カードの印刷データ", "sides": sides}


def face_png(face: CardFace, *, photo: bytes) -> bytes:
    """券面 as a picture of 300 dots per inch, trimmed."""
    drawn = to_print(face_marks(face, _embedded(photo), _issuer()), bleed=0)
    return picture("card", {"svg": drawn}, dots_per_inch=_DOTS_PER_INCH)


def _embedded(photo: bytes) -> str:
    return f"data:image/jpeg;base64,{b64encode(photo).decode()}" if photo else ""


def _issuer() -> str:
    return f"発行者　{settings.CONTACT_OPERATOR}"


def _addresses() -> dict[str, str]:
    return {**contact(), "operator": settings.CONTACT_OPERATOR, "address": settings.CONTACT_ADDRESS}
