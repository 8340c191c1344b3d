"""約束と違った記録の通知: TAP-12."""

from datetime import UTC, date, datetime

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.codes.models import Trade
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.models import TapSurprise
from ccus.domain.work_history.surprises import tell_surprises
from ccus.domain.work_history.terms import Reason
from ccus.domain.workers.actions.registration import register_worker
from ccus.domain.workers.rules import PersonName
from ccus.foundation.clock import now
from ccus.foundation.uuid7 import uuid7

pytestmark = pytest.mark.django_db
THIS_MORNING = datetime(2026, 11, 19, 22, 42, tzinfo=UTC)
LAST_EVENING_OF_THE_CALENDAR = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)


def surprise(at: datetime, reason: Reason) -> None:
    """A worker whose screen was green, and a tap at `at` that made no record."""
    done = register_worker(
        name=PersonName("建設 未来", "ケンセツ ミライ"),
        birth_on=date(1989, 4, 1),
        trades=[Trade.objects.get(code="10-01")],
        is_another_person=True,
        by=SYSTEM,
        at=now(),
    )
    TapSurprise.objects.create(
        reader=1, id=uuid7(0), at=at, worker=done.worker.pk, place=1, reasons=[int(reason)]
    )


def test_the_notice_says_when_the_card_was_read_and_why_it_does_not_count() -> None:
    surprise(THIS_MORNING, Reason.OUTSIDE_PERIOD)
    assert tell_surprises(at=now()) == 1
    notice = Notice.objects.get()
    assert notice.title == "11月20日の読み取りは、就業履歴になっていません"
    assert "07:42に読み取ったカード" in notice.body
    assert Reason.OUTSIDE_PERIOD.text.sentence in notice.body


def test_it_is_told_once() -> None:
    surprise(THIS_MORNING, Reason.CARD_LOST)
    tell_surprises(at=now())
    assert tell_surprises(at=now()) == 0
    assert Notice.objects.count() == 1


def test_one_clock_at_the_end_of_the_calendar_keeps_nobody_from_being_told() -> None:
    surprise(THIS_MORNING, Reason.CARD_LOST)
    surprise(LAST_EVENING_OF_THE_CALENDAR, Reason.CLOCK_IMPOSSIBLE)
    assert tell_surprises(at=now()) == 2
    titles = set(Notice.objects.values_list("title", flat=True))
    assert "時計の合っていない端末の読み取りは、就業履歴になっていません" in titles
