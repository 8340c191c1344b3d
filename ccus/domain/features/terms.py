"""開始を待つ機能."""

from enum import StrEnum


class Feature(StrEnum):
    """機能 that the office opens on a day (D-22)."""

    WITHDRAWAL = "withdrawal"
    RENEWAL = "renewal"
    LEVELS = "levels"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"withdrawal": "技能者退会", "renewal": "カードの更新", "levels": "能力評価（レベル判定）"}[
            self
        ]
