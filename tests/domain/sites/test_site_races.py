"""Two acceptances, two invitations, two roster lines at once: one stands, the other is told."""

from datetime import UTC, datetime
from functools import partial

import pytest

from ccus.domain.sites.actions.roster import AlreadyOnRoster, end_roster_line, enter_on_roster
from ccus.domain.sites.actions.structure import accept_invitation, invite
from ccus.domain.sites.models import RosterLine, StructureAcceptance, StructureMember
from ccus.domain.sites.spots import AlreadyAccepted, AlreadyInvited
from ccus.foundation.databases import Databases
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.races import contested
from tests.factories import codes, companies, sites, workers
from tests.factories.personas import OFFICE

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def spot(fresh_database: Databases) -> StructureMember:
    """A firm, invited and not accepted."""
    site = sites.site()
    return sites.spot(site, companies.company(), sites.prime_spot(site))


def test_of_two_acceptances_at_once_one_stands(spot: StructureMember) -> None:
    accept = partial(accept_invitation, member=spot, by=OFFICE, at=AT)
    assert isinstance(contested(accept, accept), AlreadyAccepted)
    assert StructureAcceptance.objects.filter(member=spot).count() == 1


def test_the_database_refuses_a_second_acceptance_by_itself(spot: StructureMember) -> None:
    accept = partial(accept_invitation, member=spot, by=OFFICE, at=AT)
    assert isinstance(contested(partial(sites.accept, spot), accept), AlreadyAccepted)


def test_of_two_invitations_at_once_one_stands(spot: StructureMember) -> None:
    ask = partial(invite, upper=spot, company=companies.company(), by=OFFICE, at=AT)
    assert isinstance(contested(ask, ask), AlreadyInvited)


def test_of_two_roster_lines_at_once_one_stands(spot: StructureMember) -> None:
    worker, day = workers.worker(), sites.FIRST_DAY
    enter = partial(
        enter_on_roster,
        member=spot,
        worker=worker,
        trade=codes.trade(),
        position=codes.position(),
        from_on=day,
        by=OFFICE,
        at=AT,
    )
    assert isinstance(contested(enter, enter), AlreadyOnRoster)
    assert RosterLine.objects.count() == 1


def test_the_database_refuses_a_second_roster_line_by_itself(spot: StructureMember) -> None:
    worker, trade, position = workers.worker(), codes.trade(), codes.position()
    first = partial(sites.roster_line, worker=worker, member=spot, trade=trade, position=position)
    enter = partial(
        enter_on_roster,
        member=spot,
        worker=worker,
        trade=trade,
        position=position,
        from_on=sites.FIRST_DAY,
        by=OFFICE,
        at=AT,
    )
    assert isinstance(contested(first, enter), AlreadyOnRoster)


def test_a_line_is_ended_once(spot: StructureMember) -> None:
    line = sites.roster_line(worker=workers.worker(), member=spot)
    end = partial(end_roster_line, line=line, until_on=AT.date(), by=OFFICE, at=AT)
    assert isinstance(contested(end, end), AlreadyChanged)
