"""`python -m tests.documents.redraw` stores page one of every paper anew, as it is drawn now."""

from tests.documents.drawing import STORED, drawn
from tests.documents.site_papers import drawings


def redraw() -> None:
    for name, drawing in drawings().items():
        drawn(*drawing).save(STORED / f"{name}.png", optimize=True)


if __name__ == "__main__":
    redraw()
