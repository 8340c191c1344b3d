"""最初に行うこと (PORTAL-40): finished once, by the worker alone."""

from datetime import datetime

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act, Actor, ActorKind
from ccus.domain.workers.actions.first_steps import finish_step
from ccus.domain.workers.reading import steps_left
from ccus.domain.workers.terms import Step
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db


def finish(cast: Cast, at: datetime, step: Step) -> None:
    finish_step(worker=cast.mirai, step=step, by=person(cast.mirai), at=at)


def test_a_new_worker_has_both_steps_to_press_left(cast: Cast) -> None:
    assert steps_left(cast.mirai.pk) == (Step.CONTENTS, Step.DISCLOSURE)


def test_a_finished_step_is_left_no_more_and_the_other_is(cast: Cast, at: datetime) -> None:
    finish(cast, at, Step.CONTENTS)
    assert steps_left(cast.mirai.pk) == (Step.DISCLOSURE,)
    finish(cast, at, Step.DISCLOSURE)
    assert steps_left(cast.mirai.pk) == ()


def test_a_step_pressed_twice_is_finished_once(cast: Cast, at: datetime) -> None:
    finish(cast, at, Step.CONTENTS)
    finish(cast, at, Step.CONTENTS)
    assert Event.objects.filter(act=Act.FIRST_STEP_DONE).count() == 1


def test_nobody_finishes_a_step_for_the_worker(cast: Cast, at: datetime) -> None:
    for other in (firm(cast.takahashi), SYSTEM, Actor(ActorKind.OPERATOR, 1)):
        with pytest.raises(NotAllowed, match="技能者本人だけ"):
            finish_step(worker=cast.mirai, step=Step.CONTENTS, by=other, at=at)
    assert len(steps_left(cast.mirai.pk)) == 2
