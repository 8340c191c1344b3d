"""`python -m tests.documents.redraw` stores page one of every paper anew, as it is drawn now."""

from tests.documents.card_papers import card_drawings
from tests.documents.career_papers import career_drawings
from tests.documents.drawing import STORED, drawn
from tests.documents.site_papers import Drawing, drawings


def every_drawing() -> dict[str, Drawing]:
    """The papers of sites, those of careers, cards and their letters."""
    return drawings() | career_drawings() | card_drawings()


def redraw() -> None:
    for name, drawing in every_drawing().items():
        drawn(*drawing).save(STORED / f"{name}.png", optimize=True)


if __name__ == "__main__":
    redraw()
