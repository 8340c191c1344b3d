"""Whose a site is and who looks after it (SITE-15, SITE-17)."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Role
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.posts import LastManager, NotPosted, end_post, give_post
from ccus.domain.sites.actions.registration import edit_site, register_site
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.sites.owners import PostNotForRole, SeatUnknown, UnitNotYours
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.reading.sites import site_for, sites_of
from ccus.domain.sites.rows import AlreadyPosted
from ccus.domain.sites.terms import Post, Standing
from tests.domain.companies.branches import Branches, branches, held
from tests.factories import companies, seats, sites

TODAY, DECEMBER = date(2026, 11, 20), date(2026, 12, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(db: None) -> Branches:
    return branches()


@pytest.fixture
def own(firm: Branches) -> Site:
    """A site of 多摩営業所, below 東京支店."""
    return sites.site(prime=firm.company, unit=firm.tama, name="未来タワー")


def registered(firm: Branches, by: SeatMe, at: datetime, **values: Any) -> Site:
    given: dict[str, Any] = {
        "name": "新しい現場",
        "name_kana": "アタラシイゲンバ",
        "address": "東京都港区",
    }
    return register_site(
        prime=firm.company, from_on=DECEMBER, until_on=None, by=by.actor, at=at, **given | values
    )


def login(seat: SeatMe) -> str:
    return held(seat).account.login_id


def person(firm: Branches, role: Role = Role.SITE_MANAGER) -> SeatMe:
    return seats.seat(firm.company, role, name="現場 一郎")


def give(site: Site, seat: SeatMe, by: SeatMe, at: datetime, post: Post = Post.MANAGER) -> SitePost:
    return give_post(site=site, seat=login(seat), post=post, from_on=TODAY, by=by.actor, at=at)


def test_a_chief_may_give_a_site_to_any_unit_or_to_none(firm: Branches, at: datetime) -> None:
    assert registered(firm, firm.chief, at).unit is None
    assert registered(firm, firm.chief, at, unit=firm.osaka.key).unit == firm.osaka


def test_a_tier_managers_site_belongs_to_the_own_unit_or_one_below(firm: Branches, at: datetime) -> None:
    assert registered(firm, firm.manager, at).unit == firm.tokyo
    assert registered(firm, firm.manager, at, unit=firm.tachikawa.key).unit == firm.tachikawa
    with pytest.raises(UnitNotYours):
        registered(firm, firm.manager, at, unit=firm.osaka.key)


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_those_who_look_after_sites_register_none(role: Role, firm: Branches, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="現場の登録"):
        registered(firm, person(firm, role), at)


def test_a_tier_manager_reaches_sites_of_the_own_unit_and_below(firm: Branches, own: Site) -> None:
    whole, osaka = sites.site(prime=firm.company), sites.site(prime=firm.company, unit=firm.osaka)
    assert [shown.number for shown in sites_of(firm.manager.seated)] == [own.number]
    assert len(sites_of(firm.chief.seated)) == 3
    require_prime(firm.manager.actor, own)
    for other in (whole, osaka):
        with pytest.raises(NotAllowed, match="担当ではありません"):
            require_prime(firm.manager.actor, other)


def test_a_site_manager_edits_the_site_and_leaves_it_in_its_unit(
    firm: Branches, own: Site, at: datetime
) -> None:
    manager = person(firm)
    give(own, manager, firm.chief, at)
    edited = edit_site(site=own, name="別の名", name_kana="ベツノナ", address="港区", by=manager.actor, at=at)
    assert (edited.name, edited.unit) == ("別の名", firm.tama)


def test_whoever_registers_a_site_is_its_manager_where_nobody_is_named(firm: Branches, at: datetime) -> None:
    post = SitePost.objects.get(site=registered(firm, firm.manager, at))
    assert (post.seat_id, post.post, post.valid_from) == (firm.manager.seat, Post.MANAGER, TODAY)


def test_a_manager_is_named_at_the_registration(firm: Branches, at: datetime) -> None:
    manager = person(firm)
    site = registered(firm, firm.chief, at, manager=login(manager))
    assert SitePost.objects.get(site=site).seat_id == manager.seat


def test_a_stranger_cannot_be_named_manager(firm: Branches, at: datetime) -> None:
    stranger = seats.seat(companies.company(), Role.SITE_MANAGER)
    with pytest.raises(SeatUnknown) as refused:
        registered(firm, firm.chief, at, manager=login(stranger))
    assert refused.value.field == "manager"
    assert not Site.objects.exists()


@pytest.mark.parametrize(
    ("role", "post", "is_given"),
    [
        (Role.CHIEF, Post.MANAGER, True),
        (Role.TIER, Post.MANAGER, True),
        (Role.SITE_MANAGER, Post.MANAGER, True),
        (Role.SITE_VIEWER, Post.MANAGER, False),
        (Role.PROXY_CLERK, Post.MANAGER, False),
        (Role.SITE_VIEWER, Post.VIEWER, True),
        (Role.SITE_MANAGER, Post.VIEWER, True),
        (Role.TIER, Post.VIEWER, False),
        (Role.PROXY_CLERK, Post.VIEWER, False),
    ],
)
def test_a_role_fills_some_posts(
    role: Role, post: Post, is_given: bool, firm: Branches, own: Site, at: datetime
) -> None:
    named = {Role.CHIEF: firm.chief, Role.TIER: firm.manager}
    seat = named[role] if role in named else person(firm, role)
    if is_given:
        assert give(own, seat, firm.chief, at, post).post == post
    else:
        with pytest.raises(PostNotForRole):
            give(own, seat, firm.chief, at, post)


def test_the_person_is_told_of_the_post(firm: Branches, own: Site, at: datetime) -> None:
    manager = person(firm)
    give(own, manager, firm.chief, at)
    assert (
        "2026年11月20日から、未来タワーの現場管理者です" in Notice.objects.get(account=manager.account).body
    )


def test_a_site_manager_gives_no_posts(firm: Branches, own: Site, at: datetime) -> None:
    manager = person(firm)
    give(own, manager, firm.chief, at)
    with pytest.raises(NotAllowed, match="組織と利用者の管理"):
        give(own, person(firm), manager, at)


def test_a_subcontractor_gives_posts_to_its_own_people_where_it_has_a_spot(
    firm: Branches, own: Site, at: datetime
) -> None:
    below = companies.company(name="鈴木工務店")
    chief, manager = seats.seat(below), seats.seat(below, Role.SITE_MANAGER)
    with pytest.raises(SeatUnknown, match="施工体制にある事業者"):
        give(own, manager, chief, at)
    sites.spot(own, below, sites.prime_spot(own))
    give(own, manager, chief, at)
    assert [shown.number for shown in sites_of(manager.seated, standing=Standing.MEMBER)] == [own.number]
    with pytest.raises(NotAllowed):
        give(own, manager, firm.chief, at)


def test_a_post_is_held_once_on_any_day(firm: Branches, own: Site, at: datetime) -> None:
    manager = person(firm)
    give(own, manager, firm.chief, at)
    with pytest.raises(AlreadyPosted, match="現場 一郎さん"):
        give(own, manager, firm.chief, at, Post.VIEWER)


def test_the_last_manager_stays_until_another_is_named(firm: Branches, own: Site, at: datetime) -> None:
    manager = person(firm)
    give(own, manager, firm.chief, at)
    end = partial(end_post, site=own, seat=login(manager), until_on=TODAY, by=firm.chief.actor, at=at)
    with pytest.raises(LastManager, match="ただ一人"):
        end()
    give(own, firm.chief, firm.chief, at)
    end()
    assert site_for(manager.actor, own.number, Power.VIEW_STRUCTURE) is None
    with pytest.raises(NotPosted):
        end()


def test_running_sites_stand_before_those_to_come_and_those_that_are_over(firm: Branches) -> None:
    names = [shown.name for shown in sites_of(phased(firm).seated)]
    assert names == ["新しい現場", "古い現場", "来月の現場", "去年の現場"]


def test_a_page_of_sites_goes_on_where_the_last_one_ended(firm: Branches) -> None:
    sitting, after = phased(firm).seated, ""
    names: list[str] = []
    while page := sites_of(sitting, after=after, limit=1):
        names, after = [*names, page[0].name], page[0].number
    assert names == ["新しい現場", "古い現場", "来月の現場", "去年の現場"]


def phased(firm: Branches) -> SeatMe:
    """A chief with sites of every phase, the one that is over registered in the middle."""
    company = firm.company
    sites.site(prime=company, name="古い現場", period__valid_until=None)
    sites.site(prime=company, name="去年の現場", period__valid_until=TODAY)
    sites.site(prime=company, name="新しい現場", period__valid_until=TODAY + timedelta(days=1))
    sites.site(prime=company, name="来月の現場", period__valid_from=DECEMBER)
    return firm.chief
