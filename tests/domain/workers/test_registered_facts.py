"""登録情報 (DATA-02, DATA-05, DATA-15 to DATA-17): entered, changed, removed, and shown as it was."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact
from ccus.domain.workers.blocks.person import AliasMissing
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.domain.workers.refused import BlockFilled, GradeTooSimple, MustStand, NeverChanges
from ccus.domain.workers.registered import registered
from ccus.foundation.entry.faults import FieldMissing
from ccus.foundation.kept.tables import CodeUnknown
from ccus.foundation.superseding import AlreadyChanged, DayOutsideFact
from tests.domain.workers.samples import ENTERED, LASTING, blank_worker, given, graded, rows, values
from tests.factories import workers
from tests.factories.personas import Cast, firm, person

TODAY, YESTERDAY = date(2026, 11, 20), date(2026, 11, 19)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", ENTERED)
def test_what_was_entered_in_a_block_is_read_again(key: str, at: datetime) -> None:
    worker, entered = blank_worker(), values(key)
    enter_fact(worker=worker, key=key, values=entered, by=SYSTEM, at=at)
    (row,) = rows(worker, key)
    assert {name: row.values[name] for name in entered} == entered


@pytest.mark.parametrize("key", ENTERED)
def test_an_entry_is_one_event_without_personal_data(key: str, at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)
    event = Event.objects.get()
    assert (event.act, event.subject_id, event.detail) == ("workers.fact.entered", worker.pk, {"block": key})


@pytest.mark.parametrize("key", LASTING)
def test_a_block_that_is_held_once_is_not_entered_again(key: str, at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)
    with pytest.raises(BlockFilled, match="すでに登録されています"):
        enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)


def test_a_change_holds_from_its_day_and_the_old_address_before(at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key="contact", values=values("contact", since="2020-04-01"), by=SYSTEM, at=at)
    (old,) = rows(worker, "contact")
    moved = values("contact", street="2番2号", since="2026-05-01")
    change_fact(worker=worker, key="contact", base=old.id, values=moved, by=SYSTEM, at=at)
    streets = [
        registered(worker.pk, on=day, keys=["contact"])["contact"][0].values["street"]
        for day in (date(2020, 4, 1), date(2026, 4, 30), date(2026, 5, 1), TODAY)
    ]
    assert streets == ["1番1号", "1番1号", "2番2号", "2番2号"]


def test_a_change_without_a_day_holds_from_today(cast: Cast, at: datetime) -> None:
    (old,) = rows(cast.mirai, "name")
    change_fact(worker=cast.mirai, key="name", base=old.id, values=values("name"), by=SYSTEM, at=at)
    assert rows(cast.mirai, "name")[0].values["since"] == "2026-11-20"
    before = registered(cast.mirai.pk, on=YESTERDAY, keys=["name"])["name"][0]
    assert before.values["official"] == "建設 未来"


def test_a_change_does_not_reach_before_the_first_day(cast: Cast, at: datetime) -> None:
    (old,) = rows(cast.mirai, "name")
    early = values("name", since="2018-01-01")
    with pytest.raises(DayOutsideFact, match="2019年4月1日以降") as refused:
        change_fact(worker=cast.mirai, key="name", base=old.id, values=early, by=SYSTEM, at=at)
    assert refused.value.field == "since"


@pytest.mark.parametrize("key", LASTING)
def test_what_was_known_before_a_change_can_still_be_shown(key: str, at: datetime) -> None:
    worker, later = blank_worker(), at + timedelta(days=30)
    enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)
    (old,) = rows(worker, key)
    change_fact(worker=worker, key=key, base=old.id, values=values(key), by=SYSTEM, at=later)
    known = registered(worker.pk, on=date(2027, 1, 1), known_at=at, keys=[key])[key]
    assert known == (old,)


def test_who_saw_a_row_that_was_changed_meanwhile_is_told(cast: Cast, at: datetime) -> None:
    (old,) = rows(cast.mirai, "name")
    change_fact(worker=cast.mirai, key="name", base=old.id, values=values("name"), by=SYSTEM, at=at)
    with pytest.raises(AlreadyChanged, match="先に、ほかの変更"):
        change_fact(worker=cast.mirai, key="name", base=old.id, values=values("name"), by=SYSTEM, at=at)


def test_nobody_changes_a_row_of_another_worker(cast: Cast, at: datetime) -> None:
    (old,) = rows(workers.worker(), "name")
    with pytest.raises(AlreadyChanged):
        change_fact(worker=cast.mirai, key="name", base=old.id, values=values("name"), by=SYSTEM, at=at)


def test_a_blood_group_that_is_removed_ends_today_and_is_shown_before(at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key="blood", values=values("blood", since="2026-05-01"), by=SYSTEM, at=at)
    remove_fact(worker=worker, key="blood", base=rows(worker, "blood")[0].id, by=SYSTEM, at=at)
    assert rows(worker, "blood") == ()
    (before,) = registered(worker.pk, on=YESTERDAY, keys=["blood"])["blood"]
    assert given(before, "blood") == {"group": "ab", "rhesus": "minus"}


@pytest.mark.parametrize("key", ["name", "status", "contact", "trades"])
def test_what_everybody_has_is_not_removed(key: str, at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)
    with pytest.raises(MustStand, match="削除できません"):
        remove_fact(worker=worker, key=key, base=rows(worker, key)[0].id, by=SYSTEM, at=at)


def test_a_photograph_is_taken_once_and_never_changed(at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key="photo", values=values("photo"), by=SYSTEM, at=at)
    base = rows(worker, "photo")[0].id
    with pytest.raises(NeverChanges, match="顔写真は、登録したあとは変えられません"):
        enter_fact(worker=worker, key="photo", values=values("photo"), by=SYSTEM, at=at)
    with pytest.raises(NeverChanges):
        change_fact(worker=worker, key="photo", base=base, values=values("photo"), by=SYSTEM, at=at)
    with pytest.raises(NeverChanges):
        remove_fact(worker=worker, key="photo", base=base, by=SYSTEM, at=at)


@pytest.mark.parametrize(
    "key", ["health", "special_health", "schooling", "core", "qualifications", "training", "awards"]
)
def test_a_simple_registration_holds_no_qualifications(key: str, at: datetime) -> None:
    worker = graded(workers.worker(), "simple")
    with pytest.raises(GradeTooSimple, match="簡略型の登録にはありません"):
        enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)


def test_who_was_registered_before_there_were_two_grades_holds_everything(at: datetime) -> None:
    worker = workers.worker()
    enter_fact(worker=worker, key="core", values=values("core"), by=SYSTEM, at=at)
    assert len(rows(worker, "core")) == 1


@pytest.mark.parametrize("key", ENTERED)
def test_only_the_office_enters_what_was_approved(key: str, cast: Cast, at: datetime) -> None:
    for by in (person(cast.mirai), firm(cast.takahashi)):
        with pytest.raises(NotAllowed):
            enter_fact(worker=cast.mirai, key=key, values=values(key), by=by, at=at)


def test_nothing_new_is_registered_for_a_worker_who_left(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    with pytest.raises(WorkerWithdrawn):
        enter_fact(worker=cast.mirai, key="blood", values=values("blood"), by=SYSTEM, at=at)


def test_an_entry_that_the_form_would_refuse_is_refused_here_too(at: datetime) -> None:
    worker = blank_worker()
    with pytest.raises(FieldMissing, match="氏名が入力されていません"):
        enter_fact(worker=worker, key="name", values=values("name", official=None), by=SYSTEM, at=at)
    with pytest.raises(AliasMissing):
        enter_fact(worker=worker, key="name", values=values("name", alias=None), by=SYSTEM, at=at)


@pytest.mark.parametrize(
    ("key", "field", "unknown"),
    [
        ("status", "nationality", "QQ"),
        ("trades", "trade_2", "99-99"),
        ("insurance", "health_kind", "x"),
        ("qualifications", "image", "00000000-0000-4000-8000-000000000000"),
    ],
)
def test_a_code_that_no_table_knows_is_refused(key: str, field: str, unknown: str, at: datetime) -> None:
    with pytest.raises(CodeUnknown) as refused:
        enter_fact(worker=blank_worker(), key=key, values=values(key, **{field: unknown}), by=SYSTEM, at=at)
    assert refused.value.field == field
