"""A trace opens what is read in its own transaction, and images for an hour by the database's own clock (DISC-15)."""

from datetime import timedelta

import psycopg
import pytest
from django.db import transaction

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.evidence.reading import file_of
from ccus.domain.workers.models import Contact
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from ccus.foundation.reading_as import reading_as
from tests.factories.marked import Marked, marked_worker
from tests.factories.personas import firm

_LEFT = """
insert into disclosure_trace (at, worker_id, actor_kind, actor_id, company, relation, purpose, reason, items, left_at)
values (now(), %s, 'company', %s, %s, 'employer', 'roster', '', '{name}', now() - %s)
"""


@pytest.fixture
def marked(fresh_database: Databases) -> Marked:
    del fresh_database
    return marked_worker()


@pytest.fixture
def employer(marked: Marked) -> Actor:
    return firm(marked.employer)


def look(actor: Actor, marked: Marked, *items: Item) -> None:
    looks = [Look(marked.worker.pk, Relation.EMPLOYER, items)]
    leave(actor, looks, purpose=Purpose.ROSTER, reason="", at=clock.now())


def test_a_trace_of_the_request_before_opens_no_row_to_this_one(marked: Marked, employer: Actor) -> None:
    with transaction.atomic(), reading_as(employer):
        look(employer, marked, Item.CONTACT, Item.NAME)
        assert Contact.objects.count() == 1
    with transaction.atomic(), reading_as(employer):
        assert Contact.objects.count() == 0
        assert file_of(marked.pictures[0], owner=None)


def test_a_look_that_was_taken_back_opens_nothing(marked: Marked, employer: Actor) -> None:
    with transaction.atomic(), reading_as(employer):
        with transaction.atomic():
            look(employer, marked, Item.CONTACT)
            transaction.set_rollback(True)
        assert Contact.objects.count() == 0


@pytest.mark.parametrize(("minutes", "is_given"), [(59, True), (61, False)])
def test_an_image_is_given_for_an_hour_after_the_page(
    minutes: int, is_given: bool, marked: Marked, employer: Actor, fresh_database: Databases
) -> None:
    left = (marked.worker.pk, employer.id, employer.id, timedelta(minutes=minutes))
    with psycopg.connect(str(fresh_database.owner)) as owner:
        owner.execute(_LEFT, left)
    with reading_as(employer):
        assert (file_of(marked.pictures[0], owner=None) is not None) is is_given


@pytest.mark.parametrize(
    "statement",
    ["update disclosure_trace set reason = 'x'", "delete from disclosure_trace", "truncate disclosure_trace"],
)
def test_not_even_the_owner_of_the_tables_changes_a_trace(
    statement: str, marked: Marked, employer: Actor, fresh_database: Databases
) -> None:
    look(employer, marked, Item.CARD)
    with psycopg.connect(str(fresh_database.owner)) as owner, pytest.raises(psycopg.IntegrityError):
        owner.execute(statement.encode())
