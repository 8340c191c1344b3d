"""カードを描く: what face and back share, as SVG in tenths of a millimetre (CARD-17). Pure."""

from html import escape

WIDTH, HEIGHT, BLEED = 856, 539.8, 30
EVERYWHERE = f'x="{-BLEED}" y="{-BLEED}" width="{WIDTH + 2 * BLEED}" height="{round(HEIGHT + 2 * BLEED, 1)}"'
"""The card with its bleed."""
NAVY, SOFT, LINE = "#00234b", "#4d4d4d", "#b3b3b3"
_CORNER = 31.8
_FONT = "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"


def on_screen(drawn: str, words: str, key: str) -> str:
    """A card as it lies in the hand, cut at its rounded edge; `key` tells it from others on a page."""
    edge = f'width="{WIDTH}" height="{HEIGHT}" rx="{_CORNER}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="card-face" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="{escape(words)}" font-family="{_FONT}"><clipPath id="{key}"><rect {edge}/></clipPath>'
        f'<g clip-path="url(#{key})">{drawn}</g>'
        f'<rect {edge} fill="none" stroke="{NAVY}" stroke-opacity=".3" stroke-width="2"/></svg>'
    )


def to_print(drawn: str, bleed: float = BLEED) -> str:
    """The same drawing in right angles, with so much of it around as is cut away."""
    box = f"{-bleed:g} {-bleed:g} {WIDTH + 2 * bleed:g} {HEIGHT + 2 * bleed:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="{_FONT}">{drawn}</svg>'


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = "",
    anchor: str = "start",
    spacing: float = 0,
    room: float = 0,
) -> str:
    """Letters, in the colour of their group if none is said; `room` is their width where other fonts must keep it."""
    looks = {
        "font-weight": "700" if bold else "",
        "fill": colour,
        "text-anchor": anchor if anchor != "start" else "",
        "letter-spacing": f"{spacing:g}" if spacing else "",
        "textLength": f"{room:.4g}" if room else "",
        "lengthAdjust": "spacingAndGlyphs" if room else "",
    }
    said = "".join(f' {name}="{value}"' for name, value in looks.items() if value)
    return f'<text x="{x:g}" y="{y:.5g}" font-size="{size:.4g}"{said}>{escape(words)}</text>'
