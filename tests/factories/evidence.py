"""添付書類: photographs as bytes, of a size and a format; and one that lies in the register."""

import io
from datetime import UTC, datetime

from PIL import Image, ImageDraw

from ccus.domain.audit.terms import Actor
from ccus.domain.evidence.actions import upload
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.terms import Purpose

UPLOADED_AT = datetime(2026, 11, 19, tzinfo=UTC)
RED, BLUE = (220, 30, 30), (30, 30, 220)


def drawn(width: int = 800, height: int = 600) -> Image.Image:
    """The left half red, the right half blue: one sees how it was turned."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height), fill=RED)
    return image


def photo(width: int = 800, height: int = 600, kind: str = "JPEG", **options: object) -> bytes:
    """`drawn`, as a file of a kind."""
    file = io.BytesIO()
    drawn(width, height).save(file, format=kind, **options)
    return file.getvalue()


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """An image as a file of a kind."""
    file = io.BytesIO()
    image.save(file, format=kind, **options)
    return file.getvalue()


def opened(content: bytes | memoryview) -> Image.Image:
    """The pixels of what is held."""
    return Image.open(io.BytesIO(bytes(content)))


def evidence(by: Actor, purpose: Purpose = Purpose.CERTIFICATE) -> Evidence:
    return upload(data=photo(), purpose=purpose, by=by, at=UPLOADED_AT)
