"""消去 (LEAVE-06, LEAVE-07)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import psycopg
import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.leaving.erasing import erase_due
from ccus.domain.notices.texts import Text
from ccus.domain.recovery.addresses import tell_everywhere
from ccus.domain.recovery.models import OwnContact
from ccus.domain.recovery.terms import Reach
from ccus.domain.sites.models import RosterLine
from ccus.domain.workers.models import SamePersonProposal, Withdrawal, WorkerAlias
from ccus.foundation.databases import Databases
from ccus.jobs import tasks
from tests.domain.work_history.gate import HASTY, Gate
from tests.factories import accounts, workers
from tests.factories.applications import submitted
from tests.factories.facts import RECORDED_AT
from tests.factories.marked import Marked, marked_worker
from tests.factories.personas import standing_cast

LEFT = datetime(2021, 11, 18, 3, tzinfo=UTC)
DUE, NOT_YET = date(2026, 11, 19), date(2026, 11, 18)
AT = datetime(2026, 11, 19, 16, tzinfo=UTC)
AFTER = datetime(2026, 12, 1, 3, tzinfo=UTC)
SECRETS = (
    "刻印 太郎",
    "コクイン",
    "KOKUIN",
    "刻印の",
    "刻印資格",
    "刻印町",
    "刻印番地",
    "kokuin-mail",
    "907777000",
    "1953-02-03",
)
TABLES = """
select c.oid::regclass::text from pg_class c
where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
"""


@pytest.fixture
def owner(fresh_database: Databases) -> Iterator[psycopg.Connection]:
    with psycopg.connect(str(fresh_database.owner), autocommit=True) as line:
        yield line


@pytest.fixture
def marked(fresh_database: Databases) -> Marked:
    """Somebody of whom everything is registered, who left five years and a day before `DUE`."""
    person = marked_worker()
    type(person.account).objects.filter(pk=person.account.pk).update(own_password_at=RECORDED_AT)
    withdraw_worker(worker=person.worker, by=SYSTEM, at=LEFT)
    return person


def holding(owner: psycopg.Connection, *words: str) -> set[str]:
    """The tables in which one of the words stands."""
    found = set()
    for (table,) in owner.execute(TABLES).fetchall():
        statement = f"select exists (select from {table} t where t::text like any(%s))"
        [(holds,)] = owner.execute(statement.encode(), [[f"%{word}%" for word in words]]).fetchall()
        found |= {table} if holds else set()
    return found


def erased(owner: psycopg.Connection, today: date) -> int:
    """How many people were erased, and nobody else was to be."""
    done = erase_due(owner, today=today, at=AT)
    assert done.faults == []
    return done.people


def test_nothing_of_the_person_is_held_anywhere_five_years_after(
    owner: psycopg.Connection, marked: Marked
) -> None:
    assert {"worker_name", "contact", "qualification", "worker"} <= holding(owner, *SECRETS)
    assert erased(owner, DUE) == 1
    assert holding(owner, *SECRETS) == set()


def test_images_of_the_person_are_gone_with_the_facts(owner: psycopg.Connection, marked: Marked) -> None:
    erased(owner, DUE)
    assert owner.execute("select count(*) from evidence").fetchall() == [(0,)]


def test_until_the_last_day_to_return_nothing_is_erased(owner: psycopg.Connection, marked: Marked) -> None:
    assert erased(owner, NOT_YET) == 0
    assert "worker_name" in holding(owner, *SECRETS)


def test_what_is_erased_once_is_not_looked_at_again(owner: psycopg.Connection, marked: Marked) -> None:
    assert [erased(owner, DUE) for _ in range(2)] == [1, 0]
    assert Event.objects.filter(act=Act.WORKER_ERASED).count() == 1


def test_the_audit_of_an_erasure_holds_numbers_of_rows_alone(
    owner: psycopg.Connection, marked: Marked
) -> None:
    erased(owner, DUE)
    event = Event.objects.get(act=Act.WORKER_ERASED)
    assert event.detail["rows"]["worker_name"] == 1
    assert {type(count) for count in event.detail["rows"].values()} == {int}


def test_an_erasure_that_fails_in_the_middle_has_done_nothing(
    owner: psycopg.Connection, marked: Marked
) -> None:
    owner.execute("create function fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$")
    owner.execute("create trigger fail before update on account for each row execute function fail()")
    assert len(erase_due(owner, today=DUE, at=AT).faults) == 1
    assert "worker_name" in holding(owner, *SECRETS)
    assert Withdrawal.objects.get().erased_at is None


def test_one_who_cannot_be_erased_keeps_nobody_behind_them(owner: psycopg.Connection, marked: Marked) -> None:
    other = workers.worker(name__official="刻印 三郎")
    withdraw_worker(worker=other, by=SYSTEM, at=LEFT)
    stop = f"if new.id = {marked.worker.pk} then raise 'no'; end if; return new; end $$"
    owner.execute(f"create function fail() returns trigger language plpgsql as $$ begin {stop}".encode())
    owner.execute("create trigger fail before update on worker for each row execute function fail()")
    assert len(erase_due(owner, today=DUE, at=AT).faults) == 1
    assert holding(owner, "刻印 三郎") == set()


def test_the_id_and_the_days_stay_and_belong_to_nobody(
    owner: psycopg.Connection, fresh_database: Databases
) -> None:
    cast = standing_cast()
    withdraw_worker(worker=cast.mirai, by=SYSTEM, at=LEFT)
    erased(owner, DUE)
    cast.mirai.refresh_from_db()
    assert RosterLine.objects.get().worker == cast.mirai
    assert (cast.mirai.number, cast.mirai.birth_on) == ("12345678901234", date(1900, 1, 1))


def test_days_and_what_they_rest_on_come_out_the_same_after_an_erasure(
    owner: psycopg.Connection, fresh_database: Databases
) -> None:
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        gate = Gate(line).furnish().complete()
        gate.taps("in 08:00", "out 17:00")
        gate.derive()
        gate.add("withdrawal", worker_id=gate.worker[1], withdrawn_at=AFTER, recorded_by="system:0")
        before = (gate.days(), gate.states())
        assert erased(owner, date(2031, 12, 2)) == 1
        assert gate.derive().changed == frozenset()
        assert (gate.days(), gate.states()) == before != ([], [])


def test_messages_to_the_own_telephone_are_gone_too(
    owner: psycopg.Connection, fresh_database: Databases, settings: object
) -> None:
    settings.SMS_MAIL_DOMAIN = "sms.example.jp"  # type: ignore[attr-defined]
    worker = workers.worker(account=accounts.account())
    OwnContact.objects.create(
        worker=worker,
        kind=Reach.PHONE,
        place=1,
        address="+819011112222",
        confirmed_at=LEFT,
        recorded_by="x:1",
    )
    tell_everywhere(worker=worker, text=Text.PASSWORD_RESET, source="reset:1", at=LEFT, when="今日")
    withdraw_worker(worker=worker, by=SYSTEM, at=LEFT)
    assert "mail" in holding(owner, "9011112222")
    erased(owner, DUE)
    assert holding(owner, "9011112222") == set()


def test_applications_and_what_was_handed_in_are_gone(
    owner: psycopg.Connection, fresh_database: Databases
) -> None:
    case = submitted()
    worker = workers.worker(account=accounts.account())
    assert case.applicant is not None
    type(case.applicant).objects.filter(pk=case.applicant.pk).update(worker=worker)
    withdraw_worker(worker=worker, by=SYSTEM, at=LEFT)
    assert {"submission", "applicant", "mail"} <= holding(owner, "山田 花子", "hanako")
    erased(owner, DUE)
    assert holding(owner, "山田 花子", "hanako", case.number) <= {"audit_event"}


def test_the_other_id_of_the_same_person_is_erased_with_the_main(
    owner: psycopg.Connection, marked: Marked
) -> None:
    other = workers.worker(name__official="刻印 次郎")
    said = SamePersonProposal.objects.create(
        worker=other,
        main=marked.worker,
        kind="merge",
        words="刻印の理由",
        proposed_at=LEFT,
        proposed_by="operator:1",
    )
    WorkerAlias.objects.create(
        worker=other, main=marked.worker, proposal=said, recorded_at=LEFT, recorded_by="operator:2"
    )
    erased(owner, DUE)
    assert holding(owner, "刻印 次郎", "刻印の理由") == set()


def test_whoever_came_back_is_not_erased(owner: psycopg.Connection, marked: Marked) -> None:
    Withdrawal.objects.update(returned_at=AT, returned_by="operator:1")
    assert erased(owner, date(2040, 1, 1)) == 0


def test_a_run_time_role_erases_nothing_even_by_saying_so(fresh_database: Databases, marked: Marked) -> None:
    with psycopg.connect(str(fresh_database.app)) as line:
        line.execute("set local ccus.erasure = 'on'")
        with pytest.raises(psycopg.errors.IntegrityError, match="was said before and stays"):
            line.execute("update account set own_password_at = now()")


def test_the_owner_forgets_no_image_outside_an_erasure(owner: psycopg.Connection, marked: Marked) -> None:
    with pytest.raises(psycopg.errors.IntegrityError, match="was handed in and stays"):
        owner.execute("delete from evidence")


def test_the_erasure_is_on_the_schedule_of_every_night(fresh_database: Databases, marked: Marked) -> None:
    tasks.carry_out_retention(0)
    assert Withdrawal.objects.get().erased_at is not None
