"""監査記録: one event for one act, the days it touches, and nobody who rewrites either."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.policies import NotAllowed, require_office, require_one_of
from ccus.domain.audit.terms import SYSTEM, Act, Actor, ActorKind

COMPANY = Actor(ActorKind.COMPANY, 7)
OFFICE = Actor(ActorKind.OPERATOR, 1)
DAY, NEXT = date(2026, 11, 20), date(2026, 11, 21)


def recorded(at: datetime, *affects: Touched) -> Event:
    return record(
        act=Act.CARD_LOST, by=COMPANY, at=at, subject=("card", 3), affects=affects, why="現場で紛失"
    )


@pytest.mark.django_db
def test_an_event_names_who_did_what_to_what_and_when(at: datetime) -> None:
    event = Event.objects.get(pk=recorded(at).pk)
    assert (event.act, event.actor_kind, event.actor_id) == ("cards.card.lost", "company", 7)
    assert (event.subject_kind, event.subject_id, event.at) == ("card", 3, at)
    assert event.detail == {"why": "現場で紛失"}


@pytest.mark.django_db
def test_the_days_an_act_touches_wait_to_be_derived(at: datetime) -> None:
    event = recorded(at, Touched(worker=5, from_on=DAY), Touched(place=6, from_on=DAY, until_on=NEXT))
    waiting = Affect.objects.filter(event_id=event.pk, worked_at=None, settled_at=None).order_by("id")
    assert [(a.worker, a.place, a.from_on, a.until_on) for a in waiting] == [
        (5, None, DAY, None),
        (None, 6, DAY, NEXT),
    ]


@pytest.mark.django_db
def test_days_that_end_before_they_begin_touch_nothing(at: datetime) -> None:
    recorded(at, Touched(worker=5, from_on=DAY, until_on=DAY))
    assert not Affect.objects.exists()


@pytest.mark.django_db
def test_what_touches_nobody_is_an_error(at: datetime) -> None:
    with pytest.raises(IntegrityError, match="affect_names_somebody"), transaction.atomic():
        recorded(at, Touched(from_on=DAY))


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_application_neither_rewrites_nor_deletes_an_event(change: str, at: datetime) -> None:
    recorded(at)
    with pytest.raises(ProgrammingError, match="permission denied"):
        Event.objects.update(act="") if change == "update" else Event.objects.all().delete()


def test_an_actor_is_written_as_kind_and_key() -> None:
    assert (str(COMPANY), str(SYSTEM)) == ("company:7", "system:0")


@pytest.mark.parametrize("by", [COMPANY, OFFICE, SYSTEM])
def test_who_is_named_may_act_and_so_may_the_office(by: Actor) -> None:
    require_one_of(by, COMPANY, who="佐藤建設")


@pytest.mark.parametrize("by", [Actor(ActorKind.COMPANY, 8), Actor(ActorKind.WORKER, 7)])
def test_everybody_else_is_told_who_may(by: Actor) -> None:
    with pytest.raises(NotAllowed, match="この操作ができるのは、佐藤建設です"):
        require_one_of(by, COMPANY, who="佐藤建設")
    with pytest.raises(NotAllowed, match="運営主体"):
        require_office(by)
