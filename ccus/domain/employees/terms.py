"""所属技能者の言葉: what can run out (EMP-04), and the orders of a list (EMP-03)."""

from ccus.foundation.labelled import Labelled


class RunsOut(Labelled):
    """期限のあるもの."""

    CARD = "card", "カード"
    QUALIFICATION = "qualification", "資格"
    CORE = "core", "登録基幹技能者資格"
    RESIDENCE = "residence", "在留期間"
    HEALTH = "health", "健康診断"


class Order(Labelled):
    """並べ方 of a list of workers."""

    KANA = "kana", "フリガナの順"
    NUMBER = "number", "技能者IDの順"
    SINCE = "since", "所属の古い順"
