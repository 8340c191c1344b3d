"""規則を一つ実行する, for the rooms whose things are forgotten."""

from datetime import datetime

import psycopg
from django.db import connection

from ccus.domain.retention.carrying import carry_out
from ccus.domain.retention.catalogue import BY_KEY
from ccus.foundation.databases import Databases


def carried(key: str, at: datetime) -> int:
    """How many rows of the rule's own table went; on the connection of the test, as the application."""
    connection.ensure_connection()
    return _carried(connection.connection, key, at)


def carried_by_owner(databases: Databases, key: str, at: datetime) -> int:
    """As `carried`, as the owner of the tables: what hangs on a row goes with it."""
    with psycopg.connect(str(databases.owner), autocommit=True) as owner:
        return _carried(owner, key, at)


def _carried(line: psycopg.Connection, key: str, at: datetime) -> int:
    done = carry_out(line, BY_KEY[key], at=at)
    assert done.failed == 0, done.fault
    return done.rows.get(BY_KEY[key].table, 0)
