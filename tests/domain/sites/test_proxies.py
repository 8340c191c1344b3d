"""代理手続き (SITE-21, D-28): a firm lets one above it act for it in structures."""

from datetime import datetime

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.proxies import (
    AlreadyGiven,
    ProxyOfItself,
    end_structure_proxy,
    give_structure_proxy,
)
from ccus.domain.sites.actions.structure import accept_invitation, invite, leave_structure, refuse_invitation
from ccus.domain.sites.models import StructureAcceptance, StructureMember, StructureProxy
from ccus.domain.sites.policies import acts_as_proxy
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import AlreadyChanged
from tests.factories import companies, seats, sites
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


@pytest.fixture
def proxy(cast: Cast, at: datetime) -> StructureProxy:
    """高橋鉄筋 lets 鈴木工務店 act for it."""
    return give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)


def test_the_firm_above_acts_for_the_firm_that_gave_the_proxy(
    cast: Cast, proxy: StructureProxy, at: datetime
) -> None:
    assert acts_as_proxy(firm(cast.suzuki), cast.second_tier)
    assert invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.suzuki), at=at).tier == 3


def test_both_names_stand_on_an_act_under_a_proxy(cast: Cast, proxy: StructureProxy, at: datetime) -> None:
    invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    event = Event.objects.get(act=Act.STRUCTURE_INVITED)
    assert (event.actor_id, event.detail) == (
        cast.suzuki.pk,
        {"in_the_name_of": f"company:{cast.takahashi.pk}"},
    )


def test_a_proxy_holds_only_where_the_taker_stands_above(
    cast: Cast, proxy: StructureProxy, at: datetime
) -> None:
    site = sites.site()
    spot = sites.spot(site, cast.takahashi, sites.prime_spot(site))
    with pytest.raises(NotAllowed):
        accept_invitation(member=spot, by=firm(cast.suzuki), at=at)


def test_a_firm_with_a_proxy_accepts_and_leaves(cast: Cast, proxy: StructureProxy, at: datetime) -> None:
    below = _invited_below_suzuki(cast)
    accept_invitation(member=below, by=firm(cast.suzuki), at=at)
    leave_structure(member=below, until_on=day_of(at), by=firm(cast.suzuki), at=at)
    assert StructureAcceptance.objects.get(member=below, superseded_at=None).valid_until == day_of(at)


def test_a_firm_with_a_proxy_refuses_an_invitation(cast: Cast, proxy: StructureProxy, at: datetime) -> None:
    below = _invited_below_suzuki(cast)
    refuse_invitation(member=below, by=firm(cast.suzuki), at=at)
    assert StructureMember.objects.get(pk=below.pk).refused_at == at


def _invited_below_suzuki(cast: Cast) -> StructureMember:
    site = sites.site()
    upper = sites.accept(sites.spot(site, cast.suzuki, sites.prime_spot(site)))
    return sites.spot(site, cast.takahashi, upper)


def test_nobody_else_acts_under_a_proxy_that_was_given_to_another(
    cast: Cast, proxy: StructureProxy, at: datetime
) -> None:
    with pytest.raises(NotAllowed, match="高橋鉄筋"):
        invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.sato), at=at)


@pytest.mark.parametrize("side", ["takahashi", "suzuki"])
def test_either_side_ends_a_proxy_at_once(side: str, cast: Cast, proxy: StructureProxy, at: datetime) -> None:
    end_structure_proxy(proxy=proxy, by=firm(getattr(cast, side)), at=at)
    with pytest.raises(NotAllowed):
        invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    with pytest.raises(AlreadyChanged):
        end_structure_proxy(proxy=proxy, by=firm(getattr(cast, side)), at=at)


def test_a_stranger_ends_no_proxy(cast: Cast, proxy: StructureProxy, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        end_structure_proxy(proxy=proxy, by=firm(cast.stranger), at=at)


def test_only_the_giver_gives_its_proxy(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="高橋鉄筋"):
        give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.suzuki), at=at)


def test_only_who_answers_for_the_whole_company_gives_its_proxy(cast: Cast, at: datetime) -> None:
    manager = seats.seat(cast.takahashi, Role.SITE_MANAGER)
    with pytest.raises(NotAllowed, match="事業者責任者"):
        give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=seats.actor_of(manager), at=at)


def test_a_proxy_is_given_once_and_not_to_oneself(cast: Cast, proxy: StructureProxy, at: datetime) -> None:
    with pytest.raises(AlreadyGiven, match="鈴木工務店"):
        give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)
    own = companies.company()
    with pytest.raises(ProxyOfItself):
        give_structure_proxy(giver=own, taker=own, by=firm(own), at=at)
