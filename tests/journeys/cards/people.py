"""Whoever has a card, at the portal already; and what the office decides behind the scene."""

from datetime import timedelta

from django.test import Client

from ccus.domain.accounts.models import User
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.filing import waive_fee
from ccus.domain.applications.actions.review import take
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import State
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.models import Worker
from ccus.foundation import clock
from tests.factories import applications as made
from tests.factories import officers
from tests.journeys.filing.people import Clerk, Filer, Town


def holder(lasts: timedelta = timedelta(days=800)) -> Worker:
    """A worker with a white card who may file everything."""
    return made.worker_with_card(expires_on=clock.today() + lasts)


def at_the_portal(town: Town, worker: Worker) -> Filer:
    """The worker, signed in."""
    like = Client()
    like.force_login(User.objects.get(worker=worker))
    return town.filer().has_signed_in(like)


def at_the_office(town: Town) -> Clerk:
    """An officer with every duty, signed in."""
    return town.clerk().has_signed_in(officers.client_of(officers.officer()))


def approved(number: str) -> None:
    """The office asks no fee and finds nothing wrong."""
    case, me, at = Application.objects.get(number=number), officers.officer().actor, clock.now()
    if case.state == State.FEE_DUE:
        waive_fee(number=number, note="試験のため", by=SYSTEM, at=at)
    take(number=number, by=me, at=at)
    approve(number=number, by=me, at=at)
