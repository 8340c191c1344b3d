"""Connections of the jobs: the application's own, and the owner's for the upkeep alone."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TypeVar

import psycopg
from django.db import connection

from ccus.domain.work_history.scripts import Script, run
from ccus.foundation.databases import Databases, given
from ccus.foundation.postgres import Embedded
from ccus.foundation.reading_as import REGISTER, reading_as

T = TypeVar("T")
# A derivation looks a handful of keys up in big tables: planned once, by nested loops over indexes, whatever the
# statistics say (measured: 12 ms against 212 for what stood on a thousand days).
OPTIONS = " ".join(
    f"-c {setting}"
    for setting in (
        "jit=off",
        "plan_cache_mode=force_generic_plan",
        "enable_hashjoin=off",
        "enable_mergejoin=off",
        "enable_seqscan=off",
        "timezone=Asia/Tokyo",
        "application_name=ccus-jobs",
    )
)


def databases() -> Databases:
    """The addresses that the environment names, else those of the demo's own server."""
    return given() or Embedded("demo").databases()


@contextmanager
def as_register() -> Iterator[None]:
    """Django's connection for one job, which reads for the register itself (DISC-16).

    A task has a thread of its own, whose connection nobody else would close.
    """
    with closing(connection), reading_as(REGISTER):
        yield


@contextmanager
def app_line() -> Iterator[psycopg.Connection]:
    """A connection as the application, outside any transaction. Raises psycopg.OperationalError."""
    with psycopg.connect(str(databases().app), autocommit=True, options=OPTIONS, connect_timeout=5) as line:
        yield line


@contextmanager
def owner_line() -> Iterator[psycopg.Connection]:
    """A connection as the owner of the tables. Raises psycopg.OperationalError."""
    with psycopg.connect(str(databases().owner), autocommit=True, connect_timeout=5) as line:
        yield line


def alone(line: psycopg.Connection, script: Script[T]) -> T:
    """Run a script in a transaction of its own."""
    with line.transaction():
        return run(line.cursor(), script)
