"""Two main employers at once: one wins, the other is told."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.workers.actions.affiliation import (
    MainAffiliationTaken,
    accept_affiliation,
    ask_affiliation,
)
from ccus.domain.workers.models import Affiliation, AffiliationRequest, Worker
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import companies, workers
from tests.factories.personas import firm, person

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FROM = date(2026, 11, 1)


def request_of(worker: Worker, company: Company) -> AffiliationRequest:
    return ask_affiliation(
        worker=worker, company=company, is_main=True, from_on=FROM, by=person(worker), at=AT
    )


@pytest.fixture
def requests(fresh_database: Databases) -> list[AffiliationRequest]:
    """A worker asked two companies to be the main employer."""
    worker = workers.worker()
    return [request_of(worker, companies.company()) for _ in range(2)]


def test_of_two_main_employers_that_accept_at_once_one_is_refused(
    requests: list[AffiliationRequest],
) -> None:
    first, second = (partial(accept_affiliation, request=r, by=firm(r.company), at=AT) for r in requests)
    assert isinstance(contested(first, second), MainAffiliationTaken)
    assert Affiliation.objects.get().company == requests[0].company


def test_the_database_refuses_a_second_main_employer_by_itself(
    requests: list[AffiliationRequest],
) -> None:
    first = partial(workers.affiliation, worker=requests[0].worker, company=requests[0].company)
    second = partial(accept_affiliation, request=requests[1], by=firm(requests[1].company), at=AT)
    assert isinstance(contested(first, second), MainAffiliationTaken)
