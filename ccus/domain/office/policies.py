"""なぜ断るか: the refusals of proposals (EYES-03 to EYES-06)."""

from ccus.foundation.refusals import Refusal


class ProposedBefore(Refusal):
    """提案中: one proposal of a kind waits for one thing (EYES-05)."""

    def __init__(self) -> None:
        super().__init__(
            "同じ提案が、もう確認を待っています。「二人目の確認」で、先にその提案に答えてください。"
        )


class ProposalAnswered(Refusal):
    """答え済みの提案: somebody else answered first (EYES-03)."""

    def __init__(self) -> None:
        super().__init__("この提案には、もう答えがあります。「二人目の確認」を開き直して、確かめてください。")


class ProposalExpired(Refusal):
    """期限切れの提案: fourteen days are over (EYES-05)."""

    def __init__(self) -> None:
        super().__init__("この提案は、14日の期限が過ぎました。必要なら、もう一度提案してください。")


class ProposalDiffers(Refusal):
    """提案の相違: it is not what was said, or not what the page showed (EYES-03)."""

    def __init__(self) -> None:
        super().__init__(
            "提案の内容が、画面に出ていたものと違います。画面を開き直して、もう一度確かめてください。"
        )


class WordsMissing(Refusal):
    """認めない理由の記載もれ."""


class NotCompared(Refusal):
    """くらべていない: the second officer has not looked at both today (EYES-10)."""

    def __init__(self) -> None:
        super().__init__(
            "承認する前に、理由を書いて「登録情報をくらべる」を開き、二人の登録情報を今日のうちに見てください。"
        )
