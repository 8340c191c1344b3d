"""所属技能者の言葉: what can run out (EMP-04), and the orders of a list (EMP-03)."""

from enum import StrEnum


class RunsOut(StrEnum):
    """期限のあるもの."""

    CARD = "card"
    QUALIFICATION = "qualification"
    CORE = "core"
    RESIDENCE = "residence"
    HEALTH = "health"

    @property
    def label(self) -> str:
        """The word that pages and notices use."""
        return {
            "card": "カード",
            "qualification": "資格",
            "core": "登録基幹技能者資格",
            "residence": "在留期間",
            "health": "健康診断",
        }[self]


class Order(StrEnum):
    """並べ方 of a list of workers."""

    KANA = "kana"
    NUMBER = "number"
    SINCE = "since"

    @property
    def label(self) -> str:
        """The words that the page offers."""
        return {"kana": "フリガナの順", "number": "技能者IDの順", "since": "所属の古い順"}[self]
