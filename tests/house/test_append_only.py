"""What the application's role may change: everything else is only ever added, and the database sees to it (ADR 9)."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

# Drafts, queues, sessions and sums that can be made anew. A fact never belongs here.
CHANGED_AS_A_WHOLE = {
    *("account_emailaddress", "account_emailconfirmation", "mfa_authenticator", "account_session"),
    *("auth_group", "auth_group_permissions", "auth_permission", "django_content_type", "django_migrations"),
    *("django_session", "shared_cache", "sign_in_window", "procrastinate_events", "procrastinate_jobs"),
    *("procrastinate_periodic_defers", "procrastinate_workers", "draft_section", "roster_batch_row"),
    *("card_waiting", "paper_job", "review_hold", "presence", "site_fee_mark"),
    *("month_close", "work_month", "work_month_share", "work_record"),
    *("figure_day", "figure_return", "figure_wait"),
}
# Forgotten after a while, or while nobody has handed them in; a trigger keeps what was.
ONLY_TAKEN_AWAY = {
    *("evidence", "finding", "pattern_firm", "pattern_worker", "recovery_code", "reset_request"),
    *("search_day", "search_made", "search_shown"),
}
TABLES = """
from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
"""
MAY = f"select c.relname::text {TABLES} and has_table_privilege('ccus_app', c.oid, %s)"
ENDED_TWICE = f"""
select c.relname::text {TABLES} and not c.relispartition
and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'superseded_at')
and not exists (
  select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where t.tgrelid = c.oid and p.proname = 'refuse_second_word')
"""
SEALED = ["audit_event", "tap_owner", "disclosure_trace"]
UNGUARDED = """
select s.name from unnest(%s::text[]) s (name) where 2 > (
  select count(*) from pg_trigger t
  where t.tgrelid = s.name::regclass and not t.tgisinternal and t.tgname like 'append_only%%')
"""


def tables(statement: str, *values: str | list[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return {name for (name,) in cursor.fetchall()}


def test_no_fact_can_be_changed_as_a_whole_by_the_application() -> None:
    assert tables(MAY, "update") == CHANGED_AS_A_WHOLE


def test_no_fact_can_be_taken_away_by_the_application() -> None:
    assert tables(MAY, "delete") == CHANGED_AS_A_WHOLE | ONLY_TAKEN_AWAY


def test_no_table_can_be_emptied_by_the_application() -> None:
    assert not tables(MAY, "truncate")


def test_what_was_superseded_once_is_never_superseded_again() -> None:
    assert not tables(ENDED_TWICE)


def test_what_is_sealed_bites_the_owner_of_the_tables_too() -> None:
    assert not tables(UNGUARDED, SEALED)
