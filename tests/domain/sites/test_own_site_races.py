"""Two people of one company at once: one act stands, the other is told."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.contracts import ContractRemoved, add_contract, change_contract
from ccus.domain.sites.actions.posts import LastManager, end_post, give_post
from ccus.domain.sites.actions.readers import ReaderRevoked, revoke_reader
from ccus.domain.sites.actions.registration import SmallSiteExists, change_period, register_small_site
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.models import AccumulationPeriod, Site, SitePost
from ccus.domain.sites.rows import AlreadyPosted
from ccus.domain.sites.terms import Post
from ccus.foundation.databases import Databases
from tests.domain.companies.branches import held
from tests.domain.races import contested
from tests.factories import seats, sites

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


@pytest.fixture
def own(fresh_database: Databases) -> Site:
    return sites.site()


def posted(site: Site) -> partial[SitePost]:
    """Giving the site to a new manager."""
    login_id = held(seats.seat(site.prime, Role.SITE_MANAGER)).account.login_id
    return partial(give_post, site=site, seat=login_id, post=Post.MANAGER, from_on=TODAY, by=SYSTEM, at=AT)


def test_of_two_posts_at_once_one_stands(own: Site) -> None:
    give = posted(own)
    assert isinstance(contested(give, give), AlreadyPosted)
    assert SitePost.objects.count() == 1


def test_of_the_last_two_managers_one_stays(own: Site) -> None:
    ends = []
    for give in (posted(own), posted(own)):
        login_id = give().seat.account.login_id
        ends.append(partial(end_post, site=own, seat=login_id, until_on=TODAY, by=SYSTEM, at=AT))
    assert isinstance(contested(*ends), LastManager)


def test_of_two_changes_of_a_period_the_second_builds_on_the_first(own: Site) -> None:
    first = partial(change_period, site=own, from_on=date(2026, 3, 1), until_on=None, by=SYSTEM, at=AT)
    second = partial(change_period, site=own, from_on=date(2026, 2, 1), until_on=None, by=SYSTEM, at=AT)
    assert contested(first, second) is None
    standing = AccumulationPeriod.objects.get(site=own, superseded_at=None)
    assert standing.valid_from == date(2026, 2, 1)
    assert AccumulationPeriod.objects.filter(site=own).count() == 3


def test_a_reader_is_stopped_once_by_two(own: Site) -> None:
    stop = partial(revoke_reader, reader=sites.reader(own), by=SYSTEM, at=AT)
    assert isinstance(contested(stop, stop), ReaderRevoked)


def test_of_two_changes_of_a_contract_one_stands(own: Site) -> None:
    items = ContractItems(name="本体工事")
    contract = add_contract(site=own, items=items, by=SYSTEM, at=AT)
    change = partial(change_contract, contract=contract, items=items, by=SYSTEM, at=AT)
    assert isinstance(contested(change, change), ContractRemoved)


def test_of_two_same_small_sites_at_once_one_is_registered(own: Site) -> None:
    register = partial(
        register_small_site, prime=own.prime, name="山田様邸", address="北区", from_on=TODAY, by=SYSTEM, at=AT
    )
    assert isinstance(contested(register, register), SmallSiteExists)
