"""経歴の図を描く: the picture of a career as SVG (PROOF-09, PROOF-10). Pure: a picture in, texts out."""

from collections.abc import Sequence
from datetime import date
from html import escape

from ccus.documents.career import CareerPicture, YearOfDays, place_of
from ccus.documents.career_marks import (
    LOOKS,
    PITCH,
    SIDE,
    Fill,
    Look,
    Place,
    corner,
    edges,
    full,
    hatched,
    inside,
)
from ccus.foundation.periods import ONE_DAY

WIDTH, HEIGHT = 320, 76
"""Of one year, in units that are at least a pixel wide wherever it is shown."""
LETTERS = 12.5
_INK, _SOFT, _PAPER, _GROUND = "#1a1a1a", "#4d4d4d", "#fff", "#ebeff3"
_TOP, _LEFT = 17, 2
_FONT = "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"
_STEP, _BOX = 20, 14
_LONGEST_TRADE = 13


def year_svg(picture: CareerPicture, of: YearOfDays) -> str:
    """A year as a picture of its own; it says its sums to those who do not see it."""
    said = f"{of.year}年　{of.words}"
    trades = "、".join(f"{trade} {days}日" for trade, days in of.trades.items())
    about = f"職種ごとの正式の日数：{trades or 'ありません'}。"
    return _svg(WIDTH, HEIGHT, said, about, _block(picture, of))


def legend_svg(picture: CareerPicture) -> str:
    """しるしの意味, with the sums."""
    said = "しるしの意味"
    about = "、".join(
        (
            *(f"{trade} 正式{days}日" for trade, _, days in picture.trades),
            *(f"{fill.words} {days}日" for fill, days in picture.fills),
        )
    )
    return _svg(WIDTH, legend_height(picture), said, about, _legend(picture))


def career_svg(picture: CareerPicture, heading: Sequence[str], columns: int = 2) -> str:
    """The whole career in one file: a heading of lines, the legend, and the years side by side."""
    gap, top = 14, 24 + 20 * len(heading)
    years_from = top + legend_height(picture) + gap
    rows = -(-len(picture.years) // columns)
    width, height = columns * (WIDTH + gap) + gap, years_from + rows * (HEIGHT + gap)
    lines = "".join(
        _text(gap, 28 + 20 * at, line, size=16 if at == 0 else 13, bold=at == 0)
        for at, line in enumerate(heading)
    )
    blocks = "".join(
        _at(
            gap + at % columns * (WIDTH + gap),
            years_from + at // columns * (HEIGHT + gap),
            _block(picture, year),
        )
        for at, year in enumerate(picture.years)
    )
    ground = f'<rect width="{width}" height="{height}" fill="{_PAPER}"/>'
    drawn = ground + lines + _at(gap, top, _legend(picture)) + blocks
    sums = "、".join(f"{year.year}年 {year.words}" for year in picture.years)
    return _svg(width, height, "経歴の図　" + "　".join(heading), sums, drawn, is_file=True)


def legend_height(picture: CareerPicture) -> int:
    """Of the legend, in the units of a year."""
    return _STEP * (len(picture.trades) + len(picture.fills) + 2) + 10


def _block(picture: CareerPicture, of: YearOfDays) -> str:
    last = place_of(date(of.year, 12, 31))[0]
    cells = {key: picture.looks[key[0]] for key in of.cells}
    filled = [key for key in cells if key[1] is Fill.FULL]
    return (
        _text(_LEFT, 12, f"{of.year}年", size=14, bold=True)
        + _text(WIDTH - _LEFT, 12, of.words, anchor="end", colour=_SOFT)
        + _at(
            _LEFT,
            _TOP,
            _ground(of.year)
            + "".join(full(cells[key], of.cells[key]) for key in filled)
            + _grid(last + 1)
            + "".join(inside(cells[key], of.cells[key]) for key in filled)
            + "".join(_open_cells(cells[key], key[1], of.cells[key]) for key in cells if key not in filled)
            + _months(of.year),
        )
    )


def _open_cells(look: Look, fill: Fill, places: Sequence[Place]) -> str:
    if fill is Fill.HATCHED:
        return hatched(look, places)
    return edges(look, places) + inside(look, places, look.colour)


def _ground(year: int) -> str:
    """The year's days, pale, every other month a little darker."""
    odd, even = (
        [
            place_of(date(year, month, 1) + ONE_DAY * day)
            for month in months
            for day in range(_length(year, month))
        ]
        for months in (range(1, 13, 2), range(2, 13, 2))
    )
    return full(Look(_GROUND), odd) + full(Look("#dfe5eb"), even)


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def _grid(weeks: int) -> str:
    """White lines between the cells."""
    gap = PITCH - SIDE
    rows = "".join(f"M0 {row * PITCH - gap / 2:.2f}H{weeks * PITCH:.2f}" for row in range(1, 8))
    columns = "".join(f"M{week * PITCH - gap / 2:.2f} 0V{7 * PITCH:.2f}" for week in range(1, weeks + 1))
    return f'<path stroke="{_PAPER}" stroke-width="{gap:.2f}" d="{rows}{columns}"/>'


def _months(year: int) -> str:
    return "".join(
        _text(
            corner(place_of(date(year, month, 1)))[0],
            7 * PITCH + 12,
            f"{month}月" if month == 1 else str(month),
            colour=_SOFT,
        )
        for month in range(1, 13)
    )


def _legend(picture: CareerPicture) -> str:
    trades = [(_swatch(look, Fill.FULL), trade, f"{days:,}日") for trade, look, days in picture.trades]
    fills = [(_swatch(LOOKS[0], fill), fill.words, f"{days:,}日") for fill, days in picture.fills]
    parts = (("職種（色）と、正式の日数", trades), ("日の根拠（ぬり方）と、日数", fills))
    drawn, y = "", 13
    for title, lines in parts:
        drawn += _text(_LEFT, y, title, size=13, bold=True)
        for swatch, words, sums in lines:
            y += _STEP
            short = words if len(words) <= _LONGEST_TRADE + 3 else words[: _LONGEST_TRADE + 2] + "…"
            drawn += _at(_LEFT, y - 11, swatch) + _text(_LEFT + 21, y, short)
            drawn += _text(WIDTH - _LEFT, y, sums, anchor="end")
        y += _STEP + 6
    return drawn


def _swatch(look: Look, fill: Fill) -> str:
    scale = _BOX / SIDE
    one = [(0, 0)]
    if fill is Fill.FULL:
        drawn = f'<rect width="{SIDE}" height="{SIDE}" fill="{look.colour}"/>' + inside(look, one)
    else:
        drawn = _open_cells(look, fill, one)
    return f'<g transform="scale({scale:g})">{drawn}</g>'


def _at(x: float, y: float, drawn: str) -> str:
    return f'<g transform="translate({x:g} {y:g})">{drawn}</g>'


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = LETTERS,
    bold: bool = False,
    anchor: str = "start",
    colour: str = _INK,
) -> str:
    weight = ' font-weight="700"' if bold else ""
    end = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"{weight}{end}>{escape(words)}</text>'
    )


def _svg(width: float, height: float, title: str, about: str, drawn: str, *, is_file: bool = False) -> str:
    size = f' width="{width:g}" height="{height:g}"' if is_file else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"{size} role="img"'
        f' font-family="{_FONT}"><title>{escape(title)}</title><desc>{escape(about)}</desc>{drawn}</svg>'
    )
