"""制約: the database has the last word, and says it in the words of the rule."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import psycopg
from django.db import IntegrityError, connection

from ccus.foundation.refusals import Refusal


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
    names = sorted({f"{subject}:{key}" for key in keys})
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(%s::text[]) as name", [names]
        )
