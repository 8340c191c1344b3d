"""仕事 around applications: mail goes out, images that nobody handed in are forgotten."""

from datetime import UTC, datetime

import time_machine
from django.core import mail as outbox
from procrastinate.contrib.django import app

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.evidence.models import Evidence
from ccus.domain.notices.actions import write_mail
from ccus.domain.notices.texts import Text
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from ccus.jobs import tasks
from tests.factories.evidence import evidence


def test_the_schedule_sends_what_acts_have_written(fresh_database: Databases) -> None:
    write_mail(to="mirai@example.jp", text=Text.MAIL_CHANGED, source="contact:1", at=clock.now())
    tasks.send_mail(0)
    assert [message.to for message in outbox.outbox] == [["mirai@example.jp"]]


def test_the_schedule_forgets_old_images_at_night(fresh_database: Databases) -> None:
    evidence(Actor(ActorKind.WORKER, 1))
    with time_machine.travel(datetime(2027, 12, 31, tzinfo=UTC)):
        tasks.carry_out_retention(0)
    assert not Evidence.objects.exists()


def test_mail_and_forgetting_are_on_the_schedule() -> None:
    scheduled = {
        periodic.task.name.rpartition(".")[2] for periodic in app.periodic_registry.periodic_tasks.values()
    }
    assert {"send_mail", "carry_out_retention"} <= scheduled
