"""制約: the database has the last word, and says it in the words of the rule."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import psycopg
from django.db import IntegrityError, connection, transaction

from ccus.foundation.refusals import Refusal

_EACH = "select {}(hashtextextended(name, 0)) from unnest(%s::text[]) as name"


@contextmanager
def refusing(refusals: Mapping[str, Refusal]) -> Iterator[None]:
    """A violation of one of these constraints (by name) becomes its refusal; any other error passes through."""
    try:
        yield
    except IntegrityError as error:
        refusal = refusals.get(violated(error))
        if refusal is None:
            raise
        raise refusal from error


def violated(error: IntegrityError) -> str:
    """The name of the constraint that an error is about, or nothing."""
    cause = error.__cause__
    return (cause.diag.constraint_name or "") if isinstance(cause, psycopg.Error) else ""


def one_at_a_time(subject: str, key: object) -> None:
    """Let the acts on one subject run one after the other, until the end of the transaction.

    Two inserts that exclude each other can otherwise wait for each other, which PostgreSQL ends with a deadlock.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{subject}:{key}"])


def each_one_at_a_time(subject: str, keys: Iterable[object]) -> None:
    """The same for several subjects, in one order for everybody, so that two who lock some of the same never cross."""
    with connection.cursor() as cursor:
        cursor.execute(_EACH.format("pg_advisory_xact_lock"), [_names(subject, keys)])


@contextmanager
def each_held_meanwhile(subject: str, keys: Iterable[object]) -> Iterator[None]:
    """The same, only until the block ends: a long transaction would hold more locks than the server has room for.

    Whoever comes before its commit waits for the rows that it wrote, and is told by the constraints. What fails in
    the block fails in a savepoint: a job's connection lives on, and would keep the locks.
    """
    names = _names(subject, keys)
    with connection.cursor() as cursor:
        cursor.execute(_EACH.format("pg_advisory_lock"), [names])
    try:
        with transaction.atomic():
            yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(_EACH.format("pg_advisory_unlock"), [names])


def _names(subject: str, keys: Iterable[object]) -> list[str]:
    return sorted({f"{subject}:{key}" for key in keys})
