"""一人で: of several processes that would take up the same long work, one does."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_LOCK = "select pg_try_advisory_lock(hashtextextended(%s, 0))"
_UNLOCK = "select pg_advisory_unlock(hashtextextended(%s, 0))"


@contextmanager
def alone_with(work: str) -> Iterator[bool]:
    """Whether this process is the one that does it. One that dies lets go of it with its connection."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [work])
        is_mine = bool(cursor.fetchone()[0])
    try:
        yield is_mine
    finally:
        if is_mine:
            with connection.cursor() as cursor:
                cursor.execute(_UNLOCK, [work])
