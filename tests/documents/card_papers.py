"""Cards and card letters for the tests."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from ccus.documents.card_face import CardFace, CardLook, PrintedCard, faces_data
from ccus.documents.card_letter import CardLetter, letters_data
from tests.documents.papers import FORTY_LETTERS
from tests.documents.site_papers import Drawing

WHITE = CardLook("white", "一般のカード（白色）", "#ffffff", "#dde5ee", "#00234b")
GOLD = CardLook("gold", "ゴールドカード", "#f7e3a1", "#c6962b", "#00234b")
THIRD = CardLook("third", "三つ目のカード", "#1f4e8c", "#0b2a55", "#ffffff")
SAMPLE = CardFace(
    number="12345678901234",
    serial=1,
    look=WHITE,
    name="建設 未来",
    alias="",
    first_year=2019,
    birth_on=date(1989, 4, 1),
    expires_on=date(2029, 4, 1),
)
"""The guide's (G00-6)."""
ROMAN = replace(SAMPLE, look=GOLD, name="MARIA CRISTINA DE LOS SANTOS VILLANUEVA-MACAPAGAL FERNANDEZ")
ADDRESS = ("〒105-0001", "東京都港区虎ノ門4丁目2番12号", "虎ノ門ハイツ 203号室")
LETTER = CardLetter(
    face=SAMPLE,
    address=ADDRESS,
    addressee="建設 未来",
    number="12-034",
    initial_password="K7QM4XTR9WPAD",
    until=date(2027, 1, 19),
    kind="新規登録",
)


@cache
def photograph(wide: int = 600, high: int = 800) -> bytes:
    """A face of two circles, as JPEG."""
    drawn = Image.new("RGB", (wide, high), "#e8eee4")
    draw = ImageDraw.Draw(drawn)
    draw.ellipse((wide * 0.28, high * 0.2, wide * 0.72, high * 0.65), fill="#e8c9a8")
    draw.ellipse((wide * 0.1, high * 0.7, wide * 0.9, high * 1.4), fill="#00234b")
    made = BytesIO()
    drawn.save(made, "JPEG", quality=85)
    return made.getvalue()


def printed(face: CardFace, code: str = "0427") -> PrintedCard:
    return PrintedCard(face, photograph(), code)


def card_drawings() -> dict[str, Drawing]:
    """Each as its template and what the template takes."""
    faces = {
        "card-white": SAMPLE,
        "card-gold": ROMAN,
        "card-third": replace(SAMPLE, look=THIRD, name="髙橋 𠮷三郎"),
        "card-long-names": replace(SAMPLE, name=FORTY_LETTERS, alias=FORTY_LETTERS),
    }
    cards = {name: ("cards", faces_data([printed(face)])) for name, face in faces.items()}
    sides = faces_data([printed(SAMPLE)])["sides"]
    assert isinstance(sides, list)
    again = replace(LETTER, face=replace(ROMAN, serial=2), initial_password=None, until=None, kind="再発行")
    return {
        **cards,
        "card-back": ("cards", {"title": "カード裏面", "sides": sides[1:]}),
        "card-letter": ("card_letter", letters_data([LETTER])),
        "card-letter-again": ("card_letter", letters_data([replace(again, addressee=FORTY_LETTERS)])),
    }
