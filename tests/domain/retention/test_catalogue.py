"""The catalogue holds every table, and every rule can be read and counted (KEEP-01 to KEEP-03)."""

import psycopg
import pytest
from django.db import connection

from ccus.domain.leaving.fates import FORGET, STAYS
from ccus.domain.retention.carrying import count_over
from ccus.domain.retention.catalogue import RULES, STAYING
from ccus.domain.retention.printed import printed
from ccus.domain.retention.rule import Rule
from ccus.foundation import clock
from ccus.foundation.env import REPOSITORY

TABLES = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
"""
KEPT = [table for kept in STAYING for table in kept.tables]


@pytest.fixture
def line(db: None) -> psycopg.Connection:
    connection.ensure_connection()
    line: psycopg.Connection = connection.connection
    return line


def test_every_table_of_the_database_has_a_rule_or_stays_for_a_reason(line: psycopg.Connection) -> None:
    known = {table for rule in RULES for table in rule.tables} | set(KEPT)
    assert known == {table for (table,) in line.execute(TABLES).fetchall()}


def test_no_table_stays_for_two_reasons() -> None:
    assert sorted(KEPT) == sorted(set(KEPT))


def test_what_stays_after_an_erasure_stays_or_goes_by_its_age() -> None:
    aged = {table for rule in RULES if rule.carry is None for table in rule.tables}
    assert sorted(set(STAYS) - aged - set(KEPT)) == []


def test_what_goes_with_the_person_is_said_to_be_kept_until_then() -> None:
    aged = {table for rule in RULES if rule.carry is None for table in rule.tables}
    assert sorted({table for table, _ in FORGET} - aged - set(KEPT)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_of_an_empty_register_nothing_is_over(line: psycopg.Connection, rule: Rule) -> None:
    assert count_over(line, rule, at=clock.now()) == 0


def test_every_rule_says_on_what_its_length_rests() -> None:
    assert all(rule.reason and rule.kept and rule.begins for rule in RULES)
    assert len({rule.key for rule in RULES}) == len(RULES)


def test_the_page_of_the_rules_shows_the_catalogue() -> None:
    page = (REPOSITORY / "docs/rules/retention.md").read_text()
    assert page.split("<!-- catalogue -->\n")[1].split("<!-- /catalogue -->")[0] == printed()
