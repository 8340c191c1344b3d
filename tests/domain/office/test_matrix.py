"""Act × actor: every act of the office, tried by everybody (EYES-01, EYES-02)."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.models import User
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.office.acts import OFFICE_ACTS, Eyes
from tests.domain.office.doings import DOINGS
from tests.domain.office.doings.doing import Deed
from tests.domain.office.doings.proposed import BARE
from tests.factories import applications, companies, officers, seats, workers
from tests.factories.personas import firm, person

pytestmark = pytest.mark.django_db
EVERY_ACT = pytest.mark.parametrize("act", sorted(DOINGS), ids=lambda act: act.name)
OF_TWO = [act for act in sorted(DOINGS) if OFFICE_ACTS[act].eyes is Eyes.TWO]
WRITES = ("INSERT", "UPDATE", "DELETE")


def closed(duty: Duty) -> Actor:
    """An officer of the duty whose account is closed."""
    me = officers.officer(duty)
    User.objects.filter(pk=me.account).update(closed_at=applications.AT)
    return me.actor


def strangers(duty: Duty) -> Iterator[Actor]:
    """One of every kind of actor who has no business with it."""
    yield officers.officer(*(each for each in Duty if each is not duty)).actor
    yield closed(duty)
    yield person(workers.worker())
    yield firm(companies.company())
    yield seats.actor_of(seats.seat(companies.company()))
    yield Actor(ActorKind.APPLICANT, applications.applicant().pk)
    yield Actor(ActorKind.READER, 1)


def refused(deed: Deed, by: Actor) -> None:
    """Nothing is written before somebody is told that it is not theirs."""
    with CaptureQueriesContext(connection) as asked, transaction.atomic(), pytest.raises(NotAllowed):
        deed(by)
    assert [query["sql"] for query in asked if query["sql"].startswith(WRITES)] == []


def left(act: Act) -> Event:
    return Event.objects.filter(act=act).latest("pk")


@EVERY_ACT
def test_nobody_without_the_duty_does_an_act_of_the_office(act: Act, clock: time_machine.Traveller) -> None:
    doing = DOINGS[act]
    deed = doing.ready(officers.officer(doing.duty))
    for by in strangers(doing.duty):
        if by.kind is ActorKind.OPERATOR or not doing.is_public:
            refused(deed, by)


@EVERY_ACT
def test_an_act_is_done_by_as_many_officers_as_the_table_says(
    act: Act, clock: time_machine.Traveller
) -> None:
    doing, is_two = DOINGS[act], OFFICE_ACTS[act].eyes is Eyes.TWO
    one, second = officers.officer(doing.duty), officers.officer(doing.duty)
    deed = doing.ready(one)
    if is_two:
        refused(deed, one.actor)
    doing.second(second)
    by = second.actor if is_two else one.actor
    deed(by)
    assert (left(act).actor_kind, left(act).actor_id) == (by.kind, by.id)


@pytest.mark.parametrize("act", sorted(BARE), ids=lambda act: act.name)
def test_no_officer_does_it_past_the_proposal(act: Act, clock: time_machine.Traveller) -> None:
    duty, deed = BARE[act]
    me = officers.officer(duty)
    for by in (me.actor, Actor(ActorKind.OPERATOR, me.officer, first=me.officer), _with_a_stranger(me)):
        with transaction.atomic(), pytest.raises(NotAllowed):
            deed(by)
        assert not Event.objects.filter(act=act, actor_kind=ActorKind.OPERATOR).exists()


def _with_a_stranger(me: OfficerMe) -> Actor:
    """Confirming what somebody of another duty is said to have proposed."""
    return Actor(ActorKind.OPERATOR, me.officer, first=officers.officer(Duty.ANNOUNCE).officer)


def test_every_row_that_an_officer_presses_is_tried() -> None:
    pressed = {act for act, row in OFFICE_ACTS.items() if row.eyes in {Eyes.ONE, Eyes.TWO}}
    assert pressed - set(DOINGS) == set()
    assert set(DOINGS) - pressed == set()


@pytest.mark.parametrize("act", sorted(DOINGS), ids=lambda act: act.name)
def test_the_duty_of_a_row_is_the_one_that_is_tried(act: Act) -> None:
    assert OFFICE_ACTS[act].duty in {None, DOINGS[act].duty}
