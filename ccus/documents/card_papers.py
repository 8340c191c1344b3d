"""印刷の束の紙: print data and letters of the cards of a part (PRINT-03, CARD-17, CARD-18)."""

from collections.abc import Sequence

from ccus.documents.card_face import PrintedCard, faces_pdf
from ccus.documents.card_letter import CardLetter, letters_pdf
from ccus.domain.printing.making import ToEnclose, ToPrint


def faces_of(cards: Sequence[ToPrint]) -> bytes:
    """印刷データ of those cards, as PDF."""
    return faces_pdf([PrintedCard(card.face, card.photo, card.code) for card in cards])


def letters_of(letters: Sequence[ToEnclose]) -> bytes:
    """台紙 of those cards, as PDF."""
    return letters_pdf(
        [
            CardLetter(
                face=letter.face,
                address=letter.address,
                addressee=letter.addressee,
                number=letter.number,
                initial_password=letter.initial_password,
                until=letter.until,
                kind=letter.kind,
            )
            for letter in letters
        ]
    )
