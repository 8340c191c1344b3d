"""絵: portraits and papers drawn by code; no person and no paper like these exists."""

import io
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ccus.foundation.japanese import date_words

_NAVY, _STEEL, _SKIN, _HELMET, _PAPER = "#00234b", "#4a678c", "#e8c9a8", "#ffc700", "#fffdf5"
_BACKS = ("#dfe8f2", "#e6efe2", "#f2ece0")


def portrait(which: int) -> bytes:
    """顔写真: head and shoulders, 600 × 800, hair and jacket by number."""
    image = Image.new("RGB", (600, 800), _BACKS[which % len(_BACKS)])
    draw = ImageDraw.Draw(image)
    hair, jacket = ("#2b2320", "#4a3426", "#1d1d22")[which % 3], (_STEEL, _NAVY, "#3f6b57")[which % 3]
    draw.ellipse((60, 600, 540, 1100), fill=jacket)
    draw.rectangle((250, 500, 350, 650), fill="#d8b593")
    draw.polygon(((230, 640), (370, 640), (300, 730)), fill="#ffffff")
    draw.ellipse((160, 170, 440, 500), fill=hair)
    draw.ellipse((180, 210, 420, 560), fill=_SKIN)
    draw.chord((175, 180, 425, 420), 180, 360, fill=hair)
    for x in (250, 350):
        draw.ellipse((x - 11, 378, x + 11, 400), fill="#222222")
        draw.arc((x - 28, 340, x + 28, 380), 200, 340, fill=hair, width=7)
    draw.arc((255, 430, 345, 495), 25, 155, fill="#a2604f", width=7)
    return _jpeg(image)


def paper(title: str, lines: tuple[str, ...], issued: date) -> bytes:
    """証書: a title, some lines, a day, a seal, and 「見本」 across it."""
    image = Image.new("RGB", (1_400, 990), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((30, 30, 1_370, 960), outline=_NAVY, width=6)
    draw.rectangle((48, 48, 1_352, 942), outline=_HELMET, width=4)
    draw.text((700, 160), title, fill=_NAVY, font=_font(64), anchor="mm")
    for n, line in enumerate(lines):
        draw.text((180, 290 + n * 84), line, fill="#222222", font=_font(38))
    draw.text((180, 810), date_words(issued), fill="#222222", font=_font(36))
    draw.text((1_000, 810), "みほん講習センター", fill="#222222", font=_font(32), anchor="mm")
    draw.ellipse((1_170, 740, 1_300, 870), outline="#c22f2f", width=8)
    draw.text((1_235, 805), "見本", fill="#c22f2f", font=_font(40), anchor="mm")
    return _jpeg(image)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    found = find_spec("noto_cjk_sans_jp_bold")
    if found is None or found.origin is None:
        raise FileNotFoundError("noto_cjk_sans_jp_bold")
    (file,) = Path(found.origin).parent.glob("*.otf")
    return ImageFont.truetype(str(file), size)


def _jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()
