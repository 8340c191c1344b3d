"""申告の言葉: what people say of a day, who is asked, what they answer."""

from enum import IntEnum, StrEnum


class ClaimKind(IntEnum):
    """申告の種類: 直接入力 (guide G16, G17), 就業内容の変更 (guide G15-5)."""

    ENTRY = 0
    CORRECTION = 1

    @property
    def label(self) -> str:
        """The word of the guide."""
        return ("就業日の入力", "就業内容の変更")[self]


class Party(IntEnum):
    """求められる人: who is asked about a claim. The first two confirm, the prime approves (guide G16-5, G16-6)."""

    EMPLOYER = 1
    FIRST_TIER = 2
    PRIME = 3
    OFFICE = 4

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {1: "所属事業者", 2: "一次下請事業者", 3: "元請事業者", 4: "運営主体"}[self]


CONFIRMING = (Party.EMPLOYER, Party.FIRST_TIER)
DECIDING = (Party.PRIME, Party.OFFICE)


class Answer(IntEnum):
    """答え: said once. LAPSED is said by the clock when the deadline is over (D-14), WITHDRAWN by who takes the claim
    back or replaces it, NOT_NEEDED of a confirmation when the prime has answered without it, so that nobody waits for
    an answer any more (CLAIM-24, CLAIM-29).
    """

    CONFIRMED = 0
    APPROVED = 1
    REFUSED = 2
    LAPSED = 3
    WITHDRAWN = 4
    NOT_NEEDED = 5

    @property
    def label(self) -> str:
        """The word that pages show."""
        return ("確認", "承認", "否認", "期限切れ", "取下げ", "確認なし")[self]


BY_ITSELF = (Answer.LAPSED, Answer.WITHDRAWN, Answer.NOT_NEEDED)
"""答えのない終わり: said for whoever was asked and did not answer."""


class Why(IntEnum):
    """入力の理由: why the day was not read from a card (guide G16)."""

    CARD_FORGOTTEN = 1
    READER_BROKEN = 2
    NO_READER = 3
    CARD_NOT_AT_HAND = 4
    OTHER = 9

    @property
    def label(self) -> str:
        """The words that pages show."""
        return {
            1: "カードを忘れた",
            2: "カードリーダーが動かなかった",
            3: "カードリーダーがない",
            4: "カードが手元にない（申請中・紛失）",
            9: "そのほか",
        }[self]


class Ground(IntEnum):
    """否認の理由: why a claim is refused (D-15)."""

    NOT_THERE = 1
    OTHER_DAY = 2
    OTHER_WORK = 3
    OTHER_FIRM = 4
    OTHER = 9

    @property
    def label(self) -> str:
        """The words that pages show."""
        return {
            1: "その日、この現場に入場していない",
            2: "日付が違う",
            3: "職種・立場・作業内容が違う",
            4: "所属事業者が違う",
            9: "そのほか",
        }[self]


class Oddity(IntEnum):
    """いつもと違う点: what an approver should look at first. The smaller, the stranger."""

    ELSEWHERE = 1
    SHORT_REST = 2
    NOBODY_ELSE = 3
    NOT_ON_ROSTER = 4
    LATE = 5

    @property
    def label(self) -> str:
        """The words that pages show."""
        return {
            1: "同じ日に別の現場の記録があります",
            2: "前の就業との間が短すぎます",
            3: "同じ事業者の人が、その日ほかにいません",
            4: "作業員名簿にのっていません",
            5: "就業日から2週間より後の入力です",
        }[self]


class ClaimState(StrEnum):
    """申告の状態, as the asks make it (CLAIM-04)."""

    ALONE = "alone"
    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    DISPUTED = "disputed"
    UPHELD = "upheld"
    LAPSED = "lapsed"
    ATTACHED = "attached"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The words that pages show."""
        return {
            "alone": "承認を求める相手がいない",
            "waiting": "承認待ち",
            "approved": "承認",
            "refused": "否認（申し立てできます）",
            "disputed": "運営主体が確認中",
            "upheld": "否認（確定）",
            "lapsed": "期限までに承認されなかった",
            "attached": "登録された現場に付けた",
            "withdrawn": "取下げ",
        }[self]


class ClaimAct(StrEnum):
    """申告への行為: the acts of the state diagram."""

    CONFIRM = "confirm"
    APPROVE = "approve"
    REFUSE = "refuse"
    ANSWER = "answer"
    DECIDE_FOR = "decide_for"
    DECIDE_AGAINST = "decide_against"
    LAPSE = "lapse"
    ATTACH = "attach"
    WITHDRAW = "withdraw"

    @property
    def label(self) -> str:
        """The words of the diagram."""
        return {
            "confirm": "確認する",
            "approve": "承認する",
            "refuse": "否認する",
            "answer": "申し立てる",
            "decide_for": "認める",
            "decide_against": "認めない",
            "lapse": "期限が過ぎる",
            "attach": "現場に付ける",
            "withdraw": "取り下げる",
        }[self]


class Doer(StrEnum):
    """行う人: kinds of people in the matrix of acts."""

    AUTHOR = "author"
    EMPLOYER = "employer"
    FIRST_TIER = "first_tier"
    PRIME = "prime"
    OFFICE = "office"
    CLOCK = "clock"
    STRANGER = "stranger"

    @property
    def label(self) -> str:
        """The words of the diagram."""
        return {
            "author": "技能者本人",
            "employer": "所属事業者",
            "first_tier": "一次下請事業者",
            "prime": "元請事業者",
            "office": "運営主体",
            "clock": "時計",
            "stranger": "そのほかの人",
        }[self]
