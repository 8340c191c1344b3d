"""施工体系図を描く: one sheet as SVG, with presentation attributes alone (SITE-23). Text is escaped here.

Screen readers read the list below it, which shows the same. Built of strings: a sheet takes a few milliseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from django.utils.safestring import SafeString, mark_safe

from ccus.domain.sites.reading.structure import Spot
from ccus.domain.sites.terms import SpotState
from ccus.domain.sites.tree import Box, Sheet
from ccus.ui.formatting import width_units

WIDTH, ACROSS, DOWN, HEAD, EDGE = 204, 32, 12, 36, 8
_LARGE, _SMALL = 15, 13
_ROOM = WIDTH - 20
_MIDDLE = 25
"""Lines between boxes leave and arrive so far below the upper edge: the middle of a box with a name of one line."""
_FRAMES = {
    SpotState.PRIME: ("#fff", "none", 3),
    SpotState.ACCEPTED: ("#fff", "none", 1.5),
    SpotState.WAITING: ("#fff1e6", "6 4", 2.5),
    SpotState.STAND_IN: ("#fff1e6", "2 4", 2.5),
    SpotState.LEFT: ("#eee", "10 3 2 3", 1.5),
}
"""Fill, dashes and width of the frame: whoever is not whole is seen at a glance, without colours as well."""
_OPEN = {SpotState.WAITING, SpotState.STAND_IN}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box with its place on the sheet and its name as it is set."""

    box: Box
    spot: Spot
    x: int
    y: int
    size: int
    lines: list[str]

    @property
    def height(self) -> int:
        return _height(self.size, self.lines)


def drawn(sheet: Sheet, spots: Mapping[int, Spot], addresses: Mapping[int, str]) -> SafeString:
    """The sheet; `addresses` of the pages of spots, and of other sheets under their negative numbers."""
    first_tier = spots[sheet.boxes[0].id].tier
    placed, bottom = _placed(sheet, spots)
    width = 2 * EDGE + sheet.columns * WIDTH + (sheet.columns - 1) * ACROSS
    height = bottom + EDGE
    boxes = "".join(_box(each, addresses) for each in placed)
    text = (
        f'<svg class="tree" width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true"'
        f' font-size="{_SMALL}" fill="currentColor">{_heads(first_tier, sheet.columns)}'
        f'<g fill="none" stroke="currentColor" stroke-width="1.5">{_lines(placed)}</g>{boxes}</svg>'
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


def _height(size: int, lines: list[str]) -> int:
    return 20 + len(lines) * (size + 4) + 12


def _placed(sheet: Sheet, spots: Mapping[int, Spot]) -> tuple[list[_Placed], int]:
    """The boxes, each row as high as its highest one, and where the last row ends."""
    set_names = [fitted(spots[box.id].name) for box in sheet.boxes]
    heights = [0] * sheet.rows
    for box, name in zip(sheet.boxes, set_names, strict=True):
        heights[box.row] = max(heights[box.row], _height(*name))
    tops = list(accumulate((height + DOWN for height in heights), initial=HEAD))
    placed = [
        _Placed(box, spots[box.id], EDGE + box.column * (WIDTH + ACROSS), tops[box.row], *name)
        for box, name in zip(sheet.boxes, set_names, strict=True)
    ]
    return placed, tops[-1]


def _heads(first_tier: int, columns: int) -> str:
    return "".join(
        f'<text x="{EDGE + n * (WIDTH + ACROSS)}" y="22" font-weight="700">{tier_words(first_tier + n)}</text>'
        for n in range(columns)
    )


def _lines(placed: list[_Placed]) -> str:
    places = {each.box.id: each for each in placed}
    paths = []
    for each in placed[1:]:
        if each.box.parent is None:
            continue
        upper, bend = places[each.box.parent], each.x - ACROSS // 2
        paths.append(f"M{upper.x + WIDTH} {upper.y + _MIDDLE}H{bend}V{each.y + _MIDDLE}H{each.x}")
    return f'<path d="{"".join(paths)}"/>'


def _box(each: _Placed, addresses: Mapping[int, str]) -> str:
    spot, x, y, step = each.spot, each.x, each.y, each.size + 4
    fill, dashes, stroke = _FRAMES[spot.state]
    frame = (
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{each.height}" rx="6" fill="{fill}" stroke="currentColor"'
        f' stroke-width="{stroke}" stroke-dasharray="{dashes}"/>'
    )
    name = "".join(
        f'<text x="{x + 10}" y="{y + 20 + n * step}" font-size="{each.size}" font-weight="700">{escape(line)}</text>'
        for n, line in enumerate(each.lines)
    )
    weight = ' font-weight="700"' if spot.state in _OPEN else ""
    foot = f'<text x="{x + 10}" y="{y + each.height - 10}"{weight}>{spot.state.label}・{spot.heads}人</text>'
    body = f"<title>{escape(spot.name)}</title>{frame}{name}{foot}"
    if each.box.id in addresses:
        body = f'<a href="{escape(addresses[each.box.id])}" tabindex="-1">{body}</a>'
    return body + _mark(each, addresses)


def _mark(each: _Placed, addresses: Mapping[int, str]) -> str:
    onward = each.box.continued_on
    if onward is None:
        return ""
    at = f'x="{each.x + WIDTH - 10}" y="{each.y + each.height - 10}" text-anchor="end"'
    word = f'<text {at} font-weight="700">→{onward}枚目</text>'
    address = addresses.get(-onward)
    return f'<a href="{escape(address)}" tabindex="-1">{word}</a>' if address else word
