"""画像: from an upload to the one clean JPEG that is kept, and what may be done to it before (EVID-03 to EVID-06)."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from PIL import Image, ImageDraw, ImageOps

from ccus.domain.evidence import rules
from ccus.domain.evidence.decoding import decode
from ccus.domain.evidence.refusals import FIELD, TooSmall
from ccus.domain.evidence.terms import Box, Purpose

# The largest image allowed takes up to 800 MB while it is decoded: one of them at a time in a process.
_ROOM = Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """きれいにした画像: two JPEGs; width and height are those of `content`, in pixels."""

    content: bytes
    preview: bytes
    width: int
    height: int


def clean(data: bytes, purpose: Purpose) -> Picture:
    """受け取った画像をきれいにする (EVID-01 to EVID-04). Raises `NotAccepted`: which one says what is wrong."""
    with _ROOM:
        pixels = _shaped(decode(data), purpose)
    return _encoded(pixels)


def turned(content: bytes, purpose: Purpose) -> Picture:
    """右へ90°回す; a portrait stays upright in shape (EVID-05)."""
    pixels = decode(content).transpose(Image.Transpose.ROTATE_270)
    if purpose is Purpose.PORTRAIT:
        pixels = ImageOps.fit(pixels, rules.PORTRAIT, Image.Resampling.LANCZOS)
    return _encoded(pixels)


def masked(content: bytes, boxes: Sequence[Box]) -> Picture:
    """黒くぬる: the boxes and what is around them as far as a trace of them is carried, in both images (EVID-06)."""
    pixels = decode(content)
    draw = ImageDraw.Draw(pixels)
    for box in boxes:
        draw.rectangle(_in_pixels(box, *pixels.size), fill=(0, 0, 0))
    return _encoded(pixels)


def _in_pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """First and last column and row that a box touches or leaves a trace in."""
    left, top = box.left * width // 1000, box.top * height // 1000
    right, bottom = -(-box.right * width // 1000) - 1, -(-box.bottom * height // 1000) - 1
    around = rules.CARRIED
    return (
        max(left - around, 0),
        max(top - around, 0),
        min(right + around, width - 1),
        min(bottom + around, height - 1),
    )


def _shaped(pixels: Image.Image, purpose: Purpose) -> Image.Image:
    if purpose is Purpose.PORTRAIT:
        _require_portrait(pixels)
        return ImageOps.fit(pixels, rules.PORTRAIT, Image.Resampling.LANCZOS)
    shaped = _within(pixels, rules.LONG_SIDE)
    if min(shaped.size) < rules.SHORT_SIDE:
        raise TooSmall(
            f"画像が小さすぎるか、細長すぎます（{_size(pixels)}）。書類の全体が、縦も横も"
            f"{rules.SHORT_SIDE}ピクセル以上になるように、とり直してください。",
            FIELD,
        )
    return shaped


def _require_portrait(pixels: Image.Image) -> None:
    width, height = rules.PORTRAIT_LEAST
    if pixels.width < width or pixels.height < height:
        raise TooSmall(
            f"顔写真が小さすぎます（{_size(pixels)}）。横{width}×縦{height}ピクセル以上の写真を選んでください。",
            FIELD,
        )


def _within(pixels: Image.Image, side: int) -> Image.Image:
    if max(pixels.size) <= side:
        return pixels
    return ImageOps.contain(pixels, (side, side), Image.Resampling.LANCZOS)


def _encoded(pixels: Image.Image) -> Picture:
    return Picture(_jpeg(pixels), _jpeg(_within(pixels, rules.PREVIEW_SIDE)), pixels.width, pixels.height)


def _jpeg(pixels: Image.Image) -> bytes:
    """Written from pixels alone: what the image object still knows about its origin stays behind (EVID-04)."""
    bare = Image.new("RGB", pixels.size)
    bare.paste(pixels)
    file = io.BytesIO()
    bare.save(file, format="JPEG", quality=rules.QUALITY, optimize=True)
    return file.getvalue()


def _size(pixels: Image.Image) -> str:
    return f"横{pixels.width}×縦{pixels.height}ピクセル"
