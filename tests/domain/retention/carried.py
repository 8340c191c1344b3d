"""規則を一つ実行する, on the connection of the test, for the rooms whose things are forgotten."""

from datetime import datetime

from django.db import connection

from ccus.domain.retention.carrying import carry_out
from ccus.domain.retention.catalogue import BY_KEY


def carried(key: str, at: datetime) -> int:
    """How many rows of the rule's own table went."""
    rule = BY_KEY[key]
    connection.ensure_connection()
    done = carry_out(connection.connection, rule, at=at)
    assert done.failed == 0, done.fault
    return done.rows.get(rule.table, 0)
