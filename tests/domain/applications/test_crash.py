"""A crash between any two statements of an approval leaves all or nothing."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.workers.terms import Grade
from ccus.foundation.databases import Databases
from tests.factories.applications import AT, fresh, in_review, reviewer

pytestmark = pytest.mark.thorough

"""A registration is tried a hundred times, and each try hashes an initial password."""


class PowerCut(DatabaseError):
    """The line to the database is gone."""


class Failing:
    """Lets `after` statements pass and fails the next, if there is one."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.has_failed = False

    def __call__(self, execute: Callable[..., Any], *said: Any) -> Any:
        if self.left == 0:
            self.has_failed = True
            raise PowerCut
        self.left -= 1
        return execute(*said)


def everything() -> dict[str, tuple[int, int]]:
    """Every table of the domain: how many rows, and a digest of what stands in them."""
    tables = [m._meta.db_table for m in apps.get_models() if m.__module__.startswith("ccus.domain.")]
    with connection.cursor() as cursor:
        cursor.execute(
            " union all ".join(
                f"select '{table}', count(*), coalesce(sum(hashtext(t::text)), 0) from {table} t"
                for table in tables
            )
        )
        return {table: (rows, int(digest)) for table, rows, digest in cursor.fetchall()}


def failed_at_each_statement(case: Application) -> int:
    """Approve until no statement fails any more; how many failed, each without a trace."""
    by, before = reviewer(case), everything()
    for passing in count():
        failing = Failing(passing)
        with connection.execute_wrapper(failing), suppress(PowerCut):
            approve(number=case.number, by=by, at=AT)
        if not failing.has_failed:
            return passing
        assert everything() == before, f"after statement {passing}"
    raise AssertionError


@pytest.mark.parametrize(
    ("kind", "grade"),
    [
        (ApplicationKind.REGISTRATION, Grade.DETAILED),
        (ApplicationKind.CHANGE, Grade.DETAILED),
        (ApplicationKind.REISSUE, Grade.DETAILED),
        (ApplicationKind.RENEWAL, Grade.DETAILED),
        (ApplicationKind.COLOUR_CHANGE, Grade.DETAILED),
        (ApplicationKind.UPGRADE, Grade.SIMPLE),
        (ApplicationKind.WITHDRAWAL, Grade.DETAILED),
    ],
)
def test_an_approval_that_fails_at_any_statement_has_done_nothing(
    fresh_database: Databases, kind: ApplicationKind, grade: Grade
) -> None:
    case = in_review(kind, grade=grade)
    before = everything()
    assert failed_at_each_statement(case) > 10
    assert fresh(case).state == State.APPROVED
    assert everything() != before
