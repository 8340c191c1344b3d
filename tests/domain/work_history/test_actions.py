"""持ち主の判明: the office names whose unknown card was read (FACT-04)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.work_history.actions.taps import TapHasOwner, TapNotFound, find_tap_owner
from ccus.domain.work_history.models import TapOwner
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of, now
from tests.domain.work_history.gate import tap_id
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
OFFICE = Actor(ActorKind.OPERATOR, 1)
PLACE = 77


@pytest.fixture
def worker(cast: Cast) -> Worker:
    """建設 未来."""
    return cast.mirai


def _tap(worker: int | None = None) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, shown,"
            " outcome, reasons) values (1, %s, %s, 1, %s, %s, %s, '9', %s, 0, 0, 2, '{20}')",
            [tap_id(now(), 1), now(), now(), now(), PLACE, worker],
        )
    return tap_id(now(), 1)


def _find(worker: Worker, tap: UUID, by: Actor = OFFICE) -> TapOwner:
    return find_tap_owner(reader=1, tap=tap, tapped_at=now(), worker=worker, by=by, at=now())


def test_the_owner_is_named_and_the_days_around_the_tap_are_derived(worker: Worker) -> None:
    assert _find(worker, _tap()).worker == worker
    touched = Affect.objects.get(worker=worker.pk, place=PLACE)
    today = day_of(now())
    assert (touched.from_on, touched.until_on) == (today - timedelta(days=1), today + timedelta(days=2))


def test_only_the_office_names_an_owner(worker: Worker) -> None:
    with pytest.raises(NotAllowed):
        _find(worker, _tap(), by=Actor(ActorKind.WORKER, worker.pk))


def test_an_owner_is_named_once(worker: Worker) -> None:
    tap = _tap()
    _find(worker, tap, by=SYSTEM)
    with pytest.raises(TapHasOwner, match="すでに登録されています"):
        _find(worker, tap)


def test_a_tap_of_a_known_card_has_its_owner(worker: Worker) -> None:
    with pytest.raises(TapHasOwner, match="すでに分かっています"):
        _find(worker, _tap(worker=worker.pk))


def test_a_tap_that_nobody_made_has_no_owner(worker: Worker) -> None:
    with pytest.raises(TapNotFound):
        _find(worker, tap_id(now(), 2))
