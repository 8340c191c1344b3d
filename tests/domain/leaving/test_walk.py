"""全表を見て回る: of somebody of whom everything exists nothing is left, and every statement is needed (LEAVE-06)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

from ccus.domain.disclosure.classification import TABLES
from ccus.domain.leaving.erasing import person_of
from ccus.domain.leaving.fates import FORGET
from tests.databases import Stock, pointing_at
from tests.domain.leaving.walking import places, tied_to
from tests.factories.everything import OF_OTHERS, WORDS, Filling, everything

BY_AGE = {"letter_file.content", "letter_file.reason", "print_part.content"}
"""Of many people at once: gone by their age, long before (KEEP-11)."""
OF_A_COMPANY = {"company.name"}
"""刻印工業, the employer's own name."""


@dataclass(frozen=True, slots=True)
class World:
    owner: psycopg.Connection
    person: dict[str, Any]
    filling: Filling


@pytest.fixture(scope="module")
def world(stock: Stock, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Built once: every test works in a transaction of the owner that is rolled back."""
    with (
        stock.copy() as databases,
        django_db_blocker.unblock(),
        pointing_at(databases),
        psycopg.connect(str(databases.owner), autocommit=True) as owner,
    ):
        marked, filling = everything(owner)
        yield World(owner, person_of(owner, marked.worker.pk), filling)


def forget(world: World, *, but: str = "") -> None:
    for table, statement in FORGET:
        if table != but:
            world.owner.execute(statement.encode(), world.person)


def left_over(world: World, *only: str) -> set[str]:
    """Where something of the person still stands, in texts, days and bytes or by key, and references that hang."""
    found = places(world.owner, *WORDS, only=only) - BY_AGE - OF_A_COMPANY
    found |= tied_to(world.owner, world.person, only=only)
    try:
        with world.owner.transaction():
            world.owner.execute("set constraints all immediate")
    except psycopg.errors.ForeignKeyViolation as hanging:
        found.add(str(hanging.diag.constraint_name))
    return found


@pytest.fixture
def erasing(world: World) -> Iterator[World]:
    with world.owner.transaction(force_rollback=True):
        world.owner.execute("set local ccus.erasure = 'on'")
        yield world


def test_every_text_about_people_holds_a_mark_before(world: World) -> None:
    held = places(world.owner, *WORDS)
    bare = [
        f"{table}.{name}"
        for table in sorted(set(TABLES) - OF_OTHERS)
        for name, kind in world.filling.texts(table)
        if f"{table}.{name}" not in held
    ]
    assert bare == []


def test_of_somebody_erased_nothing_is_left_in_any_column(erasing: World) -> None:
    forget(erasing)
    assert left_over(erasing) == set()


@pytest.mark.parametrize("table", [table for table, _ in FORGET])
def test_with_one_table_left_out_something_is_found(erasing: World, table: str) -> None:
    forget(erasing, but=table)
    assert left_over(erasing, table) or left_over(erasing)


def test_what_was_proposed_about_a_fee_of_the_person_goes_too(erasing: World) -> None:
    erasing.owner.execute(
        "insert into office_proposal (key, what, subject, given, digest, proposed_at, proposed_by, expires_at, answer,"
        " answer_words, answered_at, answered_by) select gen_random_uuid(), p.what, 'charge:' || c.id, p.given,"
        " p.digest, p.proposed_at, p.proposed_by, p.expires_at, p.answer, p.answer_words, p.answered_at, p.answered_by"
        " from office_proposal p, charge c where c.payer = any(%(owners)s)",
        erasing.person,
    )
    forget(erasing)
    assert places(erasing.owner, *WORDS, only=["office_proposal"]) == set()


def test_no_table_is_named_twice_in_what_is_forgotten() -> None:
    tables = [table for table, _ in FORGET]
    assert len(tables) == len(set(tables))
