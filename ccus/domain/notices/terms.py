"""通知の種類."""

from ccus.foundation.labelled import Labelled


class NoticeKind(Labelled):
    """通知の種類, as a code in the table; its label stands beside the title."""

    ROSTER = "roster", "名簿"
    STRUCTURE = "structure", "施工体制"
    EMPLOYMENT = "employment", "所属"
    TAP = "tap", "就業履歴"
    SECURITY = "security", "安全"
    APPLICATION = "application", "申請"
    GENERAL = "general", "お知らせ"


def label_of(kind: str) -> str:
    """The word of a kind; お知らせ for one that has none."""
    return NoticeKind(kind).label if kind in set(NoticeKind) else NoticeKind.GENERAL.label
