"""読む手: statements of a person's pages, and what every one of them needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

from ccus.domain.work_history.terms import COUNTED_STATES

COUNTED = [int(state) for state in COUNTED_STATES]


def rows(sql: str, given: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """All rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
