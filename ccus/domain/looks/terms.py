"""閲覧の見守りの言葉: signs, verdicts, who answers, how far a question or a case has come."""

from enum import StrEnum

from ccus.foundation.labelled import Labelled


class SignKind(Labelled):
    """見守りの印: what is unusual about how a company looked (LOOK-06)."""

    ONE_EMPLOYER = "one_employer", "一つの事業者の技能者を続けて開いた"
    NIGHT = "night", "夜のあいだに続けて開いた"
    AFTER_REFUSAL = "after_refusal", "断られたあとに開いた"


class Verdict(Labelled):
    """結論: how an officer closes a case (LOOK-08)."""

    FINE = "fine", "問題なし"
    CAUTION = "caution", "注意"
    STOP = "stop", "検索の停止"


class Party(StrEnum):
    """答える側: the company that looked, or the office."""

    COMPANY = "company"
    OFFICE = "office"


class Second(StrEnum):
    """二人目の係員の答え, to a 停止 (LOOK-08)."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"


class QuestionState(Labelled):
    """質問の状態, in words for the worker (LOOK-02, LOOK-04)."""

    ASKED = "asked", "会社の答えを待っています"
    ANSWERED = "answered", "会社が答えました"
    AT_OFFICE = "at_office", "運営主体が調べています"
    CLOSED = "closed", "運営主体が答えました"


class CaseState(Labelled):
    """案件の状態 (LOOK-08)."""

    NEW = "new", "担当を待っています"
    TAKEN = "taken", "調べています"
    ASKED = "asked", "会社の答えを待っています"
    SAID = "said", "会社が答えました"
    PROPOSED = "proposed", "二人目の確認を待っています"
    CLOSED = "closed", "終わりました"
