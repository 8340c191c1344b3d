"""Two pages at once (DISC-23): the later one is told, and opens nothing."""

from collections.abc import Collection
from datetime import UTC, date, datetime

import pytest

from ccus.domain.disclosure.actions import ChosenElsewhere, choose_own_half
from ccus.domain.disclosure.switches import workers_half
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import workers
from tests.factories.personas import person

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def worker(fresh_database: Databases) -> Worker:
    return workers.worker()


def choose(worker: Worker, *items: Item, shown: Collection[Item] = ()) -> None:
    choose_own_half(worker=worker, items=items, shown=shown, by=person(worker), at=AT)


def test_a_page_that_opens_while_another_closes_is_told_and_opens_nothing(worker: Worker) -> None:
    choose(worker, Item.CONTACT)
    told = contested(
        lambda: choose(worker, shown=[Item.CONTACT]),
        lambda: choose(worker, Item.CONTACT, Item.NAME, shown=[Item.CONTACT]),
    )
    assert isinstance(told, ChosenElsewhere)
    assert workers_half([worker.pk], on=date(2026, 11, 20)) == {}


def test_the_same_button_pressed_twice_at_once_leaves_one_choice(worker: Worker) -> None:
    told = contested(lambda: choose(worker), lambda: choose(worker))
    assert told is None
    assert worker.first_steps.count() == 1
