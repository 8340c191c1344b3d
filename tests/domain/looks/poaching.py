"""A firm that opens the workers of another, one by one, and the case about it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.cases import close_case, take_case
from ccus.domain.looks.actions.watching import watch
from ccus.domain.looks.models import LookCase
from ccus.domain.looks.terms import Verdict
from ccus.domain.workers.models import Worker
from tests.factories import companies, workers
from tests.factories.personas import firm

UNTIL = date(2026, 12, 21)


def staff(employer: Company, count: int) -> list[Worker]:
    """Workers of one employer."""
    people = [workers.worker() for _ in range(count)]
    for one in people:
        workers.affiliation(worker=one, company=employer)
    return people


def opened(by: Company, people: Sequence[Worker], at: datetime, purpose: Purpose = Purpose.SEARCH) -> None:
    """A company opens them, one a minute before `at`."""
    for minute, one in enumerate(people):
        when = at - timedelta(minutes=minute + 1)
        worker_as_seen_by(firm(by), one.pk, purpose=purpose, at=when)


def opened_many(by: Company, at: datetime, count: int = 10) -> Company:
    """It opens workers of one employer; whose they were."""
    victim = companies.company(name="高田鉄筋")
    opened(by, staff(victim, count), at)
    return victim


def opened_case(at: datetime, name: str = "北斗架設") -> LookCase:
    """A case of a company that opened ten workers of another."""
    opened_many(companies.company(name=name), at)
    watch(by=SYSTEM, at=at)
    return LookCase.objects.get()


def taken_case(at: datetime, by: Actor) -> LookCase:
    """The same, in an officer's hands."""
    case = opened_case(at)
    take_case(case=case, by=by, at=at)
    return case


def proposed_stop(at: datetime, by: Actor) -> LookCase:
    """The same, with a 停止 that waits for a second officer."""
    case = taken_case(at, by)
    close_case(case=case, verdict=Verdict.STOP, until_on=UNTIL, words="引き抜きの準備でした。", by=by, at=at)
    return case
