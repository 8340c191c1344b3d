"""登録情報を読む: all blocks at once, in as many statements for a hundred workers as for one."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import enter_fact
from ccus.domain.workers.registered import KEYS, registered, registered_of_many
from tests.domain.workers.samples import ENTERED, VALUES, blank_worker, values
from tests.factories import workers

TODAY = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


def statements(*people: int) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        registered_of_many(people, on=TODAY)
    return len(caught)


def test_the_number_of_statements_does_not_grow_with_the_workers(at: datetime) -> None:
    people = [blank_worker() for _ in range(4)]
    for worker in people[:3]:
        for key in ENTERED:
            enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)
    assert statements(people[0].pk) == statements(*(worker.pk for worker in people)) == len(KEYS) - 1


def test_only_the_blocks_that_are_asked_for_are_read() -> None:
    worker = workers.worker()
    with CaptureQueriesContext(connection) as caught:
        facts = registered(worker.pk, on=TODAY, keys=["name", "trades"])
    assert (sorted(facts), len(caught)) == (["name", "trades"], 2)


def test_a_worker_of_whom_nothing_is_registered_has_every_block_empty() -> None:
    facts = registered(blank_worker().pk, on=TODAY)
    assert facts == dict.fromkeys(KEYS, ())


def test_a_row_says_every_field_of_its_block(at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key="contact", values=VALUES["contact"], by=SYSTEM, at=at)
    (row,) = registered(worker.pk, on=TODAY, keys=["contact"])["contact"]
    assert row.values == VALUES["contact"] | {"building": None, "since": "2026-11-20"}


def test_each_worker_gets_the_rows_of_nobody_else(at: datetime) -> None:
    first, second = workers.worker(), workers.worker(name__official="別の 人")
    names = registered_of_many([first.pk, second.pk], on=TODAY, keys=["name"])
    assert [names[worker.pk]["name"][0].values["official"] for worker in (first, second)] == [
        "髙橋 一郎",
        "別の 人",
    ]


def test_a_block_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        registered(1, on=TODAY, keys=["shoe_size"])


def test_nobody_asked_about_is_an_empty_answer() -> None:
    assert registered_of_many([], on=TODAY) == {}
