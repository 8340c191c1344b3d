"""だれとして読むか: for whom the connection reads; the most sensitive rows are given by it (DISC-15, DISC-16)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from psycopg.pq import TransactionStatus

from ccus.foundation.clock import today

REGISTER, NOBODY = "register", ""
"""The register itself, as in jobs; and nobody, as every connection begins."""

_SAY = """
select current_setting('ccus.reader', true), set_config('ccus.reader', %(reader)s, %(local)s),
       set_config('ccus.today', %(today)s, %(local)s)
"""


@contextmanager
def reading_as(reader: object) -> Iterator[None]:
    """Read for somebody: an actor, `REGISTER` or `NOBODY`; afterwards for whom it was before. Also a decorator.

    Inside a transaction it ends with it at the latest; outside it holds for the connection.
    """
    before = _say(str(reader))
    try:
        yield
    finally:
        if _can_say():
            _say(before)


def _say(reader: str) -> str:
    with connection.cursor() as cursor:
        is_local = connection.in_atomic_block
        cursor.execute(_SAY, {"reader": reader, "local": is_local, "today": today().isoformat()})
        ((before, *_),) = cursor.fetchall()
    return before or NOBODY


def _can_say() -> bool:
    """Not after a failure: whatever is rolled back, or lost with the connection, takes the reader along."""
    line = connection.connection
    if line is None or line.closed or connection.needs_rollback:
        return False
    return line.info.transaction_status is not TransactionStatus.INERROR
