"""The words of the work history: directions, outcomes, states, evidence and the closed list of reasons."""

from dataclasses import dataclass
from enum import IntEnum


class Direction(IntEnum):
    """入場・退場・自動: what the reader says the tap is."""

    IN = 0
    OUT = 1
    AUTO = 2


class Outcome(IntEnum):
    """結果: what became of a tap at its first receipt. All four are final for the reader (TAP-04)."""

    RECORDED = 0
    RECORDED_WITH_NOTICE = 1
    NOT_RECORDED = 2
    MALFORMED = 3


class Shown(IntEnum):
    """画面の表示: what the screen had told the worker before the answer came."""

    RECORDED = 0
    KEPT = 1
    NOT_RECORDED = 2


class State(IntEnum):
    """就業履歴の状態 (D-25)."""

    OFFICIAL = 0
    UNLINKED = 1
    AWAITING_APPROVAL = 2
    UNAPPROVED = 3
    REFUSED = 4

    @property
    def label(self) -> str:
        """The word that pages show, always beside a shape."""
        return ("正式", "連結待ち", "承認待ち", "承認なし", "否認")[self]


COUNTED_STATES = (State.OFFICIAL, State.UNLINKED)
"""States that 就業日数 and 就業履歴数 count (D-25)."""


class Evidence(IntEnum):
    """根拠の強さ: what a day rests on, best first (D-04)."""

    CARD = 0
    LINKED_SYSTEM = 1
    CARD_NUMBER_ONLY = 2
    APPROVED_ENTRY = 3
    ENTRY = 4

    @property
    def label(self) -> str:
        """The words that pages show."""
        return ("カード", "認定システム", "番号のみ", "入力・承認あり", "入力のみ")[self]


class Reason(IntEnum):
    """理由: the closed list. The value is the number of the code shown to people (`E-21`)."""

    REPEATED = 1
    EXIT_ONLY = 2
    CLOCK_OFF = 3
    CLOCK_UNSURE = 4
    NOT_ON_ROSTER = 11
    CHAIN_HAS_HOLE = 12
    NOT_LINKED_TO_EMPLOYER = 13
    CARD_UNKNOWN = 20
    CARD_EXPIRED = 21
    CARD_LOST = 22
    CARD_REVOKED = 23
    CARD_NOT_YET_ISSUED = 24
    WORKER_WITHDRAWN = 25
    OUTSIDE_PERIOD = 31
    CLOCK_IMPOSSIBLE = 32
    MALFORMED = 41
    AWAITING_PRIME = 51
    REFUSED_BY_PRIME = 52
    NOT_APPROVED_IN_TIME = 53
    NO_REGISTERED_SITE = 54
    WITH_THE_OFFICE = 55
    REFUSED_FOR_GOOD = 56

    @property
    def code(self) -> str:
        """エラー番号, as people read it out on the telephone."""
        return f"E-{self:02d}"

    @property
    def text(self) -> "ReasonText":
        """The sentences of this reason."""
        return REASON_TEXTS[self]


@dataclass(frozen=True, slots=True)
class ReasonText:
    """理由の文: what is the matter, what became of the day, and who can mend it."""

    sentence: str
    consequence: str
    mended_by: str


_WAITS = "就業日数には数えられます。書類がそろうと、自動で「正式」になります。"
_NOT_COUNTED = "就業日数には、まだ数えられていません。"
_STAYS = "「元請事業者の承認のない就業履歴」として残ります。就業日数の合計には入りません。"
_NO_RECORD = "この日の就業履歴は記録されていません。カードを読んだ事実は保存されています。"

