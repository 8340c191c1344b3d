"""提案の言葉: what is proposed, and how a proposal ends (EYES-03)."""

from ccus.foundation.labelled import Labelled


class What(Labelled):
    """提案すること: done when another officer confirms it (EYES-02)."""

    WAIVER = "waiver", "料金の免除"
    PAYMENT_BACK = "payment_back", "入金の取消し"
    TARIFF = "tariff", "料金の変更"
    RETURN = "return", "再登録"
    ADDRESS = "address", "カードの送付先の変更"
    FACTORS = "factors", "二段階の確認のやり直し"
    IDENTITY = "identity", "パスワードの再設定の本人確認"


class Answer(Labelled):
    """提案の終わり方."""

    CONFIRMED = "confirmed", "確認されました"
    DECLINED = "declined", "認められませんでした"
    WITHDRAWN = "withdrawn", "取り下げられました"
    EXPIRED = "expired", "期限が過ぎました"
