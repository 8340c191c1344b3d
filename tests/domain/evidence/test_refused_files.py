"""受け取らないファイル (EVID-01, EVID-02)."""

import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.evidence.images import clean
from ccus.domain.evidence.refusals import (
    BrokenImage,
    EmptyFile,
    NotAccepted,
    NotAnImage,
    TooLarge,
    TooManyPixels,
)
from ccus.domain.evidence.terms import Purpose
from tests.factories.evidence import photo

SIDE = 30_000


def cleaned(data: bytes) -> object:
    return clean(data, Purpose.CERTIFICATE)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_bomb() -> bytes:
    """A PNG of some hundred bytes that unpacks to 900 million pixels."""
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def webp(name: bytes, body: bytes) -> bytes:
    held = name + struct.pack("<I", len(body)) + body + b"\0" * 20
    return b"RIFF" + struct.pack("<I", len(held) + 4) + b"WEBP" + held


def jpeg_of(width: int, height: int) -> bytes:
    """A JPEG whose head declares another size than its pixels have."""
    data = bytearray(photo())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(EmptyFile, match="0バイト"):
        cleaned(b"")


def test_a_file_beyond_ten_megabytes_is_refused_with_its_size() -> None:
    with pytest.raises(TooLarge, match=r"大きすぎます.*10MBまで"):
        cleaned(photo() + b"\0" * (10 * 1024 * 1024 + 500_000))


def test_a_photograph_with_something_behind_it_is_cleaned() -> None:
    assert cleaned(photo() + b"<script>" * 100) == cleaned(photo())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "PDFは受け取れません"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "互換性優先"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "SVG"),
        (b"PK\x03\x04", "文書や圧縮したファイル"),
        ("これは文章です".encode(), "JPEG・PNG・WebP形式の画像ではありません"),
        (b"GIF89a" + b"\0" * 40, "JPEG・PNG・WebP形式の画像ではありません"),
        (b"BM" + b"\0" * 60, "JPEG・PNG・WebP形式の画像ではありません"),
    ],
)
def test_what_is_no_photograph_is_refused_with_the_way_to_one(data: bytes, words: str) -> None:
    with pytest.raises(NotAnImage, match=words):
        cleaned(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_photograph_that_breaks_off_is_refused(kind: str, part: float) -> None:
    data = photo(kind=kind, quality=95)
    with pytest.raises((BrokenImage, NotAnImage)):
        cleaned(data[: int(len(data) * part)])


@pytest.mark.parametrize(
    "data",
    [
        png_bomb(),
        jpeg_of(SIDE, SIDE),
        jpeg_of(8000, 5001),
        webp(b"VP8X", b"\0" * 4 + (16_000).to_bytes(3, "little") * 2),
        webp(b"VP8L", b"\x2f" + (0x3FFF | 0x3FFF << 14).to_bytes(4, "little")),
        webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 16_000, 16_000)),
    ],
    ids=["png", "jpeg", "just beyond", "webp", "lossless webp", "lossy webp"],
)
def test_a_bomb_of_pixels_is_refused_before_it_is_decoded(data: bytes) -> None:
    with pytest.raises(TooManyPixels, match="4,000万まで"):
        cleaned(data)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8X"]),
)
def test_any_bytes_are_refused_with_a_sentence(data: bytes, head: bytes) -> None:
    with pytest.raises(NotAccepted) as refused:
        cleaned(head + data)
    assert refused.value.field == "file"


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_a_damaged_photograph_is_cleaned_or_refused(kind: str, data: st.DataObject) -> None:
    damaged = bytearray(photo(300, 300, kind))
    for _ in range(5):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NotAccepted):
        cleaned(bytes(damaged))
