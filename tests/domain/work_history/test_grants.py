"""Who may do what at run time: facts are only added, an end is said once (A5, D-26)."""

from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import connection
from psycopg import errors

from ccus.foundation.databases import Databases
from tests.factories import asked as asked_days
from tests.factories import sites, workers
from tests.factories.personas import standing_cast

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FACTS = {
    "audit_event",
    "affect",
    "tap",
    "tap_other",
    "tap_owner",
    "tap_unreadable",
    "tap_surprise",
    "company",
    "worker",
    "worker_name",
    "worker_trade",
    "core_worker_qualification",
    "withdrawal",
    "affiliation_request",
    "affiliation",
    "card",
    "card_loss",
    "card_revocation",
    "place",
    "site",
    "accumulation_period",
    "structure_member",
    "structure_acceptance",
    "roster_line",
    "reader",
    "trade",
    "position",
    "notice",
    "account",
    "own_site",
    "day_claim",
    "day_ask",
    "paper_ask",
    "record_change",
    "same_person_proposal",
    "worker_alias",
    "different_persons",
    "career_certificate",
    "site_fee_line",
    "site_fee_bill",
    "site_fee_close",
}
MAY = """
select c.relname from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege(%s, c.oid, %s)
"""
COLUMNS = """
select a.attname from pg_attribute a
where a.attrelid = %s::regclass and a.attnum > 0 and has_column_privilege('ccus_reader', a.attrelid, a.attnum, 'select')
"""


def asked(query: str, *values: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["ccus_app", "ccus_reader"])
@pytest.mark.parametrize("right", ["update", "delete"])
def test_no_fact_can_be_changed_or_taken_away(role: str, right: str) -> None:
    leaves = {name for name in asked(MAY, role, "select") if name.startswith("tap_2")}
    assert not (FACTS | leaves) & asked(MAY, role, right)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["ccus_app", "ccus_reader"])
@pytest.mark.parametrize("right", ["truncate", "trigger", "references"])
def test_no_table_can_be_emptied_or_freed_of_its_guards(role: str, right: str) -> None:
    assert asked(MAY, role, right) == set()


@pytest.mark.django_db
def test_the_readers_server_sees_no_birth_date_no_account_and_no_other_name() -> None:
    assert asked(COLUMNS, "worker") == {"id", "number"}
    assert asked(COLUMNS, "worker_name") == {
        "worker_id",
        "kana",
        "valid_from",
        "valid_until",
        "superseded_at",
    }
    assert not {"account", "notice", "django_session", "audit_event"} & asked(MAY, "ccus_reader", "select")


@pytest.mark.django_db
def test_the_readers_server_reads_no_word_of_a_claim() -> None:
    assert not {"remark", "work_content", "recorded_by"} & asked(COLUMNS, "day_claim")
    assert not {"plea", "words", "answered_by", "company_id"} & asked(COLUMNS, "day_ask")
    assert asked(COLUMNS, "worker_alias") == {"worker_id", "main_id", "recorded_at", "superseded_at"}
    unseen = {"own_site", "paper_ask", "same_person_proposal", "career_certificate", "site_fee_line"}
    assert not unseen & asked(MAY, "ccus_reader", "select")


@pytest.fixture
def app(fresh_database: Databases) -> Iterator[psycopg.Connection]:
    with psycopg.connect(str(fresh_database.app), autocommit=True) as line:
        yield line


def test_a_revoked_reader_is_never_let_in_again(app: psycopg.Connection) -> None:
    sites.reader(sites.site(), token="kesa-no-tanmatsu")
    app.execute("update reader set revoked_at = now()")
    with pytest.raises(errors.IntegrityError, match="stays"):
        app.execute("update reader set revoked_at = null")


def test_a_superseded_fact_never_stands_again(app: psycopg.Connection) -> None:
    workers.worker()
    app.execute("update worker_name set superseded_at = now()")
    with pytest.raises(errors.IntegrityError, match="stays"):
        app.execute("update worker_name set superseded_at = now() - interval '1 year'")


def test_an_answer_is_never_said_anew_and_a_claim_never_stands_again(app: psycopg.Connection) -> None:
    asked_days.claim(standing_cast(), recorded_at=AT)
    app.execute("update day_ask set answer = 3, answered_at = now(), answered_by = 'system:0'")
    app.execute("update day_claim set superseded_at = now()")
    for change in (
        "day_ask set answer = null",
        "day_ask set words = 'x'",
        "day_claim set superseded_at = null",
    ):
        with pytest.raises(errors.IntegrityError, match="stays"):
            app.execute(f"update {change}")
