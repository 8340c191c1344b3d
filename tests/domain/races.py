"""Two people at once: each in a transaction of a connection of its own."""

from collections.abc import Callable
from threading import Thread

from django.db import connection, connections, transaction

from ccus.foundation.refusals import Refusal

_WAITS = "select count(*) from pg_locks where not granted and pid <> pg_backend_pid()"


def contested(first: Callable[[], object], second: Callable[[], object]) -> Refusal | None:
    """Do `first`, and `second` before the first commits; what the second one is told, None if it is done."""
    told: list[Refusal] = []

    def try_second() -> None:
        try:
            second()
        except Refusal as refusal:
            told.append(refusal)
        finally:
            connections.close_all()

    other = Thread(target=try_second)
    with transaction.atomic():
        first()
        other.start()
        while other.is_alive() and not _somebody_waits():
            other.join(timeout=0.005)
    other.join()
    return told[0] if told else None


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_WAITS)
        return bool(cursor.fetchone()[0])
