"""質問を読む: what a worker asked, who has to answer, what was answered (LOOK-02 to LOOK-04)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ccus.domain.companies.models import Company
from ccus.domain.disclosure import always
from ccus.domain.looks.models import LookAnswer, LookQuestion
from ccus.domain.looks.rules import ANSWER_WITHIN, question_state
from ccus.domain.looks.terms import Party, QuestionState
from ccus.domain.workers.leaving import LEFT
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class Said:
    """答え: words, when, and by whom (an actor; for pages of the own side)."""

    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Question:
    """質問. `company` (key) None: it was the office that had looked. `due_at`: until then the company may answer."""

    key: UUID
    worker: int
    company: int | None
    looked_on: date
    words: str
    asked_at: datetime
    due_at: datetime
    state: QuestionState
    answer: Said | None
    final: Said | None
    is_not_enough: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """質問 in a list: with 技能者ID and フリガナ, which everybody may see, and the company's name ("": the office)."""

    question: Question
    number: str
    kana: str
    company: str


def question_of(row: LookQuestion, at: datetime) -> Question:
    """A question as it stands at an instant; its answers should be prefetched."""
    said = {
        Party(each.party): Said(each.words, each.answered_at, each.answered_by) for each in row.answers.all()
    }
    answer, final = said.get(Party.COMPANY), said.get(Party.OFFICE)
    state = question_state(
        of_office=row.company_id is None,
        asked_at=row.asked_at,
        is_answered=answer is not None,
        is_not_enough=row.not_enough_at is not None,
        is_closed=final is not None,
        at=at,
    )
    return Question(
        key=row.key,
        worker=row.worker_id,
        company=row.company_id,
        looked_on=row.looked_on,
        words=row.words,
        asked_at=row.asked_at,
        due_at=row.asked_at + ANSWER_WITHIN,
        state=state,
        answer=answer,
        final=final,
        is_not_enough=row.not_enough_at is not None,
    )


def questions_about(
    worker: int, days: Collection[date], *, at: datetime
) -> dict[tuple[date, int | None], Question]:
    """本人の質問: (day, company or None for the office) → question. Two statements."""
    rows = LookQuestion.objects.filter(worker=worker, looked_on__in=days).prefetch_related("answers")
    return {(row.looked_on, row.company_id): question_of(row, at) for row in rows}


def asked_by(worker: int, key: UUID) -> LookQuestion | None:
    """A worker's (key) own question."""
    return LookQuestion.objects.filter(worker=worker, key=key).first()


def asked_of(company: int, key: UUID) -> LookQuestion | None:
    """A question to this company (key), answered or not."""
    return LookQuestion.objects.filter(company=company, key=key).prefetch_related("answers").first()


def brought_to_office(key: UUID, *, at: datetime) -> LookQuestion | None:
    """A question that the office has to answer, or did."""
    of_office = Q(_for_office(at)) | Q(_has_answer(Party.OFFICE))
    return LookQuestion.objects.filter(of_office, key=key).prefetch_related("answers").first()


def waiting_for_company(company: int, *, at: datetime) -> "QuerySet[LookQuestion]":
    """会社の答えを待つ質問."""
    asked = LookQuestion.objects.filter(company=company, asked_at__gt=at - ANSWER_WITHIN)
    return asked.exclude(_has_answer(Party.COMPANY) | _has_answer(Party.OFFICE))


def waiting_for_office(*, at: datetime) -> "QuerySet[LookQuestion]":
    """運営主体の答えを待つ質問: about the office, too late for the company, or not answered enough (LOOK-04)."""
    return LookQuestion.objects.filter(_for_office(at))


def listed(
    rows: "QuerySet[LookQuestion]", *, at: datetime, limit: int, newest: bool = False
) -> tuple[Listed, ...]:
    """質問の一覧, what waits longest on top. A constant number of statements."""
    order = ("-asked_at", "-pk") if newest else ("asked_at", "pk")
    found = list(rows.order_by(*order).prefetch_related("answers")[:limit])
    firms = dict(Company.objects.filter(pk__in=_firms(found)).values_list("pk", "name"))
    people = always.read({row.worker_id for row in found}, on=day_of(at))
    return tuple(
        Listed(question_of(row, at), *_known(people.get(row.worker_id)), firms.get(row.company_id or 0, ""))
        for row in found
    )


def answered_by_company(company: int) -> "QuerySet[LookQuestion]":
    """会社が答えた質問, and those that went to the office."""
    return LookQuestion.objects.filter(company=company)


def answered_by_office() -> "QuerySet[LookQuestion]":
    """運営主体が答えた質問."""
    return LookQuestion.objects.filter(_has_answer(Party.OFFICE))


def _firms(rows: Iterable[LookQuestion]) -> set[int]:
    return {row.company_id for row in rows if row.company_id is not None}


def _known(person: always.Always | None) -> tuple[str, str]:
    """技能者ID and フリガナ; of whoever left neither (LEAVE-04)."""
    return ("", LEFT) if person is None or person["is_withdrawn"] else (person["number"], person["kana"])


def _has_answer(party: Party) -> Exists:
    return Exists(LookAnswer.objects.filter(question=OuterRef("pk"), party=party))


def _for_office(at: datetime) -> Q:
    late = Q(asked_at__lte=at - ANSWER_WITHIN) & ~Q(_has_answer(Party.COMPANY))
    return (Q(company__isnull=True) | Q(not_enough_at__isnull=False) | late) & ~Q(_has_answer(Party.OFFICE))
