"""What is over goes, and nothing else does (KEEP-06, KEEP-07, KEEP-10, KEEP-11)."""

from datetime import UTC, datetime

import psycopg
import pytest
from django.db import connection

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act
from ccus.domain.retention import carrying
from ccus.domain.retention.carrying import carry_out, count_over
from ccus.domain.retention.catalogue import BY_KEY, RULES
from ccus.domain.retention.night import carry_out_all
from ccus.domain.retention.rule import Rule
from tests.domain.leaving.walking import places
from tests.factories.applications import submitted
from tests.factories.everything import WORDS

YEARS_LATER = datetime(2033, 6, 1, 16, tzinfo=UTC)
ALONE = [rule for rule in RULES if rule.key not in {"left", "nights"}]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.key)
def test_what_is_over_goes_by_its_own_rule(owner: psycopg.Connection, rule: Rule) -> None:
    over = count_over(owner, rule, at=YEARS_LATER)
    done = carry_out(owner, rule, at=YEARS_LATER)
    assert done.rows[rule.table] == over > 0
    assert (done.failed, count_over(owner, rule, at=YEARS_LATER)) == (0, 0)


def test_years_after_leaving_a_night_leaves_nothing_of_anybody_anywhere(owner: psycopg.Connection) -> None:
    before = places(owner, *WORDS)
    assert {"letter_file.content", "paper_job.content", "django_session.session_data"} <= before
    carry_out_all(owner, at=YEARS_LATER)
    assert places(owner, *WORDS) == {"company.name"}


def test_of_whoever_signed_in_for_a_company_years_ago_nothing_is_left(owner: psycopg.Connection) -> None:
    people = ("会社人", "sekinin@", "sekita@")
    assert {"seat.mail", "notice.title", "officer.name", "company_responsible.person"} <= places(
        owner, *people
    )
    carry_out_all(owner, at=YEARS_LATER)
    assert places(owner, *people) == set()


def test_whoever_left_the_office_keeps_no_second_factor_and_no_password(owner: psycopg.Connection) -> None:
    officers = "select from account a join officer o on o.account_id = a.id"
    held = f"{officers} where a.password <> '!' or a.id in (select user_id from mfa_authenticator)".encode()
    assert owner.execute(held).fetchall()
    carry_out(owner, BY_KEY["officers"], at=YEARS_LATER)
    assert owner.execute(held).fetchall() == []


def test_of_applicants_who_were_never_registered_nothing_is_left(owner: psycopg.Connection) -> None:
    applicants = ("山田 ?花子", "hanako")
    assert {"applicant.name", "submission.contents", "mail.to"} <= places(owner, *applicants)
    carry_out_all(owner, at=YEARS_LATER)
    assert places(owner, *applicants) == set()
    assert owner.execute("select from evidence where owner like 'applicant:%'").fetchall() == []


def test_the_report_of_a_night_says_what_went_in_numbers_alone(owner: psycopg.Connection) -> None:
    night = carry_out_all(owner, at=YEARS_LATER)
    rows = dict(night.lines.filter(rule="left").values_list("table", "rows"))
    assert (rows["withdrawal"], rows["portrait"]) == (1, 1)
    assert set(night.lines.values_list("rule", flat=True)) == set(BY_KEY)
    assert not night.lines.filter(failed__gt=0).exists()
    assert set(Event.objects.filter(act=Act.RETENTION_CARRIED_OUT).latest("id").detail) == {"rows", "failed"}


def test_a_second_night_finds_nothing_left_to_take(owner: psycopg.Connection) -> None:
    carry_out_all(owner, at=YEARS_LATER)
    assert not carry_out_all(owner, at=YEARS_LATER).lines.filter(rows__gt=0).exists()


def test_a_row_that_cannot_go_keeps_no_other(owner: psycopg.Connection) -> None:
    owner.execute("insert into sign_in_window select 'held', window_start, 1 from sign_in_window limit 1")
    owner.execute("create function hold() returns trigger language plpgsql as $$ begin raise 'no'; end $$")
    owner.execute(
        "create trigger hold before delete on sign_in_window for each row when (old.key = 'held')"
        " execute function hold()"
    )
    others = count_over(owner, BY_KEY["tries"], at=YEARS_LATER) - 1
    done = carry_out(owner, BY_KEY["tries"], at=YEARS_LATER)
    assert (done.rows, done.failed, done.fault) == ({"sign_in_window": others}, 1, "RaiseException")


def test_a_night_gives_up_a_rule_of_which_nothing_goes(
    owner: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bound, rows in (("_A_TURN", 1), ("_MOST", 2)):
        monkeypatch.setattr(carrying, bound, rows)
    owner.execute("insert into sign_in_window select n::text, now(), 1 from generate_series(1, 4) n")
    owner.execute("create function hold() returns trigger language plpgsql as $$ begin raise 'no'; end $$")
    owner.execute("create trigger hold before delete on sign_in_window for each row execute function hold()")
    done = carry_out(owner, BY_KEY["tries"], at=YEARS_LATER)
    assert (done.rows, done.failed) == ({}, 2)


def test_what_a_forgotten_applicant_still_owed_is_closed_with_a_word(owner: psycopg.Connection) -> None:
    closed = (
        "select c.is_open from settlement s join charge c on c.id = s.charge_id where s.note ~ '取りやめ'"
    )
    assert owner.execute(closed).fetchall() == []
    carry_out(owner, BY_KEY["unregistered"], at=YEARS_LATER)
    assert owner.execute(closed).fetchall() == [(False,)]


def test_what_the_office_wrote_about_the_fee_of_a_forgotten_applicant_goes_too(
    owner: psycopg.Connection,
) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    theirs = "from charge c join applicant a on c.payer = 'applicant:' || a.id where a.worker_id is null"
    owner.execute(
        f"update settlement set note = '山田 花子さん' where charge_id in (select c.id {theirs})".encode()
    )
    owner.execute(
        f'update office_proposal set worker_id = null, given = \'{{"note": "山田 花子さん"}}\','
        f" subject = (select 'charge:' || min(c.id) {theirs})".encode()
    )
    carry_out(owner, BY_KEY["unregistered"], at=YEARS_LATER)
    assert places(owner, "山田 花子さん") == set()


@pytest.mark.django_db
def test_an_application_that_the_office_has_to_review_is_never_forgotten() -> None:
    submitted()
    connection.ensure_connection()
    assert count_over(connection.connection, BY_KEY["unregistered"], at=YEARS_LATER) == 0
