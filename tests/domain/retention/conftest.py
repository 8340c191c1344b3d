"""The world in which every rule has something to do."""

from collections.abc import Iterator

import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import Stock, pointing_at
from tests.domain.retention.aged import aged


@pytest.fixture(scope="module")
def world(
    stock: Stock, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[psycopg.Connection]:
    """Built once; what a test takes away there is rolled back."""
    with (
        stock.copy() as databases,
        django_db_blocker.unblock(),
        pointing_at(databases),
        psycopg.connect(str(databases.owner), autocommit=True) as owner,
    ):
        aged(owner)
        yield owner


@pytest.fixture
def owner(world: psycopg.Connection) -> Iterator[psycopg.Connection]:
    with world.transaction(force_rollback=True):
        yield world
