"""月の名前 below a picture. Pure."""

from collections.abc import Sequence

from ccus.portals.office.figures.strokes import text

_ROOM = 3
"""How many columns the word of a year takes."""


def month_names(labels: Sequence[str], left: float, pitch: float, foot: float) -> str:
    """Every third month by its number, and each year where it begins, if it has room; labels are 2026年3月."""
    years = [label.partition("年")[0] for label in labels]
    begins = [at for at, year in enumerate(years) if year not in years[:at]]
    roomy = [
        at
        for at, following in zip(begins, [*begins[1:], len(labels)], strict=True)
        if following - at >= _ROOM
    ]
    drawn = "".join(
        text(left + (at + 0.5) * pitch, foot + 16, label.partition("年")[2], anchor="middle", soft=True)
        for at, label in enumerate(labels)
        if at % 3 == 0
    )
    return drawn + "".join(text(left + at * pitch, foot + 33, f"{years[at]}年", soft=True) for at in roomy)
