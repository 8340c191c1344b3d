"""未登録の事業者 (SITE-19, D-27): a stand-in keeps everybody below whole until the real firm claims its spot."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.sites.actions.stand_ins import (
    claim_stand_in,
    declare_stand_in,
    name_stand_in,
    rename_stand_in,
)
from ccus.domain.sites.actions.structure import (
    NotRegisteredYet,
    accept_invitation,
    invite,
    refuse_invitation,
    withdraw_invitation,
)
from ccus.domain.sites.invitations import LIVES, LinkClosed
from ccus.domain.sites.models import StructureAcceptance, StructureMember
from ccus.domain.sites.rules import TextUnreadable
from ccus.domain.sites.spots import AlreadyInvited, CompanyAboveItself, SomebodyBelow, StandInClaimed
from tests.factories import companies
from tests.factories.personas import Cast, firm
from tests.factories.sites import FIRST_DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand_in(cast: Cast, at: datetime) -> StructureMember:
    """未来塗装, which nobody has registered, declared by 鈴木工務店 as second tier."""
    return declare_stand_in(
        upper=cast.first_tier, name="未来塗装（個人）", contact="03-0000-0000", by=firm(cast.suzuki), at=at
    )


def test_a_firm_that_is_not_registered_stands_below_whoever_declares_it(
    cast: Cast, stand_in: StructureMember
) -> None:
    assert (stand_in.tier, stand_in.company, stand_in.stand_in_name) == (2, None, "未来塗装（個人）")


def test_several_stand_ins_stand_below_one_firm(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    second = declare_stand_in(upper=cast.first_tier, name="別の塗装店", by=firm(cast.suzuki), at=at)
    assert second.parent_id == stand_in.parent_id


def test_only_the_firm_directly_above_declares_a_stand_in(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="鈴木工務店"):
        declare_stand_in(upper=cast.first_tier, name="未来塗装", by=firm(cast.sato), at=at)


def test_a_stand_in_needs_a_name_that_people_know(cast: Cast, at: datetime) -> None:
    with pytest.raises(TextUnreadable, match="事業者の名称"):
        declare_stand_in(upper=cast.first_tier, name=" ", by=firm(cast.suzuki), at=at)


def test_the_firm_above_speaks_for_the_stand_in(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    assert invite(upper=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at).tier == 3


def test_a_stand_in_answers_no_invitation_itself(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    for answer in (accept_invitation, refuse_invitation):
        with pytest.raises(NotRegisteredYet, match="未登録の事業者"):
            answer(member=stand_in, by=firm(cast.suzuki), at=at)


def test_the_firm_above_names_who_the_stand_in_is_and_that_firm_claims_it(
    cast: Cast, stand_in: StructureMember, at: datetime
) -> None:
    link = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    late = at + timedelta(days=20)
    accepted = claim_stand_in(link=link, by=firm(cast.stranger), at=late)
    assert (accepted.valid_from, accepted.held_since, accepted.recorded_at) == (FIRST_DAY, at, late)
    assert StructureMember.objects.get(pk=stand_in.pk).company == cast.stranger
    assert Affect.objects.get().place == cast.site.pk


def test_nobody_claims_a_spot_for_which_another_firm_was_named(
    cast: Cast, stand_in: StructureMember, at: datetime
) -> None:
    link = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    with pytest.raises(NotAllowed, match="他社"):
        claim_stand_in(link=link, by=firm(companies.company()), at=at)


def test_who_was_named_before_is_not_any_more(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    first = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    name_stand_in(member=stand_in, company=companies.company(), by=firm(cast.suzuki), at=at)
    with pytest.raises(LinkClosed):
        claim_stand_in(link=first, by=firm(cast.stranger), at=at)


def test_a_naming_ends_after_thirty_days(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    link = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    with pytest.raises(LinkClosed, match="30日"):
        claim_stand_in(link=link, by=firm(cast.stranger), at=at + LIVES)


def test_no_firm_from_above_claims_a_stand_in(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    with pytest.raises(CompanyAboveItself, match="上位"):
        name_stand_in(member=stand_in, company=cast.sato, by=firm(cast.suzuki), at=at)


def test_no_firm_from_below_claims_a_stand_in(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    invite(upper=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    link = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    with pytest.raises(CompanyAboveItself, match="下位"):
        claim_stand_in(link=link, by=firm(cast.stranger), at=at)


def test_a_firm_that_was_invited_beside_the_stand_in_does_not_stand_there_twice(
    cast: Cast, stand_in: StructureMember, at: datetime
) -> None:
    link = name_stand_in(member=stand_in, company=cast.takahashi, by=firm(cast.suzuki), at=at)
    with pytest.raises(AlreadyInvited):
        claim_stand_in(link=link, by=firm(cast.takahashi), at=at)


def test_a_claimed_spot_is_named_and_renamed_no_more(
    cast: Cast, stand_in: StructureMember, at: datetime
) -> None:
    link = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    claim_stand_in(link=link, by=firm(cast.stranger), at=at)
    claimed = StructureMember.objects.get(pk=stand_in.pk)
    with pytest.raises(StandInClaimed):
        rename_stand_in(member=claimed, name="別名", by=firm(cast.suzuki), at=at)
    with pytest.raises(StandInClaimed):
        name_stand_in(member=claimed, company=cast.stranger, by=firm(cast.suzuki), at=at)


def test_a_stand_in_gets_its_right_name(cast: Cast, stand_in: StructureMember, at: datetime) -> None:
    rename_stand_in(member=stand_in, name="未来塗装工業", by=firm(cast.suzuki), at=at)
    assert StructureMember.objects.get(pk=stand_in.pk).stand_in_name == "未来塗装工業"


def test_a_stand_in_with_firms_below_is_not_withdrawn(
    cast: Cast, stand_in: StructureMember, at: datetime
) -> None:
    below = invite(upper=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    with pytest.raises(SomebodyBelow):
        withdraw_invitation(member=stand_in, by=firm(cast.suzuki), at=at)
    withdraw_invitation(member=below, by=firm(cast.suzuki), at=at)
    withdraw_invitation(member=stand_in, by=firm(cast.suzuki), at=at)
    assert not StructureAcceptance.objects.filter(member=stand_in).exists()
