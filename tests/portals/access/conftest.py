"""The marked world, built once for every visitor of a file; with `--write-access` the table is written (bin/access)."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.conftest import STANDING_MOMENT
from tests.portals.access import table
from tests.portals.access.table import Column
from tests.portals.access.things import Things, things_of
from tests.portals.access.trying import Round, differences, go_round
from tests.portals.access.world import World, world


@pytest.fixture(scope="module")
def marked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world, taken back at the end of the file: every request in it is undone anyway."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(STANDING_MOMENT, tick=False):
            made = world()
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def things(marked: World) -> Things:
    """What addresses can name of it."""
    return things_of(marked)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-access", action="store_true", help="write docs/rules/access.md in place of comparing"
    )


@pytest.fixture(scope="session")
def written(request: pytest.FixtureRequest) -> Iterator[dict[str, Column] | None]:
    """Where columns are put that are to be written; None where they are compared."""
    if not request.config.getoption("--write-access", default=False):
        yield None
        return
    columns: dict[str, Column] = {}
    yield columns
    table.write(columns)


@pytest.fixture
def gone_round(
    marked: World, things: Things, written: dict[str, Column] | None
) -> Callable[[str], tuple[Round, str]]:
    """A visitor's round, and what the committed table says otherwise; nothing where it is to be written."""

    def go(name: str) -> tuple[Round, str]:
        done = go_round(name, marked, things)
        if written is None:
            return done, differences(name, done.column)
        written[name] = done.column
        return done, ""

    return go
