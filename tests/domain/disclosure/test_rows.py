"""The database refuses by itself: rows go to whoever left a trace, a false trace is not taken (DISC-15, DISC-16)."""

from datetime import datetime

import pytest
from django.db import ProgrammingError, connection, transaction

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.terms import Purpose, Relation, Shown
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.evidence.reading import file_of
from ccus.domain.workers.registered import registered
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.reading_as import NOBODY, REGISTER, reading_as
from tests.factories.companies import company
from tests.factories.marked import Marked, marked_worker
from tests.factories.officers import officer
from tests.factories.personas import firm, person
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db
BLOCKS = {
    "contact": Item.CONTACT,
    "emergency": Item.EMERGENCY,
    "blood": Item.BLOOD,
    "health": Item.HEALTH,
    "special_health": Item.HEALTH,
}
STRANGERS = [relation for relation in Relation if relation not in {Relation.SELF, Relation.OTHER}]


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


@pytest.fixture
def employer(marked: Marked) -> Actor:
    return firm(marked.employer)


def given(reader: object, marked: Marked, at: datetime) -> set[str]:
    """The blocks of which the database gives anything, to somebody who asks it past every check of ours."""
    with reading_as(reader):
        facts = registered(marked.worker.pk, on=day_of(at), keys=BLOCKS)
    return {block for block, rows in facts.items() if rows}


def look(actor: Actor, marked: Marked, at: datetime, item: Item, relation: Relation) -> None:
    leave(actor, [Look(marked.worker.pk, relation, {item})], purpose=Purpose.ROSTER, reason="審査", at=at)


def test_a_connection_that_reads_for_nobody_is_given_nothing(marked: Marked, at: datetime) -> None:
    assert not given(NOBODY, marked, at)


def test_the_worker_and_the_register_are_given_everything(marked: Marked, at: datetime) -> None:
    assert given(person(marked.worker), marked, at) == given(REGISTER, marked, at) == set(BLOCKS)


def test_another_worker_is_given_nothing_of_somebody_else(marked: Marked, at: datetime) -> None:
    assert not given(person(worker()), marked, at)


def test_an_employer_whose_page_forgot_the_trace_is_given_nothing(
    marked: Marked, employer: Actor, at: datetime
) -> None:
    assert not given(employer, marked, at)


@pytest.mark.parametrize("item", sorted(set(BLOCKS.values())))
def test_a_trace_opens_the_item_that_it_names_and_no_other(
    item: Item, marked: Marked, employer: Actor, at: datetime
) -> None:
    look(employer, marked, at, item, Relation.EMPLOYER)
    assert given(employer, marked, at) == {block for block, shown in BLOCKS.items() if shown is item}


def test_the_trace_of_one_firm_opens_nothing_to_another(
    marked: Marked, employer: Actor, at: datetime
) -> None:
    look(employer, marked, at, Item.CONTACT, Relation.EMPLOYER)
    assert not given(firm(company()), marked, at)
    assert not given(Actor(ActorKind.SEAT, employer.id), marked, at)


@pytest.mark.parametrize("relation", STRANGERS)
@pytest.mark.parametrize("kind", ["company", "seat", "reader", "operator", "system"])
def test_a_trace_of_somebody_without_the_relation_is_not_taken(
    kind: str, relation: Relation, marked: Marked, at: datetime
) -> None:
    stranger = SYSTEM if kind == "system" else Actor(ActorKind(kind), company().pk)
    with pytest.raises(ProgrammingError, match="does not stand"), transaction.atomic():
        look(stranger, marked, at, Item.HEALTH, relation)


def never_shown() -> list[tuple[Relation, Item]]:
    rows = ((relation, item, shown) for item, row in MATRIX.items() for relation, shown in row.items())
    return [(relation, item) for relation, item, shown in rows if shown is Shown.NEVER]


def test_the_database_knows_the_table_of_items_and_relations() -> None:
    with connection.cursor() as cursor:
        for relation in set(Relation) - {Relation.SELF}:
            cursor.execute("select items_shown_to(%s)", [relation])
            ((items,),) = cursor.fetchall()
            assert set(Item) - set(items) == {item for each, item in never_shown() if each is relation}


def test_another_firm_leaves_no_trace_of_an_item_that_is_never_opened(marked: Marked, at: datetime) -> None:
    other = firm(company())
    with pytest.raises(ProgrammingError, match="never shown"), transaction.atomic():
        look(other, marked, at, Item.HEALTH, Relation.OTHER)
    assert not given(other, marked, at)


def test_an_officer_without_any_duty_leaves_no_trace(marked: Marked, at: datetime) -> None:
    look(officer(Duty.REVIEW).actor, marked, at, Item.HEALTH, Relation.OPERATOR)
    with pytest.raises(ProgrammingError, match="does not stand"), transaction.atomic():
        look(officer(duties=[]).actor, marked, at, Item.HEALTH, Relation.OPERATOR)


def test_one_stranger_among_own_workers_makes_the_whole_page_fail(
    marked: Marked, employer: Actor, at: datetime
) -> None:
    looks = [Look(each, Relation.EMPLOYER, {Item.CARD}) for each in (marked.worker.pk, worker().pk)]
    with pytest.raises(ProgrammingError, match="does not stand"), transaction.atomic():
        leave(employer, looks, purpose=Purpose.EMPLOYEES, reason="", at=at)


def test_an_image_is_given_to_whoever_left_a_trace_of_it(
    marked: Marked, employer: Actor, at: datetime
) -> None:
    portrait, certificate, _ = marked.pictures
    look(employer, marked, at, Item.NAME, Relation.EMPLOYER)
    with reading_as(employer):
        assert file_of(portrait, owner=None)
        assert file_of(certificate, owner=None) is None


def test_an_image_is_given_to_its_worker_and_to_officers_who_review(marked: Marked) -> None:
    def seen(reader: object) -> bool:
        with reading_as(reader):
            return file_of(marked.pictures[1], owner=None) is not None

    reviewer, cashier = officer(Duty.REVIEW).actor, officer(Duty.FEES).actor
    assert [seen(each) for each in (person(marked.worker), reviewer)] == [True, True]
    assert [seen(each) for each in (person(worker()), cashier, firm(marked.employer), NOBODY)] == [False] * 4


def test_nobody_but_the_register_writes_what_is_registered(marked: Marked) -> None:
    ended = "update contact set superseded_at = now() where worker_id = %s"
    with reading_as(person(marked.worker)), connection.cursor() as cursor:
        cursor.execute(ended, [marked.worker.pk])
        assert cursor.rowcount == 0
