"""Who files in the portal's tests, and what a browser sends."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from ccus.domain.accounts.actions import change_password
from ccus.domain.accounts.policies import must_change_password
from ccus.domain.applications.models import Applicant, Application
from ccus.domain.applications.sections import Section, sections_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.seats import seat_of
from ccus.domain.companies.terms import Role
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Grade
from ccus.foundation import clock
from tests.factories import applications as made
from tests.factories.seats import actor_of, client_of, seat

PASSWORD = "ashiba-to-aoi-sora"


@dataclass(frozen=True, slots=True)
class Desk:
    """A browser in which somebody who files has signed in."""

    client: Client
    actor: Actor

    def get(self, path: str, **query: str) -> str:
        """The words of a page that must be there."""
        answer = self.client.get(path, query, follow=True)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()

    def post(self, path: str, /, **form: Any) -> Any:
        return self.client.post(path, form)

    def started(self, kind: str, grade: str = "") -> str:
        """The address of an application that was started on the page."""
        answer = self.post("/filing/start/", kind=kind, grade=grade)
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])


def of_applicant(person: Applicant | None = None) -> Desk:
    """Somebody new, who has chosen a password."""
    applicant = person or made.applicant()
    return _desk(applicant.account, Actor(ActorKind.APPLICANT, applicant.pk))


def of_worker(worker: Worker | None = None, grade: Grade = Grade.DETAILED) -> Desk:
    """A worker with a card."""
    held = worker or made.worker_with_card(grade)
    return _desk(held.account, Actor(ActorKind.WORKER, held.pk))


def of_company(company: Company) -> Desk:
    """Whoever answers for a company."""
    held = company.seats.filter(role=Role.CHIEF).first()
    me = seat_of(held.account_id) if held else seat(company)
    assert me is not None
    return Desk(client_of(me), actor_of(me))


def of_filer(case: Application) -> Desk:
    """Whoever filed it."""
    if case.applicant is not None:
        return of_applicant(case.applicant)
    if case.company is not None:
        return of_company(case.company)
    return of_worker(case.worker)


def filed_at(case: Application) -> str:
    """The address of an application."""
    return f"/filing/{case.number}/"


def _desk(account: Any, actor: Actor) -> Desk:
    account.refresh_from_db()
    if must_change_password(account):
        account = change_password(account=account, new=PASSWORD, birth_on=None, by=SYSTEM, at=clock.now())
    client = Client()
    client.force_login(account)
    return Desk(client, actor)


def sections(case: Application) -> tuple[Section, ...]:
    """What it asks."""
    return sections_of(ApplicationKind(case.kind), Grade(case.grade) if case.grade else None)
