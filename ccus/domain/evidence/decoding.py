"""画像を読む: bytes that anybody may have made become upright RGB pixels (EVID-01, EVID-02, EVID-04)."""

import io
import struct

from PIL import Image, ImageFile, UnidentifiedImageError

from ccus.domain.evidence import rules
from ccus.domain.evidence.formats import declared_webp_size, why_not
from ccus.domain.evidence.refusals import (
    FIELD,
    BrokenImage,
    EmptyFile,
    NotAnImage,
    TooLarge,
    TooManyPixels,
)

# Pillow warns beyond this and refuses beyond twice of it; `_require_pixels` refuses at once.
Image.MAX_IMAGE_PIXELS = rules.MOST_PIXELS

_FORMATS = ("JPEG", "PNG", "WEBP")
_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError, struct.error)
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_WHITE = (255, 255, 255)


def decode(data: bytes) -> Image.Image:
    """Upright RGB pixels, nothing else. Raises the refusals of `NotAccepted` but `TooSmall`."""
    _require_size(data)
    image = _opened(data)
    _require_pixels(image.size)
    try:
        image.draft(None, (rules.LONG_SIDE, rules.LONG_SIDE))
        image.load()
        turn = _UPRIGHT.get(_orientation(image))
        return _on_white(image.transpose(turn) if turn is not None else image)
    except _BOMB as error:
        raise _too_many() from error
    except _BROKEN as error:
        raise BrokenImage(
            "画像が途中で切れているか、壊れています。写真をとり直すか、もう一度保存してから選んでください。",
            FIELD,
        ) from error


def _require_size(data: bytes) -> None:
    if not data:
        raise EmptyFile(
            "ファイルの中身が空（0バイト）です。写真をとり直すか、別のファイルを選んでください。", FIELD
        )
    if len(data) > rules.MOST_BYTES:
        raise TooLarge(
            f"ファイルが大きすぎます。大きさは{rules.MOST_BYTES // rules.MEGABYTE}MBまでです。"
            "カメラの画質を下げてとり直すか、縮小してください。",
            FIELD,
        )
    _require_pixels(declared_webp_size(data) or (1, 1))


def _require_pixels(size: tuple[int, int]) -> None:
    """The size that the head declares, before anything is decoded."""
    if size[0] * size[1] > rules.MOST_PIXELS:
        raise _too_many()


def _opened(data: bytes) -> ImageFile.ImageFile:
    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    except _BOMB as error:
        raise _too_many() from error
    except UnidentifiedImageError as error:
        raise NotAnImage(why_not(data), FIELD) from error
    except _BROKEN as error:
        raise BrokenImage(
            "画像が壊れています。写真をとり直すか、もう一度保存してから選んでください。", FIELD
        ) from error


def _too_many() -> TooManyPixels:
    return TooManyPixels(
        f"画像の縦と横をかけた画素の数は、{rules.MOST_PIXELS // 10_000:,}万までです。縮小してから選んでください。",
        FIELD,
    )


def _orientation(image: Image.Image) -> int:
    """回転の印 of the camera; a broken one counts as none."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1


def _on_white(image: Image.Image) -> Image.Image:
    """A new RGB image: transparent parts white, 16 bits brought to 8."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    paper = Image.new("RGB", image.size, _WHITE)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper.paste(image, mask=image.getchannel("A"))
    else:
        paper.paste(image.convert("RGB"))
    return paper
