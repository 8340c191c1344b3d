"""料金の種類."""

from enum import StrEnum


class FeeKind(StrEnum):
    """料金の種類 with a dated tariff each (`ccus.md` §8)."""

    REGISTRATION_SIMPLE = "registration_simple"
    REGISTRATION_DETAILED = "registration_detailed"
    UPGRADE = "upgrade"
    REISSUE = "reissue"
    COLOUR_CHANGE = "colour_change"
    RENEWAL = "renewal"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "registration_simple": "技能者登録料（簡略型）",
            "registration_detailed": "技能者登録料（詳細型）",
            "upgrade": "詳細型への変更",
            "reissue": "カードの再発行",
            "colour_change": "カードの色の変更",
            "renewal": "カードの更新",
        }[self]
