"""図の線と文字: what every picture of numbers is put together from; presentation attributes alone. Pure."""

from html import escape

WIDTH = 360
"""In units of a pixel of a telephone."""
INK, SOFT, LINE, BRAND, PAPER = "#1a1a1a", "#4d4d4d", "#c4cbd3", "#00316a", "#fff"
LETTERS = 13.0
_FONT = "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"
HIDDEN_SIDE = 9
"""Of the outline of a hidden number: one size for all (FIG-15)."""


def svg(height: float, title: str, about: str, drawn: str) -> str:
    """A picture that says its title and its numbers to those who do not see it (FIG-15)."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img"'
        f' font-family="{_FONT}"><title>{escape(title)}</title><desc>{escape(about)}</desc>{drawn}</svg>'
    )


def text(
    x: float, y: float, words: str, *, anchor: str = "start", bold: bool = False, soft: bool = False
) -> str:
    """A line of letters."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{LETTERS:g}" fill="{SOFT if soft else INK}"{weight}'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line of the ground."""
    return f'<path stroke="{LINE}" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>'


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A part, with an edge that tells it from its neighbour."""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{fill}"'
        f' stroke="{BRAND}" stroke-width=".8"/>'
    )


def hidden(x: float, y: float) -> str:
    """A hidden number: it has no size (FIG-15)."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{HIDDEN_SIDE}" height="{HIDDEN_SIDE}" fill="{PAPER}"'
        f' stroke="{INK}" stroke-dasharray="1.5 1.5"/>'
    )


def short(words: str, most: int) -> str:
    """Words that fit beside a number; the table has them whole."""
    return words if len(words) <= most else words[: most - 1] + "…"
