"""文字の幅: how wide letters are in the font of the papers, and lines that fit a place."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations, pairwise

from PIL import ImageFont

from ccus.documents.typesetting import font_folders

_EM = 100
_NOBODYS = "\U0010fffd"
_MOST_LINES = 3
_HEIGHT = 1.25
_LETTER = re.compile(r".[\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]*")
_SELECTORS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Fitted:
    """おさまる行: lines, and the size of their letters, in the unit of the place."""

    lines: tuple[str, ...]
    size: float


def width(words: str) -> float:
    """Of bold letters, in em."""
    return _bold().getlength(_SELECTORS.sub("", words)) / _EM


def missing(words: str) -> str:
    """The letters that the font lacks, each once: on a card they would be boxes or of another font (CARD-16)."""
    return "".join(dict.fromkeys(letter for letter in _SELECTORS.sub("", words) if not _is_drawn(letter)))


def fitted(words: str, *, room: float, height: float, largest: float, readable: float) -> Fitted:
    """Words as large as a place of `room` by `height` takes them, never cut (CARD-16).

    On one line where that is `readable`, else on the number of lines, three at most, that gives the largest letters.
    """
    one = _sized((words,), room, height, largest)
    if one.size >= readable:
        return one
    more = [_sized(_broken(words, count), room, height, largest) for count in range(2, _MOST_LINES + 1)]
    return max((one, *more), key=lambda way: way.size)


def _sized(lines: tuple[str, ...], room: float, height: float, largest: float) -> Fitted:
    widest = max(width(line) for line in lines) or 1
    return Fitted(lines, min(largest, room / widest, height / (_HEIGHT * len(lines))))


def _broken(words: str, count: int) -> tuple[str, ...]:
    """Into `count` lines as even as can be; between words, and inside them where there are too few."""
    glue = "　" if "　" in words else " "
    pieces = words.split()
    if len(pieces) < count:
        pieces, glue = _LETTER.findall(words), ""
    ends = [0.0, *accumulate(width(piece + glue) for piece in pieces)]
    cuts = ((0, *cut, len(pieces)) for cut in combinations(range(1, len(pieces)), count - 1))
    best = min(
        cuts, key=lambda cut: max(ends[b] - ends[a] for a, b in pairwise(cut)), default=(0, len(pieces))
    )
    return tuple(glue.join(pieces[a:b]).strip() for a, b in pairwise(best))


@cache
def _is_drawn(letter: str) -> bool:
    return letter.isspace() or bytes(_bold().getmask(letter)) != bytes(_bold().getmask(_NOBODYS))


@cache
def _bold() -> ImageFont.FreeTypeFont:
    (path,) = (path for folder in font_folders() for path in folder.glob("*-Bold.otf"))
    return ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)
