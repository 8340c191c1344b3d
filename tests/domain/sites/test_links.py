"""要請のリンク (SITE-20): an address that a firm opens, also one that has no account yet."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.links import accept_link, cancel_link, make_link
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.actions.structure import invite, leave_structure, withdraw_invitation
from ccus.domain.sites.invitations import LIVES, LinkClosed
from ccus.domain.sites.models import InvitationLink, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import InvitationClosed
from ccus.domain.sites.rules import token_hash
from ccus.domain.sites.spots import AlreadyAccepted, CompanyAboveItself, StandInClaimed
from ccus.foundation.clock import day_of
from tests.factories import companies, seats
from tests.factories.personas import Cast, firm
from tests.factories.sites import FIRST_DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(cast: Cast, at: datetime) -> str:
    """A link of 高橋鉄筋, second tier."""
    return make_link(upper=cast.second_tier, by=firm(cast.takahashi), at=at).token


def test_of_a_link_only_its_hash_is_kept(cast: Cast, token: str) -> None:
    link = InvitationLink.objects.get()
    assert bytes(link.token_hash) == token_hash(token)
    assert len(token) == 43


def test_whoever_opens_a_link_joins_below_the_firm_that_made_it(cast: Cast, token: str, at: datetime) -> None:
    member = accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at)
    assert (member.tier, member.parent, member.company) == (3, cast.second_tier, cast.stranger)
    assert StructureAcceptance.objects.get(member=member).valid_from == FIRST_DAY


def test_a_link_is_used_by_one_firm_only(cast: Cast, token: str, at: datetime) -> None:
    accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at)
    other = companies.company()
    with pytest.raises(LinkClosed, match="もう使えません"):
        accept_link(token=token, company=other, by=firm(other), at=at)


def test_a_link_ends_after_thirty_days(cast: Cast, token: str, at: datetime) -> None:
    with pytest.raises(LinkClosed, match="30日"):
        accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at + LIVES)


def test_a_cancelled_link_opens_nothing_more(cast: Cast, token: str, at: datetime) -> None:
    link = InvitationLink.objects.get()
    cancel_link(link=link, by=firm(cast.takahashi), at=at)
    with pytest.raises(LinkClosed):
        accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at)
    with pytest.raises(LinkClosed, match="取り消されています"):
        cancel_link(link=link, by=firm(cast.takahashi), at=at)


def test_an_address_that_was_copied_badly_says_so(cast: Cast, at: datetime) -> None:
    with pytest.raises(LinkClosed, match="見つかりません"):
        accept_link(token="x", company=cast.stranger, by=firm(cast.stranger), at=at)


def test_no_firm_joins_below_itself_by_a_link(cast: Cast, token: str, at: datetime) -> None:
    with pytest.raises(CompanyAboveItself):
        accept_link(token=token, company=cast.sato, by=firm(cast.sato), at=at)


def test_an_account_joins_for_its_company_only_where_the_role_allows(
    cast: Cast, token: str, at: datetime
) -> None:
    clerk = seats.seat(cast.stranger, Role.PROXY_CLERK)
    with pytest.raises(NotAllowed, match="代行登録担当者"):
        accept_link(token=token, company=cast.stranger, by=seats.actor_of(clerk), at=at)


def test_a_firm_that_waits_there_already_is_accepted_by_the_link(
    cast: Cast, token: str, at: datetime
) -> None:
    waiting = invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.takahashi), at=at)
    assert accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at) == waiting


def test_a_firm_that_stands_there_already_does_not_use_up_a_link(cast: Cast, at: datetime) -> None:
    token = make_link(upper=cast.first_tier, by=firm(cast.suzuki), at=at).token
    with pytest.raises(AlreadyAccepted):
        accept_link(token=token, company=cast.takahashi, by=firm(cast.takahashi), at=at)
    assert InvitationLink.objects.get().used_at is None


def test_a_link_below_a_firm_whose_invitation_was_withdrawn_is_closed(cast: Cast, at: datetime) -> None:
    upper = invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.takahashi), at=at)
    token = make_link(upper=upper, by=firm(cast.stranger), at=at).token
    withdraw_invitation(member=upper, by=firm(cast.takahashi), at=at)
    other = companies.company()
    with pytest.raises(InvitationClosed):
        accept_link(token=token, company=other, by=firm(other), at=at)


def test_a_firm_that_was_taken_out_does_not_come_back_by_an_older_link(cast: Cast, at: datetime) -> None:
    old = make_link(upper=cast.first_tier, by=firm(cast.suzuki), at=at).token
    later = at + timedelta(hours=1)
    leave_structure(member=cast.second_tier, until_on=day_of(at), by=firm(cast.suzuki), at=later)
    with pytest.raises(InvitationClosed, match="外しています"):
        accept_link(token=old, company=cast.takahashi, by=firm(cast.takahashi), at=later)


def test_a_link_made_since_asks_a_firm_that_was_taken_out_again(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.second_tier, until_on=day_of(at), by=firm(cast.suzuki), at=at)
    later = at + timedelta(hours=1)
    new = make_link(upper=cast.first_tier, by=firm(cast.suzuki), at=later).token
    back = accept_link(token=new, company=cast.takahashi, by=firm(cast.takahashi), at=later)
    assert back == cast.second_tier
    assert StructureAcceptance.objects.filter(member=back, superseded_at=None).count() == 2


def test_a_link_for_a_stand_in_gives_its_spot_to_the_real_firm(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.first_tier, name="未来塗装", by=firm(cast.suzuki), at=at)
    token = make_link(upper=cast.first_tier, stand_in=stand_in, by=firm(cast.suzuki), at=at).token
    member = accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at)
    assert member.pk == stand_in.pk
    assert StructureMember.objects.get(pk=stand_in.pk).company == cast.stranger


def test_a_link_to_claim_is_made_for_stand_ins_only(cast: Cast, at: datetime) -> None:
    with pytest.raises(StandInClaimed):
        make_link(upper=cast.first_tier, stand_in=cast.second_tier, by=firm(cast.suzuki), at=at)
