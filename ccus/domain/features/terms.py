"""開始を待つ機能."""

from ccus.foundation.labelled import Labelled


class Feature(Labelled):
    """機能 that the office opens on a day (D-22)."""

    WITHDRAWAL = "withdrawal", "技能者退会"
    RENEWAL = "renewal", "カードの更新"
    LEVELS = "levels", "能力評価（レベル判定）"
