"""なぜ断るか: the refusals of questions and cases (LOOK-02, LOOK-04, LOOK-08)."""

from ccus.domain.accounts.officers import holders_among
from ccus.domain.accounts.terms import Duty
from ccus.domain.looks.rules import LONGEST_WORDS
from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded


class NothingSeen(Refusal):
    """見ていない: no look of that company on that day (LOOK-02)."""


class TooLongAgo(Refusal):
    """一年より前: it is not asked about any more (LOOK-02)."""


class AskedBefore(Refusal):
    """質問ずみ: asked once for a company and a day (LOOK-02)."""


class AnsweredBefore(Refusal):
    """答えずみ: a question is answered once by each side (LOOK-04)."""


class NotTheirTurn(Refusal):
    """順番ではない: somebody else has to say something first, or the office has taken over (LOOK-04, LOOK-08)."""


class WordsWrong(Refusal):
    """文の記載もれ, or too many words."""


class TakenBefore(Refusal):
    """担当ずみ: another officer has the case (LOOK-08)."""


class CaseClosed(Refusal):
    """終わった案件 (LOOK-08)."""


class StopWrong(Refusal):
    """停止の期間の誤り: a 停止 has a last day within a year (LOOK-08)."""


def is_held(taken_by: str) -> bool:
    """Whether an officer who still has the duty has the case; `taken_by` as a case names the officer (LOOK-08)."""
    return bool(holders_among([taken_by], Duty.CONTACT))


def said(words: str, *, what: str, is_required: bool = True) -> str:
    """The words on one line. Raises `WordsWrong`; `what` names them in Japanese."""
    if not is_required and not tidy(words):
        return ""
    return worded(words, label=what, longest=LONGEST_WORDS, field="words", refusal=WordsWrong)
