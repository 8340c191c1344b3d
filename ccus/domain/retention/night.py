"""夜の実行: every rule in turn, and what each took away (KEEP-06, KEEP-07)."""

from dataclasses import replace
from datetime import datetime

import psycopg
from django.db import Error

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.retention.actions import note_night
from ccus.domain.retention.carrying import carry_out, count_over
from ccus.domain.retention.catalogue import RULES
from ccus.domain.retention.models import RetentionLine, RetentionNight
from ccus.domain.retention.rule import Carried, Rule
from ccus.domain.retention.rules import SOON, spans


def carry_out_all(line: psycopg.Connection, *, at: datetime) -> RetentionNight:
    """Carry every rule out and note it rule by rule, so that a night that is broken off says how far it came.

    `line` is an autocommit connection of the tables' owner.
    """
    night = RetentionNight.objects.create(began_at=at)
    for rule in RULES:
        carried, soon = _counted(line, rule, _carried(line, rule, at), at)
        _note(night, rule, carried, soon=soon, at=at)
    note_night(night=night, by=SYSTEM, at=at)
    return night


def _carried(line: psycopg.Connection, rule: Rule, at: datetime) -> Carried:
    """A rule that fails altogether keeps no other from its turn."""
    try:
        return carry_out(line, rule, at=at)
    except (psycopg.Error, Error) as fault:
        return Carried({}, 1, type(fault).__name__)


def _counted(line: psycopg.Connection, rule: Rule, carried: Carried, at: datetime) -> tuple[Carried, int]:
    """With how many fall due soon; a rule that cannot be counted keeps no other from its turn either."""
    try:
        return carried, count_over(line, rule, at=at + SOON)
    except psycopg.Error as fault:
        return replace(carried, failed=carried.failed or 1, fault=carried.fault or type(fault).__name__), 0


def _note(night: RetentionNight, rule: Rule, carried: Carried, *, soon: int, at: datetime) -> None:
    *_, newest = spans(rule.kept, at)
    RetentionLine.objects.create(
        night=night,
        rule=rule.key,
        table=rule.table,
        rows=carried.rows.get(rule.table, 0),
        failed=carried.failed,
        fault=carried.fault,
        before=newest.before,
        soon=soon,
    )
    RetentionLine.objects.bulk_create(
        RetentionLine(night=night, rule=rule.key, table=table, rows=rows, before=newest.before)
        for table, rows in carried.rows.items()
        if table != rule.table and rows
    )
