"""会社が読む質問: what waits, and who of the company looked at whom on that day (LOOK-03)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ccus.domain.audit.terms import ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.cases import cases_asked, is_waiting
from ccus.domain.looks.models import LookCase, LookQuestion
from ccus.domain.looks.questions import (
    Listed,
    answered_by_company,
    listed,
    waiting_for_company,
    waiting_for_office,
)
from ccus.domain.looks.story import of_day
from ccus.domain.looks.words import shown_words
from ccus.domain.workers.terms import Item

_MOST, _PAST = 100, 30
_SYSTEM = "会社のシステム"


@dataclass(frozen=True, slots=True)
class OwnLook:
    """自社の閲覧: which account looked, for what, at what; `who` is read by the company alone.

    `reason` is what an officer wrote (DISC-05); companies write none.
    """

    at: datetime
    who: str
    purpose: str
    items: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """質問 as the company reads it, with the looks that it is about."""

    of: Listed
    looks: tuple[OwnLook, ...]


@dataclass(frozen=True, slots=True)
class AskedOfCompany:
    """会社への質問: of workers that wait, of the office, and those answered or taken over, the newest first."""

    waiting: tuple[Listed, ...]
    past: tuple[Listed, ...]
    cases: tuple[LookCase, ...]
    cases_waiting: tuple[LookCase, ...]


def asked_of_company(company: int, *, at: datetime) -> AskedOfCompany:
    """質問の一覧 of a company (key). A constant number of statements."""
    waiting = listed(waiting_for_company(company, at=at), at=at, limit=_MOST)
    keys = {each.question.key for each in waiting}
    past = listed(answered_by_company(company).exclude(key__in=keys), at=at, limit=_PAST, newest=True)
    cases = cases_asked(company)
    return AskedOfCompany(
        waiting,
        past,
        tuple(case for case in cases if not is_waiting(case)),
        tuple(case for case in cases if is_waiting(case)),
    )


def waiting_count(company: int, *, at: datetime) -> int:
    """How many questions of workers and of the office wait for the company (key)."""
    waiting = waiting_for_company(company, at=at).count()
    return waiting + sum(is_waiting(case) for case in cases_asked(company))


@dataclass(frozen=True, slots=True)
class LooksWaiting:
    """運営主体を待つもの: open cases, and questions of workers."""

    cases: int
    questions: int


def looks_waiting(*, at: datetime) -> LooksWaiting:
    """運営主体を待つ案件と質問. Two statements."""
    cases = LookCase.objects.filter(closed_at=None).count()
    return LooksWaiting(cases, waiting_for_office(at=at).count())


def asked_question(row: LookQuestion, *, at: datetime) -> Asked:
    """One question with the looks behind it: those of that company, or of the office, on that day."""
    (of,) = listed(LookQuestion.objects.filter(pk=row.pk), at=at, limit=1)
    looks = [look for look in of_day(row.worker_id, row.looked_on) if _is_about(look, row)]
    seats = {look.actor_id for look in looks if look.actor_kind == ActorKind.SEAT}
    names = dict(Seat.objects.filter(pk__in=seats).values_list("pk", "name"))
    return Asked(of, tuple(_own(look, names) for look in looks))


def _is_about(look: DisclosureTrace, question: LookQuestion) -> bool:
    if question.company_id is not None:
        return look.company == question.company_id
    return look.company is None and look.actor_kind == ActorKind.OPERATOR


def _own(look: DisclosureTrace, names: Mapping[int, str]) -> OwnLook:
    who = names.get(look.actor_id, "") if look.actor_kind == ActorKind.SEAT else _SYSTEM
    items = shown_words([Item(item) for item in look.items])
    return OwnLook(look.at, who, Purpose(look.purpose).label, items, look.reason)
