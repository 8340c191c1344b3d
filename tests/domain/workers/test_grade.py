"""登録の型 (DATA-15, DATA-18): 簡略型 becomes 詳細型, once."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import set_grade
from ccus.domain.workers.reading import grade_of
from ccus.domain.workers.refused import GradeOnlyRises
from ccus.domain.workers.terms import Grade
from tests.domain.workers.samples import graded
from tests.factories import workers
from tests.factories.personas import Cast, person

YESTERDAY, TODAY = date(2026, 11, 19), date(2026, 11, 20)
pytestmark = pytest.mark.django_db


def test_a_simple_registration_becomes_detailed_today(at: datetime) -> None:
    worker = graded(workers.worker(), "simple")
    set_grade(worker=worker, grade=Grade.DETAILED, by=SYSTEM, at=at)
    assert [grade_of(worker.pk, on=day) for day in (YESTERDAY, TODAY)] == [Grade.SIMPLE, Grade.DETAILED]


def test_a_detailed_registration_never_becomes_simple(at: datetime) -> None:
    with pytest.raises(GradeOnlyRises, match="詳細型から簡略型には変えられません"):
        set_grade(worker=graded(workers.worker()), grade=Grade.SIMPLE, by=SYSTEM, at=at)


def test_a_grade_that_stands_is_not_set_again(at: datetime) -> None:
    with pytest.raises(GradeOnlyRises, match="すでに詳細型"):
        set_grade(worker=graded(workers.worker()), grade=Grade.DETAILED, by=SYSTEM, at=at)


def test_who_has_no_grade_is_given_one_by_the_office(cast: Cast, at: datetime) -> None:
    assert grade_of(cast.mirai.pk, on=TODAY) is Grade.DETAILED
    with pytest.raises(NotAllowed):
        set_grade(worker=cast.mirai, grade=Grade.SIMPLE, by=person(cast.mirai), at=at)
    set_grade(worker=cast.mirai, grade=Grade.SIMPLE, by=SYSTEM, at=at)
    assert grade_of(cast.mirai.pk, on=TODAY) is Grade.SIMPLE
