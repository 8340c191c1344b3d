"""足りないものの言葉: what can be missing, and what somebody does to add it."""

from enum import IntEnum, StrEnum

from ccus.domain.companies.terms import Power


class Missing(IntEnum):
    """足りないもの: a fact that a day does not rest on (REC-16)."""

    PERIOD = 1
    LINE = 2
    ACCEPTANCE = 3
    LINK = 4
    APPROVAL = 5

    @property
    def label(self) -> str:
        """The words that pages and messages show."""
        return {
            1: "この日を含む就業履歴蓄積期間",
            2: "作業員名簿の登録",
            3: "施工体制の承認",
            4: "所属の関連付け",
            5: "元請事業者の承認",
        }[self]


class Step(StrEnum):
    """手続き: what adds the fact."""

    EXTEND_PERIOD = "extend_period"
    ENTER_LINE = "enter_line"
    BRING_IN = "bring_in"
    ACCEPT = "accept"
    NAME_FIRM = "name_firm"
    INVITE_AGAIN = "invite_again"
    ASK_LINK = "ask_link"
    ASK_FIRM = "ask_firm"
    ANSWER_LINK = "answer_link"
    ANSWER_FIRM = "answer_firm"
    APPROVE = "approve"

    @property
    def label(self) -> str:
        """What is to be done, as a sentence to whoever does it."""
        return _LABELS[self]

    @property
    def power(self) -> Power:
        """Whose work it is within the company."""
        return _POWERS.get(self, Power.STRUCTURE)

    @property
    def knows_deadline(self) -> bool:
        """Whether it helps a day only until the day's deadline; a period and a claimed stand-in count at any time."""
        return self not in {Step.EXTEND_PERIOD, Step.NAME_FIRM}


_LABELS = {
    Step.EXTEND_PERIOD: "現場の就業履歴蓄積期間に、この日を入れてください。",
    Step.ENTER_LINE: "この技能者を、現場の作業員名簿に登録してください。",
    Step.BRING_IN: "この技能者の所属事業者を、現場の施工体制に入れてください。",
    Step.ACCEPT: "施工体制登録の要請を承認してください。",
    Step.NAME_FIRM: "未登録の事業者として書いた会社に、事業者登録をして施工体制に入ってもらってください。",
    Step.INVITE_AGAIN: "施工体制から外れている下位の事業者に、もう一度要請してください。",
    Step.ASK_LINK: "この技能者との所属の関連付けを申請してください。",
    Step.ASK_FIRM: "会社に、所属の関連付けを申請してください。",
    Step.ANSWER_LINK: "この技能者からの所属の申請に答えてください。",
    Step.ANSWER_FIRM: "会社からの所属の申請に答えてください。",
    Step.APPROVE: "入力された就業日を、承認するか、否認してください。",
}
_POWERS = {
    Step.EXTEND_PERIOD: Power.EDIT_SITE,
    Step.ASK_LINK: Power.EMPLOYEES,
    Step.ANSWER_LINK: Power.EMPLOYEES,
    Step.APPROVE: Power.APPROVE_RECORDS,
}
