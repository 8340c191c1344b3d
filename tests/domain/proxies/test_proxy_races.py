"""Ending a mandate against an act under it, two questions at once (PROXY-04, PROXY-07)."""

from datetime import UTC, datetime
from functools import partial

import pytest

from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.models import Application, DraftSection
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.proxies.actions.asks import AskedAlready, ask_for_mandate
from ccus.domain.proxies.actions.mandates import MandateStands, end_mandate, give_mandate
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.proxies.policies import MandateOver
from ccus.domain.workers.models import Mandate, Worker
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import applications as made
from tests.factories import mandates
from tests.factories.personas import firm, person
from tests.factories.seats import seat

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def worker(fresh_database: Databases) -> Worker:
    return made.worker_with_card()


@pytest.fixture
def agent(worker: Worker) -> Company:
    return mandates.agent()


def saving(case: Application, by: Actor) -> "partial[int]":
    rows = [made.row(made.CONTACT)]
    return partial(save_section, number=case.number, section="contact", rows=rows, version=0, by=by, at=AT)


def test_a_save_while_the_mandate_ends_stores_nothing(worker: Worker, agent: Company) -> None:
    mandate, by = mandates.mandate(worker, agent), seat(agent, Role.PROXY_CLERK).actor
    case = open_application(kind=ApplicationKind.CHANGE, worker=worker.pk, by=by, at=AT)
    end = partial(end_mandate, mandate=mandate, by=person(worker), at=AT)
    assert isinstance(contested(end, saving(case, by)), MandateOver)
    assert not DraftSection.objects.exists()


def test_an_end_waits_for_the_save_that_came_first(worker: Worker, agent: Company) -> None:
    mandate, by = mandates.mandate(worker, agent), seat(agent, Role.PROXY_CLERK).actor
    case = open_application(kind=ApplicationKind.CHANGE, worker=worker.pk, by=by, at=AT)
    end = partial(end_mandate, mandate=mandate, by=person(worker), at=AT)
    assert contested(saving(case, by), end) is None
    assert (DraftSection.objects.count(), Mandate.objects.filter(superseded_at=None).count()) == (1, 1)


def test_of_two_questions_at_once_one_is_asked(worker: Worker, agent: Company) -> None:
    ask = partial(ask_for_mandate, company=agent, number=worker.number, by=firm(agent), at=AT)
    assert isinstance(contested(ask, ask), AskedAlready)
    assert MandateAsk.objects.count() == 1


def test_of_two_mandates_at_once_one_stands(worker: Worker, agent: Company) -> None:
    give = partial(
        give_mandate,
        worker=worker,
        company=agent,
        acts=list(Mandated),
        from_on=day_of(AT),
        by=person(worker),
        at=AT,
    )
    assert isinstance(contested(give, give), MandateStands)
    assert Mandate.objects.count() == 1
