"""施工体制 (SITE-05 to SITE-08): invited from above, accepted below."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.codes.policies import DaysClosed
from ccus.domain.sites.actions.structure import (
    NotAccepted,
    PrimeStays,
    accept_invitation,
    invite,
    leave_structure,
    withdraw_invitation,
)
from ccus.domain.sites.models import StructureAcceptance, StructureMember
from ccus.domain.sites.policies import InvitationClosed
from ccus.domain.sites.spots import AlreadyAccepted, AlreadyInvited, CompanyAboveItself
from tests.factories import companies
from tests.factories.personas import Cast, firm
from tests.factories.sites import FIRST_DAY

DECEMBER = date(2026, 12, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(cast: Cast, at: datetime) -> StructureMember:
    """他社, invited by 高橋鉄筋 as third tier."""
    return invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.takahashi), at=at)


def test_an_invited_firm_stands_one_tier_below_the_one_that_invites(
    cast: Cast, invited: StructureMember
) -> None:
    assert invited.tier == 3
    assert invited.path == [cast.prime.pk, cast.first_tier.pk, cast.second_tier.pk, invited.pk]


def test_an_invitation_alone_touches_no_day(invited: StructureMember) -> None:
    assert not Affect.objects.exists()


def test_only_the_firm_directly_above_invites(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="高橋鉄筋"):
        invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)


def test_a_firm_that_has_not_accepted_yet_invites_already(
    cast: Cast, invited: StructureMember, at: datetime
) -> None:
    below = invite(upper=invited, company=companies.company(), by=firm(cast.stranger), at=at)
    assert below.tier == 4


@pytest.mark.parametrize("above", ["sato", "suzuki", "takahashi"])
def test_no_firm_stands_below_itself(above: str, cast: Cast, at: datetime) -> None:
    with pytest.raises(CompanyAboveItself, match="上位にすでにいます"):
        invite(upper=cast.second_tier, company=getattr(cast, above), by=firm(cast.takahashi), at=at)


def test_the_same_firm_may_stand_in_another_branch(cast: Cast, at: datetime) -> None:
    assert invite(upper=cast.prime, company=cast.takahashi, by=firm(cast.sato), at=at).tier == 1


def test_a_firm_is_invited_once_to_one_spot(cast: Cast, invited: StructureMember, at: datetime) -> None:
    with pytest.raises(AlreadyInvited, match="他社には、すでに要請しています"):
        invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.takahashi), at=at)


def test_after_a_withdrawal_the_firm_may_be_invited_again(
    cast: Cast, invited: StructureMember, at: datetime
) -> None:
    withdraw_invitation(member=invited, by=firm(cast.takahashi), at=at)
    again = invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.takahashi), at=at)
    assert again.pk != invited.pk


def test_an_acceptance_counts_from_the_first_day_of_the_period(
    cast: Cast, invited: StructureMember, at: datetime
) -> None:
    accepted = accept_invitation(member=invited, by=firm(cast.stranger), at=at)
    assert (accepted.valid_from, accepted.valid_until) == (FIRST_DAY, None)
    affect = Affect.objects.get()
    assert (affect.worker, affect.place, affect.from_on) == (None, cast.site.pk, FIRST_DAY)


def test_an_acceptance_may_count_from_a_later_day(cast: Cast, invited: StructureMember, at: datetime) -> None:
    accepted = accept_invitation(member=invited, from_on=DECEMBER, by=firm(cast.stranger), at=at)
    assert accepted.valid_from == DECEMBER


def test_nobody_accepts_for_another_firm(cast: Cast, invited: StructureMember, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="他社"):
        accept_invitation(member=invited, by=firm(cast.takahashi), at=at)


def test_an_invitation_is_accepted_once(cast: Cast, at: datetime) -> None:
    with pytest.raises(AlreadyAccepted, match="鈴木工務店"):
        accept_invitation(member=cast.first_tier, by=firm(cast.suzuki), at=at)


def test_a_withdrawn_invitation_is_not_accepted(cast: Cast, invited: StructureMember, at: datetime) -> None:
    withdraw_invitation(member=invited, by=firm(cast.takahashi), at=at)
    with pytest.raises(InvitationClosed, match="取り下げられているか、断られています"):
        accept_invitation(member=invited, by=firm(cast.stranger), at=at)


def test_a_firm_whose_invitation_was_withdrawn_invites_nobody(
    cast: Cast, invited: StructureMember, at: datetime
) -> None:
    withdraw_invitation(member=invited, by=firm(cast.takahashi), at=at)
    with pytest.raises(InvitationClosed):
        invite(upper=invited, company=companies.company(), by=firm(cast.stranger), at=at)


def test_an_accepted_invitation_is_not_withdrawn(cast: Cast, at: datetime) -> None:
    with pytest.raises(AlreadyAccepted, match="離脱の手続き"):
        withdraw_invitation(member=cast.second_tier, by=firm(cast.suzuki), at=at)


def test_only_the_firm_directly_above_withdraws(cast: Cast, invited: StructureMember, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="高橋鉄筋"):
        withdraw_invitation(member=invited, by=firm(cast.sato), at=at)


@pytest.mark.parametrize("who", ["takahashi", "suzuki"])
def test_a_firm_leaves_by_itself_or_is_taken_out_from_above(who: str, cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.second_tier, until_on=DECEMBER, by=firm(getattr(cast, who)), at=at)
    left = StructureAcceptance.objects.get(member=cast.second_tier, superseded_at=None)
    assert (left.valid_from, left.valid_until) == (FIRST_DAY, DECEMBER)
    assert Affect.objects.get().from_on == DECEMBER


def test_a_firm_two_tiers_above_takes_nobody_out(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        leave_structure(member=cast.second_tier, until_on=DECEMBER, by=firm(cast.sato), at=at)


def test_a_firm_that_left_may_come_back_later(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.second_tier, until_on=date(2026, 11, 1), by=SYSTEM, at=at)
    back = accept_invitation(member=cast.second_tier, from_on=DECEMBER, by=firm(cast.takahashi), at=at)
    assert back.valid_from == DECEMBER


def test_a_firm_taken_out_from_above_does_not_come_back_by_itself(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.second_tier, until_on=DECEMBER, by=firm(cast.suzuki), at=at)
    with pytest.raises(InvitationClosed, match="もう一度要請"):
        accept_invitation(member=cast.second_tier, from_on=DECEMBER, by=firm(cast.takahashi), at=at)


def test_a_firm_asked_again_stands_at_its_old_spot_with_everybody_below(
    cast: Cast, invited: StructureMember, at: datetime
) -> None:
    leave_structure(member=cast.second_tier, until_on=DECEMBER, by=firm(cast.suzuki), at=at)
    again = invite(upper=cast.first_tier, company=cast.takahashi, by=firm(cast.suzuki), at=at)
    assert again == cast.second_tier
    assert (
        accept_invitation(member=again, from_on=DECEMBER, by=firm(cast.takahashi), at=at).valid_from
        == DECEMBER
    )
    assert invited.path[-2] == again.pk


def test_who_has_not_accepted_cannot_leave(cast: Cast, invited: StructureMember, at: datetime) -> None:
    with pytest.raises(NotAccepted, match="2026年12月1日"):
        leave_structure(member=invited, until_on=DECEMBER, by=firm(cast.stranger), at=at)


def test_the_prime_does_not_leave_its_own_site(cast: Cast, at: datetime) -> None:
    with pytest.raises(PrimeStays):
        leave_structure(member=cast.prime, until_on=DECEMBER, by=firm(cast.sato), at=at)


def test_nobody_leaves_for_days_after_their_deadline(cast: Cast, at: datetime) -> None:
    with pytest.raises(DaysClosed):
        leave_structure(member=cast.second_tier, until_on=date(2026, 9, 1), by=firm(cast.takahashi), at=at)
