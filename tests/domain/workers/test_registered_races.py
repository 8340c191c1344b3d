"""Two officers at once: one wins, the other is told (DATA-17)."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact, set_grade
from ccus.domain.workers.models import BloodGroup, Worker
from ccus.domain.workers.refused import BlockFilled, GradeOnlyRises, NeverChanges
from ccus.domain.workers.terms import Grade
from ccus.foundation.databases import Databases
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.races import contested
from tests.domain.workers.samples import blank_worker, graded, rows, values
from tests.factories import workers

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def worker(fresh_database: Databases) -> Worker:
    return blank_worker()


@pytest.mark.parametrize("key", ["contact", "trades", "qualifications"])
def test_of_two_changes_of_one_row_at_once_one_is_refused(key: str, worker: Worker) -> None:
    said = values(key)
    enter_fact(worker=worker, key=key, values=said, by=SYSTEM, at=AT)
    base = rows(worker, key)[0].id
    change = partial(change_fact, worker=worker, key=key, base=base, values=said, by=SYSTEM, at=AT)
    assert isinstance(contested(change, change), AlreadyChanged)
    assert len(rows(worker, key)) == 1


def test_a_line_that_is_changed_and_removed_at_once_is_only_changed(worker: Worker) -> None:
    enter_fact(worker=worker, key="awards", values=values("awards"), by=SYSTEM, at=AT)
    base, said = rows(worker, "awards")[0].id, values("awards", organiser="見本市")
    change = partial(change_fact, worker=worker, key="awards", base=base, values=said, by=SYSTEM, at=AT)
    remove = partial(remove_fact, worker=worker, key="awards", base=base, by=SYSTEM, at=AT)
    assert isinstance(contested(change, remove), AlreadyChanged)
    assert rows(worker, "awards")[0].values["organiser"] == "見本市"


@pytest.mark.parametrize(("key", "refusal"), [("blood", BlockFilled), ("photo", NeverChanges)])
def test_of_two_entries_of_one_block_at_once_one_is_refused(
    key: str, refusal: type[Exception], worker: Worker
) -> None:
    enter = partial(enter_fact, worker=worker, key=key, values=values(key), by=SYSTEM, at=AT)
    assert isinstance(contested(enter, enter), refusal)
    assert len(rows(worker, key)) == 1


def test_a_grade_is_raised_once_by_two_officers_at_once(fresh_database: Databases) -> None:
    worker = graded(workers.worker(), "simple")
    rise = partial(set_grade, worker=worker, grade=Grade.DETAILED, by=SYSTEM, at=AT)
    assert isinstance(contested(rise, rise), GradeOnlyRises)


def test_the_database_refuses_a_second_block_by_itself(worker: Worker) -> None:
    fact = {"valid_from": date(2026, 11, 1), "recorded_at": AT, "recorded_by": "system:0"}
    beside = partial(BloodGroup.objects.create, worker=worker, group="a", **fact)
    enter = partial(enter_fact, worker=worker, key="blood", values=values("blood"), by=SYSTEM, at=AT)
    assert isinstance(contested(beside, enter), BlockFilled)
    assert rows(worker, "blood")[0].values["group"] == "a"