REASON_TEXTS: dict[Reason, ReasonText] = {
    Reason.REPEATED: ReasonText(
        "10分以内に同じ読み取りがありました。",
        "先の読み取りにまとめました。",
        "何もしなくて大丈夫です。",
    ),
    Reason.EXIT_ONLY: ReasonText(
        "入場の読み取りがなく、退場だけが読み取られています。",
        "退場した日の就業として記録しました。",
        "現場の係の人に、入場の時刻を伝えてください。",
    ),
    Reason.CLOCK_OFF: ReasonText(
        "カードリーダーの時計がずれていました。",
        "ずれを直した時刻で記録しました。",
        "現場の係の人が、端末の時計を合わせます。",
    ),
    Reason.CLOCK_UNSURE: ReasonText(
        "カードリーダーの時計が合っているか、読み取りのときに確かめられませんでした。",
        "あとで確かめた、ずれを使って記録しました。",
        "現場の係の人が、端末をネットワークにつなぎます。",
    ),
    Reason.NOT_ON_ROSTER: ReasonText(
        "この現場の作業員名簿に、のっていません。",
        _WAITS,
        "所属事業者が、作業員名簿に登録します。",
    ),
    Reason.CHAIN_HAS_HOLE: ReasonText(
        "元請から所属事業者までの施工体制に、承認されていない事業者があります。",
        _WAITS,
        "承認していない事業者が、施工体制の要請を承認します。",
    ),
    Reason.NOT_LINKED_TO_EMPLOYER: ReasonText(
        "名簿に登録した事業者の所属技能者になっていません。",
        _WAITS,
        "所属事業者と本人が、所属の関連付けをします。",
    ),
    Reason.CARD_UNKNOWN: ReasonText(
        "登録されていないカードです。",
        _NO_RECORD,
        "お問い合わせセンターが、カードの持ち主を調べます。",
    ),
    Reason.CARD_EXPIRED: ReasonText(
        "このカードは使えません（有効期限が切れています）。",
        _NO_RECORD,
        "本人が、カードの更新をします。",
    ),
    Reason.CARD_LOST: ReasonText(
        "このカードは使えません（紛失の届けが出ています）。",
        _NO_RECORD,
        "見つかったときは、本人が紛失の届けを取り下げます。",
    ),
    Reason.CARD_REVOKED: ReasonText(
        "このカードは使えません（新しいカードに替わっています）。",
        _NO_RECORD,
        "本人が、新しいカードを使います。",
    ),
    Reason.CARD_NOT_YET_ISSUED: ReasonText(
        "このカードは、読み取りの日にはまだ発行されていません。",
        _NO_RECORD,
        "現場の係の人が、端末の時計を確かめます。",
    ),
    Reason.WORKER_WITHDRAWN: ReasonText(
        "退会した方のカードです。",
        _NO_RECORD,
        "もう一度使うときは、お問い合わせセンターに連絡してください。",
    ),
    Reason.OUTSIDE_PERIOD: ReasonText(
        "この現場の就業履歴蓄積期間に入っていない日です。",
        _NO_RECORD,
        "元請事業者が、蓄積期間を直すと記録されます。",
    ),
    Reason.CLOCK_IMPOSSIBLE: ReasonText(
        "カードリーダーの時刻が、ありえない時刻です。",
        _NO_RECORD,
        "現場の係の人が、端末の時計を合わせます。就業した日は、係の人に伝えてください。",
    ),
    Reason.MALFORMED: ReasonText(
        "読み取りの内容が、決められた形ではありません。",
        _NO_RECORD,
        "端末の製造元が、送る内容を直します。",
    ),
    Reason.AWAITING_PRIME: ReasonText(
        "入力した就業日を、元請事業者がまだ承認していません。",
        _NOT_COUNTED + "承認されると、自動で「正式」になります。",
        "元請事業者が、期限までに承認します。",
    ),
    Reason.REFUSED_BY_PRIME: ReasonText(
        "入力した就業日を、元請事業者が否認しました。",
        "就業日数には数えられません。",
        "ちがうと思うときは、本人が一度だけ申し立てられます。運営主体が決めます。",
    ),
    Reason.NOT_APPROVED_IN_TIME: ReasonText(
        "入力した就業日は、期限までに承認されませんでした。",
        _STAYS,
        "期限が過ぎたので、元請事業者の承認はもう受けられません。",
    ),
    Reason.NO_REGISTERED_SITE: ReasonText(
        "現場が登録されていないので、承認する元請事業者がいません。",
        _STAYS,
        "現場が登録されたら、本人が現場IDを付けると、承認を受けられます。",
    ),
    Reason.WITH_THE_OFFICE: ReasonText(
        "否認された就業日への申し立てを、運営主体が確認しています。",
        _NOT_COUNTED + "結果は通知します。",
        "運営主体が、元請事業者に確かめて決めます。",
    ),
    Reason.REFUSED_FOR_GOOD: ReasonText(
        "申し立てを確認しましたが、運営主体は認めませんでした。",
        "就業日数には数えられません。",
        "これで決まりです。分からないことは、お問い合わせセンターに聞いてください。",
    ),
}
