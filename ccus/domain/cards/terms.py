"""カードの色."""

from enum import StrEnum


class CardColour(StrEnum):
    """カードの種類 that the rules choose between (CARD-03); name and looks are rows, of which there may be more."""

    WHITE = "white"
    GOLD = "gold"
