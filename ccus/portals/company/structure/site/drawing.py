"""施工体系図を描く: one sheet as SVG, with presentation attributes alone (SITE-23). Text is escaped here.

Screen readers read the list below it, which shows the same. Built of strings: a sheet takes a few milliseconds.
"""

from collections.abc import Mapping
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ccus.domain.sites.reading.structure import Spot
from ccus.domain.sites.terms import SpotState
from ccus.domain.sites.tree import Box, Sheet
from ccus.ui.formatting import width_units

WIDTH, HEIGHT, ACROSS, DOWN, HEAD, EDGE = 204, 88, 32, 12, 36, 8
_LARGE, _SMALL = 15, 13
_ROOM = WIDTH - 20
_DASHES = {SpotState.WAITING: "6 4", SpotState.STAND_IN: "2 4", SpotState.LEFT: "10 3 2 3"}


def drawn(sheet: Sheet, spots: Mapping[int, Spot], addresses: Mapping[int, str]) -> SafeString:
    """The sheet; `addresses` of the pages of spots, and of other sheets under their negative numbers."""
    first_tier = spots[sheet.boxes[0].id].tier
    width = 2 * EDGE + sheet.columns * WIDTH + (sheet.columns - 1) * ACROSS
    height = HEAD + sheet.rows * (HEIGHT + DOWN) + EDGE
    boxes = "".join(_box(box, spots[box.id], addresses) for box in sheet.boxes)
    text = (
        f'<svg class="tree" width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true"'
        f' font-size="{_SMALL}" fill="currentColor">{_heads(first_tier, sheet.columns)}'
        f'<g fill="none" stroke="currentColor" stroke-width="1.5">{_lines(sheet)}</g>{boxes}</svg>'
    )
    return mark_safe(text)  # noqa: S308 - names are escaped in _box, all else are numbers and our words


def fitted(name: str) -> tuple[int, list[str]]:
    """Font size and lines of a name: two large ones, or three small ones with an ellipsis where even they end."""
    lines = _broken(name, _ROOM / _LARGE)
    if len(lines) <= 2:
        return _LARGE, lines
    lines = _broken(name, _ROOM / _SMALL)
    if len(lines) > 3:
        lines = [*lines[:2], lines[2][:-1] + "…"]
    return _SMALL, lines


def tier_words(tier: int) -> str:
    """元請, 一次 and so on; figures from ten on."""
    return "元請" if tier == 0 else f"{'〇一二三四五六七八九'[tier] if tier < 10 else tier}次"


def _broken(name: str, room: float) -> list[str]:
    lines = [""]
    for letter in name:
        if width_units(lines[-1] + letter) > room:
            lines.append("")
        lines[-1] += letter
    return lines


def _place(box: Box) -> tuple[int, int]:
    return EDGE + box.column * (WIDTH + ACROSS), HEAD + box.row * (HEIGHT + DOWN)


def _heads(first_tier: int, columns: int) -> str:
    return "".join(
        f'<text x="{EDGE + n * (WIDTH + ACROSS)}" y="22" font-weight="700">{tier_words(first_tier + n)}</text>'
        for n in range(columns)
    )


def _lines(sheet: Sheet) -> str:
    places = {box.id: _place(box) for box in sheet.boxes}
    paths = []
    for box in sheet.boxes[1:]:
        if box.parent is None:
            continue
        (x, y), (from_x, from_y) = places[box.id], places[box.parent]
        middle = HEIGHT // 2
        bend = x - ACROSS // 2
        paths.append(f"M{from_x + WIDTH} {from_y + middle}H{bend}V{y + middle}H{x}")
    return f'<path d="{"".join(paths)}"/>'


def _box(box: Box, spot: Spot, addresses: Mapping[int, str]) -> str:
    x, y = _place(box)
    size, lines = fitted(spot.name)
    dashes = _DASHES.get(spot.state, "none")
    frame = (
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#fff" stroke="currentColor"'
        f' stroke-width="{3 if spot.tier == 0 else 1.5}" stroke-dasharray="{dashes}"/>'
    )
    name = "".join(
        f'<text x="{x + 10}" y="{y + 20 + n * (size + 4)}" font-size="{size}" font-weight="700">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    said = f"{spot.state.label}・{spot.heads}人"
    foot = f'<text x="{x + 10}" y="{y + HEIGHT - 9}">{said}</text>'
    body = f"<title>{escape(spot.name)}</title>{frame}{name}{foot}"
    if box.id in addresses:
        body = f'<a href="{escape(addresses[box.id])}" tabindex="-1">{body}</a>'
    return body + _mark(box, x, y, addresses)


def _mark(box: Box, x: int, y: int, addresses: Mapping[int, str]) -> str:
    if box.continued_on is None:
        return ""
    at = f'x="{x + WIDTH - 10}" y="{y + HEIGHT - 9}" text-anchor="end"'
    word = f'<text {at} font-weight="700">→{box.continued_on}枚目</text>'
    address = addresses.get(-box.continued_on)
    return f'<a href="{escape(address)}" tabindex="-1">{word}</a>' if address else word
