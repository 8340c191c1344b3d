"""登録の修正の仕事: previews made and taken up again, released sets carried out (FIX-04, FIX-10)."""

from datetime import datetime

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.carrying import to_carry_out
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.reports import preview_of
from ccus.domain.corrections.terms import Doing
from ccus.domain.workers.models import BloodGroup
from ccus.jobs import corrections
from tests.factories.corrections import corrector, of_blood, previewed, release
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> Actor:
    return corrector()


@pytest.fixture
def blood(cast: Cast, by: Actor, at: datetime) -> ChangeSet:
    return of_blood(cast.mirai, by=by, at=at)


def queued() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name from procrastinate_jobs where task_name ~ 'correction' order by id")
        return [name for (name,) in cursor.fetchall()]


def test_a_preview_and_the_carrying_out_are_queued_with_their_acts(
    blood: ChangeSet, by: Actor, at: datetime
) -> None:
    release(previewed(blood, by=by, at=at), by=corrector(), at=at)
    assert queued() == ["preview_correction", "carry_out_correction"]


def test_what_is_released_is_carried_out_by_the_job(blood: ChangeSet, by: Actor, at: datetime) -> None:
    release(previewed(blood, by=by, at=at), by=corrector(), at=at)
    assert to_carry_out() == [blood.key]
    corrections.carry_out_released()
    assert to_carry_out() == []
    assert BloodGroup.objects.get(superseded_at=None).group == "o"


def test_a_fault_of_the_system_is_said_and_the_preview_is_asked_for_anew(
    blood: ChangeSet, by: Actor, at: datetime
) -> None:
    nobody = {"doing": Doing.ENTER, "written_by": str(by), "written_at": at}
    ChangeRow.objects.create(change_set=blood, ordinal=2, **nobody)
    corrections.preview(ask_for_preview(change_set=blood, by=by, at=at))
    shown = preview_of(blood)
    assert shown is not None
    assert (shown.is_finished, shown.done) == (True, 0)
    assert "もう一度" in shown.failed


def test_the_jobs_of_corrections_run_every_minute() -> None:
    scheduled = {path.rpartition(".")[2] for path, _ in app.periodic_registry.periodic_tasks}
    assert {"carry_on_previews", "carry_on_corrections"} <= scheduled
