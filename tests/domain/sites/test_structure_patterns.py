"""施工体制パターン (SITE-22): a usual tree of firms, kept from one site and used at the next."""

from datetime import datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.sites.actions.proxies import give_structure_proxy
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.actions.structure_patterns import (
    PatternEmpty,
    PatternNamed,
    PatternRemoved,
    remove_structure_pattern,
    save_structure_pattern,
    use_structure_pattern,
)
from ccus.domain.sites.models import StructureMember, StructurePattern
from tests.factories import companies, sites
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


@pytest.fixture
def pattern(cast: Cast, at: datetime) -> StructurePattern:
    """佐藤建設 keeps its site's tree: 鈴木工務店 and below it 高橋鉄筋."""
    return save_structure_pattern(member=cast.prime, name="いつもの鉄筋", by=firm(cast.sato), at=at)


@pytest.fixture
def next_site(cast: Cast) -> StructureMember:
    """The prime's spot at another site of 佐藤建設."""
    return sites.prime_spot(sites.site(prime=cast.sato))


def test_a_pattern_keeps_the_firms_below_in_their_order(cast: Cast, pattern: StructurePattern) -> None:
    firms = [(f.company, f.parent.company if f.parent else None) for f in pattern.firms.order_by("pk")]
    assert firms == [(cast.suzuki, None), (cast.takahashi, cast.suzuki)]


def test_a_stand_in_and_its_branch_are_left_out_of_a_pattern(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    sites.spot(cast.site, companies.company(), stand_in)
    pattern = save_structure_pattern(member=cast.prime, name="塗装", by=firm(cast.sato), at=at)
    assert pattern.firms.count() == 2


def test_without_firms_below_there_is_no_pattern(cast: Cast, at: datetime) -> None:
    with pytest.raises(PatternEmpty):
        save_structure_pattern(member=cast.second_tier, name="空", by=firm(cast.takahashi), at=at)


def test_two_patterns_of_a_firm_have_two_names(cast: Cast, pattern: StructurePattern, at: datetime) -> None:
    with pytest.raises(PatternNamed, match="いつもの鉄筋"):
        save_structure_pattern(member=cast.prime, name="いつもの鉄筋", by=firm(cast.sato), at=at)


def test_a_pattern_invites_whom_it_may_and_says_what_it_did_not(
    cast: Cast, pattern: StructurePattern, next_site: StructureMember, at: datetime
) -> None:
    used = use_structure_pattern(pattern=pattern, upper=next_site, by=firm(cast.sato), at=at)
    assert (used.invited, used.accepted) == (("鈴木工務店",), ())
    assert [name for name, _ in used.not_done] == ["高橋鉄筋"]


def test_a_pattern_builds_the_whole_tree_where_proxies_stand(
    cast: Cast, pattern: StructurePattern, next_site: StructureMember, at: datetime
) -> None:
    for giver in (cast.suzuki, cast.takahashi):
        give_structure_proxy(giver=giver, taker=cast.sato, by=firm(giver), at=at)
    used = use_structure_pattern(pattern=pattern, upper=next_site, by=firm(cast.sato), at=at)
    assert used.accepted == ("鈴木工務店", "高橋鉄筋")
    assert not used.not_done


def test_a_pattern_used_twice_invites_nobody_twice(
    cast: Cast, pattern: StructurePattern, next_site: StructureMember, at: datetime
) -> None:
    results = [
        use_structure_pattern(pattern=pattern, upper=next_site, by=firm(cast.sato), at=at) for _ in range(2)
    ]
    assert [used.invited for used in results] == [("鈴木工務店",), ()]


def test_a_pattern_that_would_put_a_firm_below_itself_leaves_it_out(
    cast: Cast, pattern: StructurePattern, at: datetime
) -> None:
    site = sites.site(prime=cast.suzuki)
    below = sites.accept(sites.spot(site, cast.sato, sites.prime_spot(site)))
    used = use_structure_pattern(pattern=pattern, upper=below, by=firm(cast.sato), at=at)
    assert used.not_done[0][0] == "鈴木工務店"
    assert "上位にすでにいます" in used.not_done[0][1]


def test_a_pattern_of_another_firm_is_not_used(cast: Cast, pattern: StructurePattern, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        use_structure_pattern(pattern=pattern, upper=cast.first_tier, by=firm(cast.suzuki), at=at)


def test_a_removed_pattern_is_used_no_more(
    cast: Cast, pattern: StructurePattern, next_site: StructureMember, at: datetime
) -> None:
    remove_structure_pattern(pattern=pattern, by=firm(cast.sato), at=at)
    with pytest.raises(PatternRemoved):
        use_structure_pattern(pattern=pattern, upper=next_site, by=firm(cast.sato), at=at)
    with pytest.raises(PatternRemoved):
        remove_structure_pattern(pattern=pattern, by=firm(cast.sato), at=at)
