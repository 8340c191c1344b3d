"""カードの色."""

from ccus.foundation.labelled import Labelled


class CardColour(Labelled):
    """カードの種類; two as of 2019-04-01 (guide G02-1). The column takes any word: more colours will come."""

    WHITE = "white", "一般のカード（白色）"
    GOLD = "gold", "ゴールドカード"
