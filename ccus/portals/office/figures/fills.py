"""ぬり方: five parts that are told apart in grey as well (FIG-15). Pure."""

from collections.abc import Sequence

from ccus.portals.office.figures.strokes import BRAND, PAPER, WIDTH, box, hidden, text

_LIGHT, _STEP, _SWATCH = "#9cbbdb", 20, 13
HIDDEN_WORDS = "点線：5未満（大きさは出しません）"
_PATTERNS = {
    1: f'<path stroke="{BRAND}" stroke-width="1.6" d="M-1 1L1 -1M0 5L5 0M4 6L6 4"/>',
    3: f'<circle cx="2.5" cy="2.5" r="1" fill="{BRAND}"/>',
}
MOST = 5


def patterns(key: str) -> str:
    """What `fill` refers to, once a picture."""
    drawn = "".join(
        f'<pattern id="{key}-{at}" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<rect width="5" height="5" fill="{PAPER}"/>{inside}</pattern>'
        for at, inside in _PATTERNS.items()
    )
    return f"<defs>{drawn}</defs>"


def fill(key: str, part: int) -> str:
    """Of the part at this place, from 0."""
    return (BRAND, f"url(#{key}-1)", _LIGHT, f"url(#{key}-3)", PAPER)[part % MOST]


def legend(key: str, names: Sequence[str], *, with_hidden: bool) -> tuple[str, float]:
    """(what is drawn, its height); nothing for a single part with nothing hidden."""
    named = list(enumerate(names)) if len(names) > 1 else []
    drawn = "".join(
        box(1, at * _STEP + 3, _SWATCH, _SWATCH, fill(key, part)) + text(22, at * _STEP + 14, name)
        for at, (part, name) in enumerate(named)
    )
    height = len(named) * _STEP
    if with_hidden:
        drawn += hidden(3, height + 4) + text(22, height + 14, HIDDEN_WORDS)
        height += _STEP
    return drawn, height + (6 if height else 0)


def share_of_width(value: float, most: float, room: float = WIDTH) -> float:
    """How wide a value is drawn."""
    return room * value / most if most else 0.0
