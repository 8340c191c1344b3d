"""見通しの言葉: what somebody can do about a line that would not count, and where."""

from enum import StrEnum

from ccus.domain.work_history.terms import Reason


class Screen(StrEnum):
    """画面: where a step is taken; the portals know the address."""

    STRUCTURE = "structure"
    ROSTER = "roster"
    EMPLOYEES = "employees"
    PERIOD = "period"
    WORKER = "worker"


class Step(StrEnum):
    """手当て: what mends a reason (READY-06 to READY-08)."""

    ACCEPT = "accept"
    CLAIM = "claim"
    INVITE_AGAIN = "invite_again"
    BRING_IN = "bring_in"
    ENTER = "enter"
    TAKE_OFF = "take_off"
    ASK_LINK = "ask_link"
    ANSWER_LINK = "answer_link"
    ANSWER_FIRM = "answer_firm"
    CARD = "card"
    PERIOD = "period"

    @property
    def label(self) -> str:
        """What is to be done, as pages and notices say it."""
        return _STEPS[self][0]

    @property
    def screen(self) -> Screen:
        """Where."""
        return _STEPS[self][1]

    @property
    def is_workers(self) -> bool:
        """Whether it is up to the worker alone."""
        return self.screen is Screen.WORKER


_STEPS = {
    Step.ACCEPT: ("施工体制の要請を承認する", Screen.STRUCTURE),
    Step.CLAIM: ("未登録の事業者に、登録して要請を受けてもらう", Screen.STRUCTURE),
    Step.INVITE_AGAIN: ("施工体制に、もう一度要請する", Screen.STRUCTURE),
    Step.BRING_IN: ("所属事業者を施工体制に入れる", Screen.STRUCTURE),
    Step.ENTER: ("作業員名簿に登録する", Screen.ROSTER),
    Step.TAKE_OFF: ("退会した方を作業員名簿から外す", Screen.ROSTER),
    Step.ASK_LINK: ("所属の関連付けを申請する", Screen.EMPLOYEES),
    Step.ANSWER_LINK: ("本人からの申請に答える", Screen.EMPLOYEES),
    Step.ANSWER_FIRM: ("事業者からの申請に答える", Screen.WORKER),
    Step.CARD: ("カードの手続きをする", Screen.WORKER),
    Step.PERIOD: ("就業履歴蓄積期間を直す", Screen.PERIOD),
}

_SHORT = {
    Reason.NOT_ON_ROSTER: "名簿にない",
    Reason.CHAIN_HAS_HOLE: "施工体制の承認待ち",
    Reason.NOT_LINKED_TO_EMPLOYER: "所属の関連付けがない",
    Reason.OUTSIDE_PERIOD: "蓄積期間の外",
    Reason.CARD_UNKNOWN: "カードがない",
    Reason.CARD_EXPIRED: "カードの期限切れ",
    Reason.CARD_LOST: "カードの紛失",
    Reason.CARD_REVOKED: "カードの失効",
    Reason.CARD_NOT_YET_ISSUED: "カードの発行前",
    Reason.WORKER_WITHDRAWN: "退会",
}


def short(reason: Reason) -> str:
    """A reason in a few words, for counts; its sentence stands in `Reason.text`."""
    return _SHORT[reason]
