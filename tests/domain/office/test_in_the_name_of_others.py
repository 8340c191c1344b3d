"""The office does nothing in the name of a company or a worker, whatever its duties (EYES-12)."""

from collections.abc import Callable, Mapping

import pytest
from django.db import transaction

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.actions.seats import open_seat, renew_seat_password
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.consents import agree_to_proxy
from ccus.domain.sites.actions.placements import ask_placement
from ccus.domain.sites.actions.structure import invite
from ccus.domain.sites.writers import writer_of
from ccus.domain.work_history.actions.answers import approve
from tests.factories import asked, companies, officers, seats
from tests.factories.applications import AT
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
Try = Callable[[Cast, Actor], object]


def _renew(cast: Cast, by: Actor) -> str:
    seat = Seat.objects.get(pk=seats.seat(cast.sato).seat)
    return renew_seat_password(seat=seat, by=by, at=AT)


TRIES: Mapping[str, Try] = {
    "a company's invitation": lambda cast, by: invite(
        upper=cast.prime, company=companies.company(), by=by, at=AT
    ),
    "a company's roster": lambda cast, by: writer_of(by, cast.second_tier),
    "a company's approval of a day": lambda cast, by: approve(claim=asked.claim(cast), by=by, at=AT),
    "a company's new account": lambda cast, by: open_seat(
        company=cast.sato, role=Role.CHIEF, name="佐藤 由美", by=by, at=AT
    ),
    "a chief's password": _renew,
    "a worker's consent": lambda cast, by: agree_to_proxy(
        worker=cast.mirai, company=cast.suzuki, by=by, at=AT
    ),
    "a request to work for somebody else": lambda cast, by: ask_placement(
        worker=cast.mirai, company=cast.suzuki, from_on=AT.date(), by=by, at=AT
    ),
}


@pytest.mark.parametrize("what", TRIES)
def test_the_office_does_nothing_in_the_name_of_others(what: str, cast: Cast) -> None:
    with pytest.raises(NotAllowed), transaction.atomic():
        TRIES[what](cast, officers.officer().actor)
