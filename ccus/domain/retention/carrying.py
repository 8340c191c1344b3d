"""規則を実行する: what is over goes, some rows in a transaction, as the owner of the tables (KEEP-06, KEEP-07)."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import psycopg

from ccus.domain.retention.rule import Carried, Rule

_A_TURN = 500
_MOST = 100_000
"""Rows of one rule a night: the rest is the next night's, so that no night runs into the day."""


def carry_out(line: psycopg.Connection, rule: Rule, *, at: datetime) -> Carried:
    """Take away what is over at an instant; returns what went. May run twice or stop anywhere without harm.

    A row that cannot go stays, and keeps nothing behind it.
    """
    if rule.carry is not None:
        return rule.carry(line, at)
    gone: Counter[str] = Counter()
    failed: list[Any] = []
    fault = ""
    while gone[rule.table] + len(failed) < _MOST and (keys := _over(line, rule, failed, at)):
        try:
            gone += _turn(line, rule, keys, at)
        except psycopg.Error:
            for key in keys:
                try:
                    gone += _turn(line, rule, [key], at)
                except psycopg.Error as error:
                    failed.append(key)
                    fault = fault or type(error).__name__
    return Carried(dict(gone), len(failed), fault)


def count_over(line: psycopg.Connection, rule: Rule, *, at: datetime) -> int:
    """How much is over at an instant."""
    due, values = rule.due(at)
    query = f"select count(*) from {rule.table} t where {due}"
    return int(line.execute(query.encode(), values).fetchall()[0][0])


def _over(line: psycopg.Connection, rule: Rule, failed: Sequence[Any], at: datetime) -> list[Any]:
    """Keys of rows that are over, the oldest first."""
    (name, kind), (due, values) = rule.identity, rule.due(at)
    query = (
        f"select {name}::text from {rule.table} t where {due} and {name} <> all(%(failed)s::{kind}[])"
        f" order by {name} limit {_A_TURN}"
    )
    return [key for (key,) in line.execute(query.encode(), values | {"failed": list(failed)}).fetchall()]


def _turn(line: psycopg.Connection, rule: Rule, keys: Sequence[Any], at: datetime) -> Counter[str]:
    (name, kind), (due, values) = rule.identity, rule.due(at)
    values |= {"keys": list(keys)}
    gone: Counter[str] = Counter()
    with line.transaction():
        line.execute("set local ccus.erasure = 'on'")
        if rule.below:  # nobody takes a row up again while what hangs on it goes; after that it goes itself
            still = (
                f"select {name}::text from {rule.table} t where {due} and {name} = any(%(keys)s::{kind}[])"
            )
            still += " for update"
            values["keys"] = [key for (key,) in line.execute(still.encode(), values).fetchall()]
            due = "true"
        for table, statement in rule.below:
            gone[table] += line.execute(statement.encode(), values).rowcount
        does = f"update {rule.table} t set {rule.words}" if rule.words else f"delete from {rule.table} t"
        last = f"{does} where {due} and {name} = any(%(keys)s::{kind}[])"
        gone[rule.table] += line.execute(last.encode(), values).rowcount
        if not gone[rule.table]:
            raise psycopg.errors.TriggeredActionException(f"nothing of {rule.table} went")
    return +gone
