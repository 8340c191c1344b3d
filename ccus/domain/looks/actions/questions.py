"""質問の行為: a worker asks why somebody looked; the company answers, the office for good (LOOK-02 to LOOK-04)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.looks.messages import tell_answered, tell_asked
from ccus.domain.looks.models import LookAnswer, LookQuestion
from ccus.domain.looks.policies import (
    AnsweredBefore,
    AskedBefore,
    NothingSeen,
    NotTheirTurn,
    TooLongAgo,
    said,
)
from ccus.domain.looks.questions import question_of
from ccus.domain.looks.rules import is_askable
from ccus.domain.looks.story import looked_before, visit_of
from ccus.domain.looks.terms import Party, QuestionState
from ccus.domain.notices.texts import Text
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import refusing


@transaction.atomic
def ask_why(
    *, worker: int, looked_on: date, token: str, words: str = "", by: Actor, at: datetime
) -> LookQuestion:
    """なぜ見ましたか, by the worker (key), of a company (its 事業者ID) or the office (`OFFICE`) and a day, once.

    Raises `NotAllowed`, `NothingSeen`, `TooLongAgo`, `AskedBefore`, `WordsWrong`.
    """
    if by != Actor(ActorKind.WORKER, worker):
        raise NotAllowed("閲覧の理由を聞けるのは、技能者本人だけです。本人に頼んでください。")
    asked = said(words, what="質問", is_required=False)
    visit = visit_of(worker, on=looked_on, token=token, at=at)
    if visit is None:
        raise NothingSeen("この日に、この会社が見た記録はありません。「閲覧の記録」を開き直してください。")
    if not is_askable(looked_on, on=day_of(at)):
        raise TooLongAgo(
            "1年より前の閲覧です。画面からは聞けません。お問い合わせセンターに電話してください。"
        )
    again = AskedBefore("この閲覧については、もう聞いています。下に、質問と答えが出ています。")
    with transaction.atomic(), refusing({"look_question_once": again}):
        question = LookQuestion.objects.create(
            worker_id=worker, company_id=visit.company, looked_on=looked_on, words=asked, asked_at=at
        )
    tell_asked(question, at=at)
    record(act=Act.LOOK_ASKED, by=by, at=at, subject=("look_question", question.pk))
    return question


@transaction.atomic
def answer_question(*, question: LookQuestion, words: str, by: Actor, at: datetime) -> None:
    """会社の答え, once, within seven days; the worker is told.

    Raises `NotAllowed`, `AnsweredBefore`, `NotTheirTurn`, `WordsWrong`.
    """
    company = question.company
    if company is None:
        raise _not_theirs()
    require_company(by, company, Power.EMPLOYEES)
    _require_turn(question, QuestionState.ASKED, at=at)
    _answer(question, Party.COMPANY, said(words, what="答え"), by=by, at=at)
    record(act=Act.LOOK_ANSWERED, by=by, at=at, subject=("look_question", question.pk))
    tell_answered(question, text=Text.LOOK_ANSWERED, at=at, company=company.name)


@transaction.atomic
def say_not_enough(*, question: LookQuestion, by: Actor, at: datetime) -> None:
    """まだ分からない, by the worker, once: the question goes to the office. Raises `NotAllowed`, `NotTheirTurn`."""
    if by != Actor(ActorKind.WORKER, question.worker_id):
        raise NotAllowed("質問を続けられるのは、聞いた本人だけです。本人に頼んでください。")
    _require_turn(question, QuestionState.ANSWERED, at=at)
    open_one = LookQuestion.objects.filter(pk=question.pk, not_enough_at=None)
    if not open_one.update(not_enough_at=at):
        raise _not_theirs()
    record(act=Act.LOOK_NOT_ENOUGH, by=by, at=at, subject=("look_question", question.pk))


@transaction.atomic
def answer_for_good(*, question: LookQuestion, words: str, by: Actor, at: datetime) -> None:
    """運営主体の答え, for good, never by the officer whose own look it is about; the worker is told.

    Raises `NotAllowed`, `AnsweredBefore`, `NotTheirTurn`, `WordsWrong`.
    """
    require_duty(by, Duty.CONTACT)
    if question.company_id is None and looked_before(question, by):
        raise NotAllowed("ご自分の閲覧についての質問には、答えられません。別の係員に頼んでください。")
    _require_turn(question, QuestionState.AT_OFFICE, at=at)
    _answer(question, Party.OFFICE, said(words, what="答え"), by=by, at=at)
    record(act=Act.LOOK_ANSWERED_FOR_GOOD, by=by, at=at, subject=("look_question", question.pk))
    tell_answered(question, text=Text.LOOK_ANSWERED_BY_OFFICE, at=at)


def _require_turn(question: LookQuestion, state: QuestionState, *, at: datetime) -> None:
    fresh = LookQuestion.objects.prefetch_related("answers").get(pk=question.pk)
    if question_of(fresh, at).state is not state:
        raise _not_theirs()


def _answer(question: LookQuestion, party: Party, words: str, *, by: Actor, at: datetime) -> None:
    before = AnsweredBefore("この質問には、もう答えがあります。画面を開き直して、確かめてください。")
    with refusing({"look_answer_once": before}):
        LookAnswer.objects.create(
            question=question, party=party, words=words, answered_at=at, answered_by=str(by)
        )


def _not_theirs() -> NotTheirTurn:
    return NotTheirTurn(
        "この質問には、今は答えられません。もう答えがあるか、運営主体が引き取っています。画面を開き直してください。"
    )
