"""施工体制を読む (SITE-23): the tree of a site, and what a firm sees of it."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.stand_ins import declare_stand_in, name_stand_in
from ccus.domain.sites.actions.structure import invite, leave_structure, withdraw_invitation
from ccus.domain.sites.reading.rosters import rosters_open_to
from ccus.domain.sites.reading.structure import Tree, tree_of
from ccus.domain.sites.reading.structure_of_firm import namings_of, spots_of
from ccus.domain.sites.terms import SpotState
from tests.factories import companies, seats, sites
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


def told(tree: Tree) -> list[tuple[str, SpotState, int]]:
    return [(spot.name, spot.state, spot.heads) for spot in tree.spots]


def test_the_tree_tells_each_firm_its_state_and_its_heads(cast: Cast, at: datetime) -> None:
    invite(upper=cast.first_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    assert told(tree_of(cast.site.pk)) == [
        ("佐藤建設", SpotState.PRIME, 0),
        ("鈴木工務店", SpotState.ACCEPTED, 0),
        ("高橋鉄筋", SpotState.ACCEPTED, 1),
        ("他社", SpotState.WAITING, 0),
        ("未来塗装", SpotState.STAND_IN, 0),
    ]


def test_a_firm_that_left_is_told_so_after_its_last_day(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.second_tier, until_on=date(2026, 11, 10), by=firm(cast.takahashi), at=at)
    states = [tree_of(cast.site.pk, on=day).spots[2].state for day in (date(2026, 11, 9), date(2026, 11, 10))]
    assert states == [SpotState.ACCEPTED, SpotState.LEFT]


def test_below_a_withdrawn_invitation_nobody_is_drawn(cast: Cast, at: datetime) -> None:
    waiting = invite(upper=cast.second_tier, company=cast.stranger, by=firm(cast.takahashi), at=at)
    invite(upper=waiting, company=companies.company(), by=firm(cast.stranger), at=at)
    withdraw_invitation(member=waiting, by=firm(cast.takahashi), at=at)
    assert len(tree_of(cast.site.pk).spots) == 3


def test_a_firm_sees_its_way_up_and_what_is_below_and_no_side_branch(cast: Cast) -> None:
    sites.spot(cast.site, cast.stranger, cast.prime)
    seen = tree_of(cast.site.pk).branch_of(cast.suzuki.pk)
    assert [spot.name for spot in seen.spots] == ["佐藤建設", "鈴木工務店", "高橋鉄筋"]


def test_a_tree_takes_three_statements_whatever_its_size(cast: Cast) -> None:
    for _ in range(20):
        sites.accept(sites.spot(cast.site, companies.company(), cast.first_tier))
    with CaptureQueriesContext(connection) as asked:
        assert len(tree_of(cast.site.pk).spots) == 23
    assert len(asked) == 3


def test_a_firm_finds_the_spots_it_holds_and_those_it_is_invited_to(cast: Cast, at: datetime) -> None:
    invite(upper=cast.prime, company=cast.takahashi, by=firm(cast.sato), at=at)
    states = [(spot.upper_name, spot.state) for spot in spots_of(cast.takahashi.pk)]
    assert states == [("佐藤建設", SpotState.WAITING), ("鈴木工務店", SpotState.ACCEPTED)]


def test_spots_and_rosters_at_sites_that_are_over_stand_last(cast: Cast, at: datetime) -> None:
    over = sites.site(prime=cast.sato, name="去年の現場", period__valid_until=date(2026, 11, 20))
    sites.spot(over, cast.takahashi, sites.prime_spot(over))
    assert [spot.site_name for spot in spots_of(cast.takahashi.pk)] == [cast.site.name, "去年の現場"]
    rosters = rosters_open_to(firm(cast.takahashi), at=at)
    assert [(roster.site, roster.is_over) for roster in rosters] == [
        (cast.site.name, False),
        ("去年の現場", True),
    ]


def test_an_account_for_certain_sites_finds_the_spots_of_those_only(cast: Cast) -> None:
    manager = seats.seat(cast.takahashi, Role.SITE_MANAGER)
    assert spots_of(cast.takahashi.pk, manager.seated) == ()


def test_a_firm_finds_the_stand_ins_that_it_was_named_for(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.sato), at=at)
    (naming,) = namings_of(cast.stranger.pk)
    assert (naming.upper_name, naming.stand_in_name) == ("佐藤建設", "未来塗装")
