"""通知の種類."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """通知の種類, as a code in the table; its label stands beside the title."""

    ROSTER = "roster"
    STRUCTURE = "structure"
    EMPLOYMENT = "employment"
    TAP = "tap"
    SECURITY = "security"
    APPLICATION = "application"
    GENERAL = "general"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {
            "roster": "名簿",
            "structure": "施工体制",
            "employment": "所属",
            "tap": "就業履歴",
            "security": "安全",
            "application": "申請",
            "general": "お知らせ",
        }[self]


def label_of(kind: str) -> str:
    """The word of a kind; お知らせ for one that has none."""
    return NoticeKind(kind).label if kind in set(NoticeKind) else NoticeKind.GENERAL.label
