"""証明の言葉: how a certificate stands, and which states each of its sums includes (D-25, PROOF-02)."""

from enum import StrEnum

INCLUDES = (
    "就業日数：「正式」と「連結待ち」の就業履歴がある日の数です。同じ日に現場がいくつあっても、1日と数えます。",
    "就業履歴数：「正式」と「連結待ち」の就業履歴の数です。日と現場ごとに1件と数えます。",
    "正式の日数：「正式」の就業履歴がある日だけの数です。",
    "職種・立場・現場ごとの日数：「正式」の日だけを、それぞれに数えます。足しても、合計にはなりません。",
    "承認なしの日数：元請事業者の承認を受けていない、本人の申告です。上の合計には入っていません。",
    "承認待ちと否認の就業履歴は、どの数にも入っていません。",
)
"""What a sum holds, as paper and page say it."""

NO_TRADE, NO_POSITION = "職種の登録なし", "立場の登録なし"


class Standing(StrEnum):
    """証明の状態, on a day."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        """The word that pages show, always beside a shape."""
        return {"valid": "有効", "expired": "有効期限切れ", "revoked": "取り消し"}[self]
