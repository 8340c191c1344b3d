"""Two who act on one link at once: one wins, the other is told."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.workers.actions.affiliation import (
    AlreadyAsked,
    MainAffiliationTaken,
    RequestClosed,
    accept_affiliation,
    ask_affiliation,
    end_affiliation,
    refuse_affiliation,
)
from ccus.domain.workers.models import Affiliation, AffiliationRequest, Worker
from ccus.foundation.databases import Databases
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.races import contested
from tests.factories import companies, workers
from tests.factories.personas import firm, person
from tests.factories.seats import seat

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


def test_two_clerks_who_accept_one_request_at_once_make_one_link(
    requests: list[AffiliationRequest],
) -> None:
    asked, clerk = requests[0], seat(requests[0].company).actor
    first, second = (
        partial(accept_affiliation, request=asked, by=by, at=AT) for by in (firm(asked.company), clerk)
    )
    assert isinstance(contested(first, second), RequestClosed)
    assert Affiliation.objects.count() == 1


def test_a_request_taken_back_while_a_clerk_accepts_stays_closed(
    requests: list[AffiliationRequest],
) -> None:
    asked = requests[0]
    first = partial(refuse_affiliation, request=asked, by=person(asked.worker), at=AT)
    second = partial(accept_affiliation, request=asked, by=firm(asked.company), at=AT)
    assert isinstance(contested(first, second), RequestClosed)
    assert not Affiliation.objects.exists()


def test_when_both_sides_ask_at_once_one_request_stands(fresh_database: Databases) -> None:
    worker, company = workers.worker(), companies.company()
    first, second = (
        partial(ask_affiliation, worker=worker, company=company, is_main=True, from_on=FROM, by=by, at=AT)
        for by in (person(worker), firm(company))
    )
    assert isinstance(contested(first, second), AlreadyAsked)
    assert AffiliationRequest.objects.count() == 1


def test_when_both_sides_end_a_link_at_once_it_ends_once(fresh_database: Databases) -> None:
    worker, company = workers.worker(), companies.company()
    link = workers.affiliation(worker=worker, company=company)
    first, second = (
        partial(end_affiliation, affiliation=link, until_on=FROM, by=by, at=AT)
        for by in (person(worker), firm(company))
    )
    assert isinstance(contested(first, second), AlreadyChanged)
