"""見通しを読む: who will count at a site on a day, who will not, and who can mend it (READY-01 to READY-09)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection, transaction
from psycopg import Cursor

from ccus.domain.readiness.foreseen import Foreseen, Readiness
from ccus.domain.readiness.gathering import foresee
from ccus.domain.readiness.mending import Mend
from ccus.domain.work_history.scripts import run

__all__ = ["Foreseen", "Mend", "Readiness", "readiness", "readiness_of_many"]

_FEW_KEYS = ("hashjoin", "mergejoin", "seqscan")


def readiness(site: int, day: date, *, at: datetime) -> Readiness:
    """現場の見通し: every line of the roster of a day, judged as if it tapped. Raises KeyError for no site."""
    return readiness_of_many([site], day, at=at)[site]


def readiness_of_many(sites: Sequence[int], day: date, *, at: datetime) -> dict[int, Readiness]:
    """現場ごとの見通し, by key of the site; as many statements for many sites as for one."""
    if not sites:
        return {}
    with transaction.atomic():
        connection.ensure_connection()
        # A plain cursor sends the parameters apart, as the work history's statements want them.
        cursor = Cursor(connection.connection)
        for name in _FEW_KEYS:
            cursor.execute(f"set local enable_{name} = off".encode())
        return run(cursor, foresee(sites, day, at))
