"""受け取った画像をきれいにする (EVID-03, EVID-04)."""

import re

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from ccus.domain.evidence.images import clean
from ccus.domain.evidence.refusals import TooSmall
from ccus.domain.evidence.terms import Purpose
from tests.factories.evidence import BLUE, RED, drawn, opened, photo, saved

CERTIFICATE, PORTRAIT = Purpose.CERTIFICATE, Purpose.PORTRAIT
WHITE = (255, 255, 255)


def is_like(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    """Whether a pixel has a colour, as far as JPEG keeps it."""
    seen = image.convert("RGB").getpixel(at)
    assert isinstance(seen, tuple)
    return all(abs(a - b) <= 12 for a, b in zip(seen, colour, strict=True))


def kept(data: bytes, purpose: Purpose = CERTIFICATE) -> Image.Image:
    return opened(clean(data, purpose).content)


def segments(jpeg: bytes) -> set[int]:
    """The markers of a JPEG's segments before its pixels."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_becomes_a_jpeg_with_its_size(kind: str) -> None:
    picture = clean(photo(kind=kind), CERTIFICATE)
    image = opened(picture.content)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (800, 600))
    assert (picture.width, picture.height) == (800, 600)


def loaded_with_words(kind: str) -> bytes:
    """A photograph that says where, when and by what it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "SECRET maker", {1: "N", 2: (35.0, 39.0, 31.0)}
    xmp = b"<x:xmpmeta>SECRET place</x:xmpmeta>"
    text = PngInfo()
    text.add_text("Comment", "SECRET words")
    own: dict[str, dict[str, object]] = {
        "JPEG": {"comment": b"SECRET words", "xmp": xmp},
        "PNG": {"pnginfo": text},
    }
    options = own.get(kind, {"xmp": xmp}) | {"exif": exif, "icc_profile": b"SECRET profile" * 20}
    return saved(drawn(), kind, **options)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_pixels_of_an_upload_is_kept(kind: str) -> None:
    data = loaded_with_words(kind)
    assert b"SECRET" in data
    picture = clean(data, CERTIFICATE)
    for jpeg in (picture.content, picture.preview):
        assert not re.search(rb"SECRET|Exif|ICC_PROFILE|xmp|http", jpeg)
        assert segments(jpeg) <= {0xE0, 0xDB, 0xC0, 0xC4}
        assert set(opened(jpeg).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [
        (1, (50, 300)),
        (2, (750, 300)),
        (3, (750, 300)),
        (4, (50, 300)),
        (5, (300, 50)),
        (6, (300, 50)),
        (7, (300, 750)),
        (8, (300, 750)),
    ],
)
def test_a_photograph_taken_sideways_is_kept_upright(orientation: int, red_at: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = kept(photo(exif=exif))
    assert image.size == ((800, 600) if orientation < 5 else (600, 800))
    assert is_like(image, red_at, RED)


def test_a_broken_mark_of_orientation_counts_as_none() -> None:
    exif = Image.Exif()
    exif[0x0112] = 99
    assert kept(photo(exif=exif)).size == (800, 600)


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "RGBA", "LA"])
def test_images_of_other_colours_are_kept_in_red_green_and_blue(mode: str) -> None:
    image = kept(saved(drawn().convert(mode), "JPEG" if mode == "CMYK" else "PNG"))
    assert (image.mode, image.size) == ("RGB", (800, 600))


def test_a_printers_colours_stay_the_colours_they_are() -> None:
    image = kept(saved(drawn().convert("CMYK"), "JPEG"))
    assert is_like(image, (50, 300), RED)
    assert is_like(image, (750, 300), BLUE)


def test_a_grey_of_sixteen_bits_stays_the_grey_it_is() -> None:
    grey = Image.new("I;16", (300, 300), 128 * 257)
    assert is_like(kept(saved(grey)), (150, 150), (128, 128, 128))


def test_what_was_transparent_is_kept_white() -> None:
    glass = Image.new("RGBA", (300, 300), (*RED, 0))
    assert is_like(kept(saved(glass)), (150, 150), WHITE)
    palette = Image.new("P", (300, 300), 0)
    assert is_like(kept(saved(palette, transparency=0)), (150, 150), WHITE)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_image_the_first_frame_is_kept(kind: str) -> None:
    frames = [Image.new("RGB", (300, 300), colour) for colour in (RED, BLUE)]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:])
    assert is_like(kept(data), (150, 150), RED)


def test_a_large_photograph_is_reduced_and_its_preview_is_small() -> None:
    picture = clean(photo(4000, 3000), CERTIFICATE)
    assert opened(picture.content).size == (2000, 1500)
    assert opened(picture.preview).size == (480, 360)


@pytest.mark.parametrize(
    ("width", "height"), [(294, 378), (1200, 900), (600, 800), (900, 1600), (3000, 3000)]
)
def test_a_portrait_is_kept_in_the_shape_of_the_card(width: int, height: int) -> None:
    assert kept(photo(width, height), PORTRAIT).size == (600, 800)


def test_a_portrait_is_cut_around_its_middle() -> None:
    image = kept(photo(1600, 800), PORTRAIT)
    assert is_like(image, (280, 400), RED)
    assert is_like(image, (320, 400), BLUE)


@pytest.mark.parametrize(("width", "height"), [(293, 378), (294, 377)])
def test_a_portrait_too_small_for_the_card_is_refused_with_its_size(width: int, height: int) -> None:
    with pytest.raises(TooSmall, match=f"横{width}×縦{height}ピクセル"):
        clean(photo(width, height), PORTRAIT)


@pytest.mark.parametrize(("width", "height"), [(199, 300), (300, 199), (250, 6000)])
def test_a_paper_that_nobody_could_read_is_refused(width: int, height: int) -> None:
    with pytest.raises(TooSmall, match="200ピクセル以上"):
        clean(photo(width, height), CERTIFICATE)


def test_the_same_upload_gives_the_same_bytes() -> None:
    data = photo(1234, 987, "PNG")
    assert clean(data, CERTIFICATE) == clean(data, CERTIFICATE)
