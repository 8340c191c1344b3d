"""The country in the register: records come from derivation, and the standing cast is ready for a visitor."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from ccus.demo import load
from ccus.demo.plan.roles import (
    ANH,
    GATE_TOKEN,
    HANAKO,
    INITIAL_PASSWORD,
    LOST_CARD,
    MIRAI,
    NEWCOMER,
    PASSWORD,
    Role,
)
from ccus.domain.accounts.rules import password_fault
from ccus.domain.sites.rules import token_hash
from ccus.domain.work_history import standing
from ccus.domain.work_history.derivation import derive
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.scripts import run
from tests.databases import Stock, pointing_at
from tests.demo.village import CAREER, SPAN, TODAY, VILLAGE

pytestmark = [pytest.mark.usefixtures("village"), pytest.mark.thorough]


@pytest.fixture(scope="module")
def village(
    stock: Stock, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[load.Written]:
    """A database of the module's own that holds the village."""
    with stock.copy() as databases, django_db_blocker.unblock(), pointing_at(databases):
        yield load.write(VILLAGE, 4, SPAN, CAREER.from_day, lambda _part, _written: None)


def rows(query: str, *given: str | int | bytes) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return list(cursor.fetchall())


def worker(role: Role) -> int:
    ((found,),) = rows("select id from worker where number = %s", role.number)
    return int(found)


def demo_place() -> int:
    ((found,),) = rows("select place_id from reader where token_hash = %s", token_hash(GATE_TOKEN))
    return int(found)


def stands(role: Role) -> Standing:
    """その日の裏づけ of somebody who reads the card at the demo gate today."""
    key = worker(role), demo_place(), TODAY
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(standing.SQL, standing.parameters([key]))
        return standing.from_rows(cursor.fetchall())[key]


def test_deriving_the_whole_country_again_changes_no_row() -> None:
    found = rows(
        "select distinct worker, place, (happened_at at time zone 'Asia/Tokyo')::date - date '1970-01-01' - d"
        " from tap, generate_series(0, 1) d where worker is not null"
    )
    connection.ensure_connection()
    with transaction.atomic(), psycopg.Cursor(connection.connection) as cursor:
        again = run(cursor, derive([(w, p, d) for w, p, d in found], alone=True))
    assert again.changed == frozenset()


def test_every_tap_and_record_is_written(village: load.Written) -> None:
    assert rows("select (select count(*) from tap), (select count(*) from work_record)") == [
        (village.taps, village.records)
    ]
    assert village.taps > 5_000


def test_what_a_gate_was_told_to_be_recorded_is_a_record_today() -> None:
    told = "outcome <> 2 and work_on is not null"
    kept = (
        "select from work_record r where r.worker = t.worker and r.place = t.place and r.work_on = t.work_on"
    )
    assert rows(f"select count(*) from tap t where {told} and not exists ({kept})") == [(0,)]


def test_late_paperwork_has_healed_days_that_waited() -> None:
    waited = "select worker, place, work_on from tap where outcome = 1"
    official = "select worker, place, work_on from work_record where state = 0"
    ((healed,),) = rows(f"select count(*) from ({waited} intersect {official}) x")
    assert healed > 0


def test_all_ended_months_are_closed_and_their_sums_are_those_of_the_records() -> None:
    summed = "select sum(days) from work_month"
    counted = (
        "select count(distinct (worker, work_on)) from work_record where work_on < '2026-11-01' and state < 2"
    )
    assert rows(summed) == rows(counted)
    assert rows("select count(*) from month_close where summed_at is null") == [(0,)]


def test_nothing_in_the_country_is_later_than_its_today() -> None:
    assert rows("select max(received_at) < '2026-11-20 00:00+09' from tap") == [(True,)]


def test_who_is_where_is_the_latest_tap_of_each() -> None:
    latest = (
        "select worker, max(happened_at) from tap where not 32 = any(reasons) and worker > 0 group by worker"
    )
    assert rows(f"({latest}) except select worker, happened_at from presence") == []


def test_the_next_row_gets_a_key_of_its_own() -> None:
    ((key, highest),) = rows("select nextval('worker_id_seq'), (select max(id) from worker)")
    assert key > highest


def test_a_register_with_people_is_never_seeded_over() -> None:
    with pytest.raises(CommandError, match="すでに技能者の登録があります"):
        call_command("seed_demo")


def test_mirai_counts_at_the_demo_gate_today() -> None:
    stood = stands(MIRAI)
    assert (stood.in_period, stood.holes, stood.is_linked) == (True, 0, True)
    assert stood.line is not None


def test_anh_is_not_on_the_roster_of_the_demo_gate() -> None:
    assert stands(ANH).line is None


def test_the_lost_card_is_still_lost() -> None:
    lost = "select found_at from card_loss l join card c on c.id = l.card_id where worker_id = %s"
    assert rows(lost, worker(LOST_CARD)) == [(None,)]


def test_the_newcomer_has_no_record_yet() -> None:
    assert rows("select count(*) from work_record where worker = %s", worker(NEWCOMER)) == [(0,)]


def account(role: Role) -> tuple[Any, ...]:
    (found,) = rows("select password, initial_password_until from account where login_id = %s", role.number)
    return found


def test_the_sample_password_signs_in_and_would_be_accepted_as_a_new_one() -> None:
    hashed, until = account(MIRAI)
    assert check_password(PASSWORD, hashed)
    assert until is None
    assert password_fault(PASSWORD, login_id=MIRAI.number, birth_on=MIRAI.born, common=()) is None


def test_hanako_still_has_her_initial_password() -> None:
    hashed, until = account(HANAKO)
    assert check_password(INITIAL_PASSWORD, hashed)
    assert str(until) > "2026-11-20"


def test_nobody_but_the_cast_can_sign_in() -> None:
    assert rows("select count(*) from account where password not like '!%%'") == [(7,)]


def test_the_sign_ins_name_the_gate_and_what_its_screen_will_show(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("demo_sign_ins")
    shown = capsys.readouterr().out
    assert f"/gate/#token={GATE_TOKEN}" in shown
    assert "1234567890123401  建設 未来: 緑" in shown
    assert "9415263708662101  𠮷田 剛: 赤" in shown


def test_the_sign_ins_are_shown_also_after_one_of_the_cast_has_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with transaction.atomic():
        rows(
            "insert into card_revocation (card_id, revoked_at, recorded_by)"
            " select id, now(), 'system' from card where worker_id = %s returning id",
            worker(NEWCOMER),
        )
        call_command("demo_sign_ins")
        transaction.set_rollback(True)
    assert NEWCOMER.name.official in capsys.readouterr().out
