"""Papers as pictures: page one, small and grey, as it is stored and compared."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import typst
from PIL import Image, ImageChops

from ccus.documents.typesetting import TEMPLATES, fonts

STORED = Path(__file__).parent / "pictures"
DOTS_PER_INCH = 45
_SEEN = 48
"""A difference in grey that an eye notices, of 255."""


def drawn(template: str, data: Mapping[str, object], dots_per_inch: float = DOTS_PER_INCH) -> Image.Image:
    """Page one of a paper, in grey."""
    made: object = typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=dots_per_inch,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    first = made[0] if isinstance(made, list) else made
    assert isinstance(first, bytes)
    return Image.open(io.BytesIO(first)).convert("L")


def stored(name: str) -> Image.Image:
    return Image.open(STORED / f"{name}.png").convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of dots that an eye would see differ; 1 for pictures of different sizes."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[_SEEN:]) / (one.width * one.height)
