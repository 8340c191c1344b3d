"""係員の行為: take a case, hand it back, answer, ask back, write down what was said by telephone (DESK-02 to 06)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.desk.messages import tell_asker
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.moving import Said, move, not_now, one_by_one
from ccus.domain.desk.policies import NobodyToAsk, TakenByAnother, is_held, said
from ccus.domain.desk.replying import Reply, checked
from ccus.domain.desk.terms import Move
from ccus.domain.notices.texts import Text


@transaction.atomic
def take_case(*, case: DeskCase, by: Actor, at: datetime) -> None:
    """担当する: nobody has it, or whoever had it is no officer for it any more (DESK-04).

    Raises `NotAllowed`, `TakenByAnother`, `NotNow`.
    """
    require_duty(by, Duty.CONTACT)
    fresh = one_by_one(case)
    if fresh.closed_at is None and fresh.taken_by == str(by):
        return
    if fresh.closed_at is None and is_held(fresh.taken_by):
        raise TakenByAnother(
            "このお問い合わせは、先に別の係員が担当しています。画面を開き直して、確かめてください。"
        )
    move(fresh, Move.TAKE, holder=str(by), by=by, at=at)
    record(act=Act.DESK_CASE_TAKEN, by=by, at=at, subject=("desk_case", case.pk))


@transaction.atomic
def hand_back_case(*, case: DeskCase, by: Actor, at: datetime) -> None:
    """担当をやめる: the case waits for another officer. Raises `NotAllowed`, `TakenByAnother`, `NotNow`."""
    move(_held(case, by), Move.HAND_BACK, holder="", by=by, at=at)
    record(act=Act.DESK_CASE_HANDED_BACK, by=by, at=at, subject=("desk_case", case.pk))


@transaction.atomic
def answer_case(*, case: DeskCase, reply: Reply, by: Actor, at: datetime) -> None:
    """答える: the case is 済み, and the asker is told; a new word within 30 days opens it again (DESK-08).

    Raises `NotAllowed`, `TakenByAnother`, `NotNow`, `ScreenWrong`, `DayWrong`, `WordsMissing`, `TooLong`,
    `LetterRefused`.
    """
    fresh = _held(case, by)
    move(fresh, Move.ANSWER, checked(fresh, reply, at=at), holder=str(by), by=by, at=at)
    record(
        act=Act.DESK_CASE_ANSWERED, by=by, at=at, subject=("desk_case", case.pk), screen=reply.screen or ""
    )
    tell_asker(fresh, Text.DESK_ANSWERED, at=at)


@transaction.atomic
def ask_back(*, case: DeskCase, reply: Reply, by: Actor, at: datetime) -> None:
    """聞き返す: the case waits for the asker, who is told (DESK-08, DESK-09).

    Raises `NobodyToAsk`, and what `answer_case` raises.
    """
    fresh = _held(case, by)
    if fresh.worker_id is None and fresh.company_id is None:
        raise NobodyToAsk(
            "登録のない方には、この画面から聞き返せません。電話かメールで聞いて、聞いたことを書いてください。"
        )
    move(fresh, Move.ASK_BACK, checked(fresh, reply, at=at), holder=str(by), by=by, at=at)
    record(act=Act.DESK_ASKED_BACK, by=by, at=at, subject=("desk_case", case.pk), screen=reply.screen or "")
    tell_asker(fresh, Text.DESK_ASKED_BACK, at=at)


@transaction.atomic
def note_call(*, case: DeskCase, words: str, by: Actor, at: datetime) -> None:
    """電話・メールで聞いたことを書く, by the officer who has the case.

    Raises `NotAllowed`, `TakenByAnother`, `NotNow`, `WordsMissing`, `TooLong`, `LetterRefused`.
    """
    fresh = _held(case, by)
    move(fresh, Move.NOTE, Said(said(words, what="聞いたこと")), holder=str(by), by=by, at=at)
    record(act=Act.DESK_CALL_NOTED, by=by, at=at, subject=("desk_case", case.pk))


def _held(case: DeskCase, by: Actor) -> DeskCase:
    """The case as it stands, for the officer who has it."""
    require_duty(by, Duty.CONTACT)
    fresh = one_by_one(case)
    if fresh.closed_at is not None:
        raise not_now()
    if fresh.taken_by != str(by):
        raise TakenByAnother(
            "このお問い合わせの担当ではありません。担当している係員に頼むか、先に担当してください。"
        )
    return fresh
