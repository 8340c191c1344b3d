"""Two acceptances, two invitations, two roster lines at once: one stands, the other is told."""

from datetime import UTC, datetime
from functools import partial

import pytest
from django.db import DatabaseError

from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.sites.actions.consents import AlreadyAgreed, agree_to_proxy
from ccus.domain.sites.actions.links import accept_link, cancel_link, make_link
from ccus.domain.sites.actions.placements import (
    PlacementAnswered,
    accept_placement,
    ask_placement,
    refuse_placement,
)
from ccus.domain.sites.actions.proxies import AlreadyGiven, end_structure_proxy, give_structure_proxy
from ccus.domain.sites.actions.roster import AlreadyOnRoster, end_roster_line, enter_on_roster
from ccus.domain.sites.actions.roster_batches import register_batch, upload_batch
from ccus.domain.sites.actions.roster_patterns import PatternNameWrong, save_roster_pattern
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.actions.structure import (
    NotAccepted,
    accept_invitation,
    invite,
    leave_structure,
    refuse_invitation,
    withdraw_invitation,
)
from ccus.domain.sites.actions.structure_patterns import PatternNamed, save_structure_pattern
from ccus.domain.sites.invitations import LinkClosed
from ccus.domain.sites.models import RosterLine, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import InvitationClosed
from ccus.domain.sites.spots import AlreadyAccepted, AlreadyInvited, StandInClaimed
from ccus.foundation.databases import Databases
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.races import contested
from tests.factories import codes, companies, sites, workers

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def spot(fresh_database: Databases) -> StructureMember:
    """A firm, invited and not accepted."""
    site = sites.site()
    return sites.spot(site, companies.company(), sites.prime_spot(site))


def test_of_two_acceptances_at_once_one_stands(spot: StructureMember) -> None:
    accept = partial(accept_invitation, member=spot, by=SYSTEM, at=AT)
    assert isinstance(contested(accept, accept), AlreadyAccepted)
    assert StructureAcceptance.objects.filter(member=spot).count() == 1


def test_the_database_refuses_a_second_acceptance_by_itself(spot: StructureMember) -> None:
    accept = partial(accept_invitation, member=spot, by=SYSTEM, at=AT)
    assert isinstance(contested(partial(sites.accept, spot), accept), AlreadyAccepted)


def test_of_two_invitations_at_once_one_stands(spot: StructureMember) -> None:
    ask = partial(invite, upper=spot, company=companies.company(), by=SYSTEM, at=AT)
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
        by=SYSTEM,
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
        by=SYSTEM,
        at=AT,
    )
    assert isinstance(contested(first, enter), AlreadyOnRoster)


def test_a_line_is_ended_once(spot: StructureMember) -> None:
    line = sites.roster_line(worker=workers.worker(), member=spot)
    end = partial(end_roster_line, line=line, until_on=AT.date(), by=SYSTEM, at=AT)
    assert isinstance(contested(end, end), AlreadyChanged)


def test_an_invitation_is_refused_or_accepted_not_both(spot: StructureMember) -> None:
    accept = partial(accept_invitation, member=spot, by=SYSTEM, at=AT)
    refuse = partial(refuse_invitation, member=spot, by=SYSTEM, at=AT)
    assert isinstance(contested(accept, refuse), AlreadyAccepted)
    assert StructureMember.objects.get(pk=spot.pk).refused_at is None


def test_an_invitation_that_is_being_withdrawn_is_not_accepted(spot: StructureMember) -> None:
    withdraw = partial(withdraw_invitation, member=spot, by=SYSTEM, at=AT)
    assert isinstance(
        contested(withdraw, partial(accept_invitation, member=spot, by=SYSTEM, at=AT)), InvitationClosed
    )


def test_of_two_departures_at_once_one_stands(spot: StructureMember) -> None:
    sites.accept(spot)
    leave = partial(leave_structure, member=spot, until_on=AT.date(), by=SYSTEM, at=AT)
    assert isinstance(contested(leave, leave), NotAccepted)


def test_a_link_that_is_being_cancelled_joins_nobody(spot: StructureMember) -> None:
    made = make_link(upper=spot, by=SYSTEM, at=AT)
    join = partial(accept_link, token=made.token, company=companies.company(), by=SYSTEM, at=AT)
    assert isinstance(contested(partial(cancel_link, link=made.link, by=SYSTEM, at=AT), join), LinkClosed)
    assert not StructureMember.objects.filter(parent=spot).exists()


