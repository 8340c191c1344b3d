"""Two accounts of an employer at once (DISC-23, DISC-26): the later one is told, and changes nothing."""

from datetime import UTC, date, datetime

import pytest

from ccus.domain.disclosure.actions import ChosenElsewhere, choose_employers_half, set_several
from ccus.domain.disclosure.plans import Chosen, Plan
from ccus.domain.disclosure.switches import employers_half
from ccus.domain.workers.models import Affiliation
from ccus.domain.workers.terms import Item
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories.companies import company
from tests.factories.personas import firm
from tests.factories.workers import affiliation, worker

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def link(fresh_database: Databases) -> Affiliation:
    return affiliation(worker=worker(), company=company())


def opens(link: Affiliation, item: Item) -> None:
    employer, worker = link.company, link.worker_id
    choose_employers_half(company=employer, worker=worker, items=[item], shown=(), by=firm(employer), at=AT)


def opens_for_all(link: Affiliation, item: Item) -> None:
    set_several(
        company=link.company,
        workers=[link.worker_id],
        chosen=Chosen(opens=frozenset({item})),
        said=Plan(opened=1, closed=0),
        by=firm(link.company),
        at=AT,
    )


def halves(link: Affiliation) -> frozenset[Item]:
    return employers_half(link.company_id, [link.worker_id], on=date(2026, 11, 20))[link.worker_id]


def test_two_accounts_that_set_one_worker_at_once_leave_the_first_choice(link: Affiliation) -> None:
    told = contested(lambda: opens(link, Item.NAME), lambda: opens(link, Item.CONTACT))
    assert isinstance(told, ChosenElsewhere)
    assert halves(link) == {Item.NAME}


def test_a_choice_for_many_that_another_has_made_meanwhile_is_told(link: Affiliation) -> None:
    told = contested(lambda: opens_for_all(link, Item.NAME), lambda: opens_for_all(link, Item.NAME))
    assert isinstance(told, ChosenElsewhere)
    assert halves(link) == {Item.NAME}
