"""聞く人の行為: a worker or an account of a company opens a case, adds to it, says that it is solved (DESK-01)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.moving import Said, move, one_by_one
from ccus.domain.desk.opening import About, begin
from ccus.domain.desk.policies import (
    Asker,
    NotNow,
    TooManyCases,
    TooManyWords,
    asker_of,
    own_cases,
    said,
)
from ccus.domain.desk.rules import (
    A_DAY,
    MOST_A_DAY,
    MOST_IN_A_ROW,
    MOST_OPEN,
    REOPENED_WITHIN,
    may_add,
)
from ccus.domain.desk.terms import Channel, Move, State, Subject
from ccus.foundation.constraints import one_at_a_time


@transaction.atomic
def open_case(*, subject: Subject, words: str, on: date | None = None, by: Actor, at: datetime) -> DeskCase:
    """問い合わせる, from the own page; `on`: the day of a worker's own history that it is about (DESK-14).

    Raises `NotAllowed`, `SubjectWrong`, `DayWrong`, `TooManyCases`, `WordsMissing`, `TooLong`, `LetterRefused`.
    """
    asker = asker_of(by)
    asked = said(words, what="聞きたいこと")
    one_at_a_time("desk_asker", by)
    _require_room(asker, at=at)
    case = begin(asker, About(subject, on), asked, move=Move.OPEN, channel=Channel.PAGE, by=by, at=at)
    record(
        act=Act.DESK_CASE_OPENED,
        by=by,
        at=at,
        subject=("desk_case", case.pk),
        about=subject.value,
        channel=Channel.PAGE.value,
    )
    return case


@transaction.atomic
def add_words(*, case: DeskCase, words: str, by: Actor, at: datetime) -> State:
    """書き足す, by the asker; a case that is 済み is opened again within 30 days. Returns the state (DESK-08).

    Raises `NotAllowed`, `NotNow`, `TooManyWords`, `TooManyCases`, `WordsMissing`, `TooLong`, `LetterRefused`.
    """
    one_at_a_time("desk_asker", by)
    fresh = _own(case, by)
    added = said(words, what="書き足すこと")
    if not may_add(fresh.closed_at, at=at):
        raise NotNow(
            f"終わってから{REOPENED_WITHIN.days}日が過ぎました。ここには書けません。新しく問い合わせてください。"
        )
    if fresh.closed_at is not None:
        _require_open_ones(asker_of(by))
    _require_answered_in_between(fresh)
    state = move(fresh, Move.ADD, Said(added), holder=fresh.taken_by, by=by, at=at)
    record(act=Act.DESK_WORDS_ADDED, by=by, at=at, subject=("desk_case", case.pk), state=state.value)
    return state


@transaction.atomic
def finish_case(*, case: DeskCase, by: Actor, at: datetime) -> None:
    """解決した, by the asker. Raises `NotAllowed`, `NotNow`."""
    fresh = _own(case, by)
    move(fresh, Move.FINISH, holder=fresh.taken_by, by=by, at=at)
    record(act=Act.DESK_CASE_FINISHED, by=by, at=at, subject=("desk_case", case.pk))


def _own(case: DeskCase, by: Actor) -> DeskCase:
    fresh = one_by_one(case)
    if not DeskCase.objects.filter(own_cases(by), pk=case.pk).exists():
        raise NotAllowed("このお問い合わせに書けるのは、問い合わせた本人だけです。本人に頼んでください。")
    return fresh


def _typed_by(asker: Asker) -> QuerySet[DeskCase]:
    """Cases that the asker opened; what an officer typed in is not counted (DESK-10)."""
    own = Q(worker=asker.worker) if asker.worker is not None else Q(seat=asker.seat)
    return DeskCase.objects.filter(own, channel=Channel.PAGE)


def _require_room(asker: Asker, *, at: datetime) -> None:
    _require_open_ones(asker)
    if _typed_by(asker).filter(opened_at__gt=at - A_DAY).count() >= MOST_A_DAY:
        raise TooManyCases(
            f"24時間に聞けるのは{MOST_A_DAY}件までです。あしたもう一度送るか、お問い合わせセンターに電話してください。"
        )


def _require_open_ones(asker: Asker) -> None:
    if _typed_by(asker).filter(closed_at=None).count() >= MOST_OPEN:
        raise TooManyCases(
            f"答えを待っているお問い合わせが{MOST_OPEN}件あります。答えを待つか、その中に書き足してください。"
        )


def _require_answered_in_between(case: DeskCase) -> None:
    last = list(
        case.entries.exclude(words="").order_by("-ordinal").values_list("move", flat=True)[:MOST_IN_A_ROW]
    )
    if last == [Move.ADD] * MOST_IN_A_ROW:
        raise TooManyWords(f"続けて{MOST_IN_A_ROW}回書いています。答えを待つか、新しく問い合わせてください。")
