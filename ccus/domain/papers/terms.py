"""帳票の言葉: which papers there are, and as what."""

from ccus.foundation.labelled import Labelled

LARGEST_AT_ONCE = 200
"""Rows that a paper may have to be made while somebody waits (PAPER-08)."""
KEPT_HOURS = 24
"""How long a paper that a job made can be fetched (PAPER-09)."""


class PaperKind(Labelled):
    """書類の種類 (PAPER-01)."""

    ROSTER = "roster", "作業員名簿"
    LEDGER = "ledger", "施工体制台帳"
    SUBCONTRACT = "subcontract", "再下請負通知書"
    CHART = "chart", "施工体系図"
    FORMATION = "formation", "下請負業者編成表"
    INSURANCE = "insurance", "社会保険加入状況一覧"

    @property
    def about(self) -> str:
        """Whom it is for, in a sentence."""
        return {
            "roster": "技能者の一覧です。事業者が元請へ提出します。全建統一様式第5号の項目です。",
            "ledger": "元請が作成し、現場に備え置きます。一次下請までの事業者について書きます。",
            "subcontract": "下請が、再下請負の内容を元請へ通知します。",
            "chart": "施工体制の全体を図にしたものです。元請が、工事現場の見やすい場所に掲げます。",
            "formation": "一次下請が、その下の事業者をまとめて元請へ提出します。",
            "insurance": "事業者と技能者の、社会保険の加入状況の一覧です。元請が加入を確かめるために使います。",
        }[self]

    def is_for_tier(self, tier: int) -> bool:
        """Whether a spot of that tier has this paper; 0 is the prime (PAPER-02)."""
        if self is PaperKind.LEDGER:
            return tier == 0
        return tier >= 1 or self not in {PaperKind.SUBCONTRACT, PaperKind.FORMATION}


class FileKind(Labelled):
    """ファイルの形式."""

    PDF = "pdf", "PDF"
    XLSX = "xlsx", "Excel"
