"""月の名前 below a picture. Pure."""

from collections.abc import Sequence

from ccus.portals.office.figures.strokes import text


def month_names(labels: Sequence[str], left: float, pitch: float, foot: float) -> str:
    """Every third month by its number, and the year where it begins; labels are 2026年3月."""
    drawn, years = "", ""
    for at, label in enumerate(labels):
        year, _, month = label.partition("年")
        middle = left + (at + 0.5) * pitch
        if at % 3 == 0:
            drawn += text(middle, foot + 16, month, anchor="middle", soft=True)
        if year != years and at + 2 < len(labels):
            drawn += text(middle, foot + 33, f"{year}年", anchor="middle" if at else "start", soft=True)
        years = year
    return drawn
