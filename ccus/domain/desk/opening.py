"""お問い合わせを始める: number and first entry, for the acts that open one (DESK-01)."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.moving import Said, enter
from ccus.domain.desk.policies import Asker, DayWrong, SubjectWrong
from ccus.domain.desk.rules import BEGINNINGS, CHANCES, case_number, has_been
from ccus.domain.desk.terms import SUBJECTS, Channel, Move, State, Subject
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words

_TRIES = 20


@dataclass(frozen=True, slots=True)
class About:
    """何について: the subject, and the day of the own history that it is about."""

    subject: Subject
    on: date | None = None


def begin(
    asker: Asker, about: About, words: str, *, move: Move, channel: Channel, by: Actor, at: datetime
) -> DeskCase:
    """A new case with its first entry; what an officer types in is at once in that officer's hands.

    Raises `SubjectWrong`, `DayWrong`.
    """
    _require_subject(asker, about.subject)
    _require_day(asker, about.on, day_of(at))
    state = BEGINNINGS[move]
    case = DeskCase.objects.create(
        number=_free_number(day_of(at)),
        subject=about.subject,
        channel=channel,
        worker_id=asker.worker,
        company_id=asker.company,
        seat_id=asker.seat,
        about_on=about.on,
        state=state,
        steps=1,
        taken_by=str(by) if state is State.TAKEN and by.kind is ActorKind.OPERATOR else "",
        opened_at=at,
        opened_by=str(by),
        moved_at=at,
    )
    enter(case, move, state, Said(words), ordinal=1, by=by, at=at)
    return case


def _require_subject(asker: Asker, subject: Subject) -> None:
    if asker.side is not None and subject not in SUBJECTS[asker.side]:
        raise SubjectWrong(
            f"「{subject.label}」は、この方のお問い合わせの内容にありません。内容を選び直してください。",
            "subject",
        )


def _require_day(asker: Asker, on: date | None, today: date) -> None:
    if on is not None and (asker.worker is None or not has_been(on, today=today)):
        raise DayWrong(
            f"{date_words(on)}のことは聞けません。選べるのは、技能者本人の、今日までの日です。"
            "ほかの日のことは、日を空にして、文の中に書いてください。",
            "on",
        )


def _free_number(on: date) -> str:
    """A number of the day that nobody has. Whoever is quicker with the same one: the database has the last word."""
    for _ in range(_TRIES):
        number = case_number(on, secrets.randbelow(CHANCES))
        if not DeskCase.objects.filter(number=number).exists():
            return number
    raise RuntimeError("a day has too many cases for its numbers")
