"""カードの色."""

from enum import StrEnum


class CardColour(StrEnum):
    """カードの種類; two as of 2019-04-01 (guide G02-1). The column takes any word: more colours will come."""

    WHITE = "white"
    GOLD = "gold"

    @property
    def label(self) -> str:
        """The guide's words."""
        return {"white": "一般のカード（白色）", "gold": "ゴールドカード"}[self]
