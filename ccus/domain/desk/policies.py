"""なぜ断るか: the refusals of cases, and whose a case is (DESK-04, DESK-07, DESK-08, DESK-10)."""

from dataclasses import dataclass

from django.db.models import Q

from ccus.domain.accounts.officers import holders_among
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.policies import Seated, seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.desk.fields import in_words
from ccus.domain.desk.terms import Asks
from ccus.foundation.entry.texts import text
from ccus.foundation.refusals import Refusal


class TooManyCases(Refusal):
    """多すぎるお問い合わせ: five open ones, or ten in 24 hours (DESK-10)."""


class TooManyWords(Refusal):
    """続けて書ける回数: five times without an answer (DESK-08)."""


class WordsMissing(Refusal):
    """文の記載もれ."""


class SubjectWrong(Refusal):
    """内容の誤り: not a subject of this side (DESK-01)."""


class DayWrong(Refusal):
    """日の誤り: no day of one's own history, or a screen of a day without one (DESK-13, DESK-14)."""


class ScreenWrong(Refusal):
    """画面の誤り: not a screen of the asker's portal (DESK-13)."""


class CallerUnknown(Refusal):
    """問い合わせた人の誤り: neither ID, or one that nobody has (DESK-02)."""


class NobodyToAsk(Refusal):
    """聞き返す相手がいない: whoever is not registered reads nothing here (DESK-02)."""


class TakenByAnother(Refusal):
    """担当ずみ: another officer has the case (DESK-04)."""


class NotNow(Refusal):
    """今その段階ではない: the table of states has no such move, or the time is over (DESK-03, DESK-08)."""


@dataclass(frozen=True, slots=True)
class Asker:
    """聞く人: keys of a worker, or of a company and its account; none of them: somebody who is not registered."""

    worker: int | None = None
    company: int | None = None
    seat: int | None = None

    @property
    def side(self) -> Asks | None:
        """Whose portal the answer may open."""
        if self.worker is not None:
            return Asks.WORKER
        return Asks.COMPANY if self.company is not None else None


def asker_of(by: Actor) -> Asker:
    """Who asks: a worker, or an open account of a company. Raises `NotAllowed` for anybody else."""
    if _is_worker(by):
        return Asker(worker=by.id)
    sitting = _sitting(by)
    return Asker(company=sitting.company, seat=sitting.seat)


def own_cases(by: Actor) -> Q:
    """本人のお問い合わせ: which rows are the asker's own (DESK-07). Raises `NotAllowed`."""
    if _is_worker(by):
        return Q(worker=by.id)
    sitting = _sitting(by)
    own = Q(seat=sitting.seat)
    if sitting.scope(Power.ORGANISATION) is Scope.NONE:
        return own
    return own | Q(seat=None, company=sitting.company)


def is_held(taken_by: str) -> bool:
    """Whether an officer who still has the duty has the case; `taken_by` as a case names the officer (DESK-04)."""
    return bool(holders_among([taken_by], Duty.CONTACT))


def _is_worker(by: Actor) -> bool:
    """Not somebody who acts for one: the question is the worker's own."""
    return by.kind is ActorKind.WORKER and by.client is None


def _sitting(by: Actor) -> Seated:
    sitting = seated(by)
    if sitting is None:
        raise NotAllowed(
            "問い合わせができるのは、技能者本人と、事業者の利用者です。お問い合わせセンターに電話してください。"
        )
    return sitting


def said(words: str, *, what: str) -> str:
    """The words with their lines. Raises `WordsMissing`, `TooLong`, `LetterRefused`; `what` names them in Japanese."""
    kept = text(in_words(what), words)
    if not kept:
        raise WordsMissing(f"{what}が書かれていません。1文字以上書いてください。", "words")
    return kept