def test_of_two_firms_with_one_link_one_joins(spot: StructureMember) -> None:
    token = make_link(upper=spot, by=SYSTEM, at=AT).token
    one, other = (
        partial(accept_link, token=token, company=companies.company(), by=SYSTEM, at=AT) for _ in range(2)
    )
    assert isinstance(contested(one, other), LinkClosed)
    assert StructureMember.objects.filter(parent=spot).count() == 1


def test_of_two_claims_at_once_one_stands(spot: StructureMember) -> None:
    stand_in = declare_stand_in(upper=spot, name="未来塗装", by=SYSTEM, at=AT)
    tokens = [make_link(upper=spot, stand_in=stand_in, by=SYSTEM, at=AT).token for _ in range(2)]
    one, other = (
        partial(accept_link, token=token, company=companies.company(), by=SYSTEM, at=AT) for token in tokens
    )
    assert isinstance(contested(one, other), StandInClaimed)
    assert StructureAcceptance.objects.filter(member=stand_in).count() == 1


def test_the_database_refuses_a_second_claim_by_itself(spot: StructureMember) -> None:
    stand_in = declare_stand_in(upper=spot, name="未来塗装", by=SYSTEM, at=AT)
    claimed = StructureMember.objects.filter(pk=stand_in.pk)
    claimed.update(company=companies.company())
    with pytest.raises(DatabaseError, match="company_id"):
        claimed.update(company=companies.company())


def test_nobody_comes_below_a_stand_in_that_is_being_withdrawn(spot: StructureMember) -> None:
    stand_in = declare_stand_in(upper=spot, name="未来塗装", by=SYSTEM, at=AT)
    withdraw = partial(withdraw_invitation, member=stand_in, by=SYSTEM, at=AT)
    ask = partial(invite, upper=stand_in, company=companies.company(), by=SYSTEM, at=AT)
    assert isinstance(contested(withdraw, ask), InvitationClosed)


def test_of_two_proxies_to_one_firm_at_once_one_stands(spot: StructureMember) -> None:
    giver, taker = companies.company(), companies.company()
    give = partial(give_structure_proxy, giver=giver, taker=taker, by=SYSTEM, at=AT)
    assert isinstance(contested(give, give), AlreadyGiven)


def test_of_two_ends_of_a_proxy_at_once_one_stands(spot: StructureMember) -> None:
    giver, taker = companies.company(), companies.company()
    proxy = give_structure_proxy(giver=giver, taker=taker, by=SYSTEM, at=AT)
    end = partial(end_structure_proxy, proxy=proxy, by=SYSTEM, at=AT)
    assert isinstance(contested(end, end), AlreadyChanged)


def test_of_two_patterns_with_one_name_at_once_one_stands(spot: StructureMember) -> None:
    assert spot.parent is not None
    save = partial(save_structure_pattern, member=spot.parent, name="いつもの", by=SYSTEM, at=AT)
    assert isinstance(contested(save, save), PatternNamed)


def test_of_two_presses_of_register_each_row_is_entered_once(spot: StructureMember) -> None:
    worker = workers.worker()
    row = f"{worker.number},鉄筋工,一般,R8.11.20"
    batch = upload_batch(
        member=spot,
        data=f"技能者ID,職種,立場,初日\r\n{row}\r\n{row.replace('鉄筋工', '魔法使い')}".encode(),
        file_name="名簿.csv",
        defaults={},
        by=SYSTEM,
        at=AT,
    )
    press = partial(register_batch, batch=batch, by=SYSTEM, at=AT)
    assert contested(press, press) is None
    assert RosterLine.objects.filter(worker=worker).count() == 1


def test_of_two_agreements_at_once_one_stands(fresh_database: Databases) -> None:
    worker, company = workers.worker(), companies.company()
    agree = partial(agree_to_proxy, worker=worker, company=company, by=SYSTEM, at=AT)
    assert isinstance(contested(agree, agree), AlreadyAgreed)


def test_a_request_is_answered_once(fresh_database: Databases) -> None:
    worker, company = workers.worker(), companies.company()
    request = ask_placement(worker=worker, company=company, from_on=AT.date(), by=SYSTEM, at=AT)
    accept = partial(accept_placement, request=request, by=Actor(ActorKind.COMPANY, company.pk), at=AT)
    refuse = partial(refuse_placement, request=request, by=SYSTEM, at=AT)
    assert isinstance(contested(accept, refuse), PlacementAnswered)


def test_a_pattern_is_kept_once_under_a_name(spot: StructureMember) -> None:
    line = sites.roster_line(worker=workers.worker(), member=spot)
    keep = partial(save_roster_pattern, member=spot, lines=[line], name="A班", by=SYSTEM, at=AT)
    assert isinstance(contested(keep, keep), PatternNameWrong)
