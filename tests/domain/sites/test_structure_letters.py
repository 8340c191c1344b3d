"""施工体制の知らせ (SITE-05, SITE-19, SITE-21): both sides are told, and nobody else."""

from datetime import date, datetime

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.links import accept_link, make_link
from ccus.domain.sites.actions.proxies import end_structure_proxy, give_structure_proxy
from ccus.domain.sites.actions.stand_ins import claim_stand_in, declare_stand_in, name_stand_in
from ccus.domain.sites.actions.structure import (
    accept_invitation,
    invite,
    leave_structure,
    refuse_invitation,
    withdraw_invitation,
)
from tests.factories import seats
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
Sides = dict[str, int]


@pytest.fixture
def sides(cast: Cast) -> Sides:
    """Who reads the notices of each firm."""
    named: dict[str, Company] = {"sato": cast.sato, "suzuki": cast.suzuki, "stranger": cast.stranger}
    return {name: seats.seat(company).account for name, company in named.items()}


def told(sides: Sides, title: str) -> set[str]:
    accounts = set(Notice.objects.filter(title__startswith=title).values_list("account", flat=True))
    return {name for name, account in sides.items() if account in accounts}


def test_both_sides_are_told_of_a_request_and_its_withdrawal(cast: Cast, sides: Sides, at: datetime) -> None:
    member = invite(upper=cast.first_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    withdraw_invitation(member=member, by=firm(cast.suzuki), at=at)
    assert told(sides, "施工体制登録の要請（") == {"suzuki", "stranger"}
    assert told(sides, "施工体制登録の要請が取り下げられました") == {"suzuki", "stranger"}


def test_both_sides_are_told_of_an_acceptance_and_a_departure(cast: Cast, sides: Sides, at: datetime) -> None:
    member = invite(upper=cast.first_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    accept_invitation(member=member, by=firm(cast.stranger), at=at)
    leave_structure(member=member, until_on=date(2026, 12, 1), by=firm(cast.stranger), at=at)
    assert told(sides, "施工体制登録が承認されました") == {"suzuki", "stranger"}
    assert told(sides, "施工体制から外れる日が決まりました") == {"suzuki", "stranger"}
    assert "最後の日：2026年11月30日" in Notice.objects.filter(title__startswith="施工体制から")[0].body


def test_both_sides_are_told_of_a_refusal(cast: Cast, sides: Sides, at: datetime) -> None:
    member = invite(upper=cast.first_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    refuse_invitation(member=member, by=firm(cast.stranger), at=at)
    assert told(sides, "施工体制登録の要請が断られました") == {"suzuki", "stranger"}


def test_both_sides_are_told_of_a_claim(cast: Cast, sides: Sides, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.first_tier, name="未来塗装", by=firm(cast.suzuki), at=at)
    link = name_stand_in(member=stand_in, company=cast.stranger, by=firm(cast.suzuki), at=at)
    assert told(sides, "未登録だった事業者の場所を引き受けてください") == {"suzuki", "stranger"}
    claim_stand_in(link=link, by=firm(cast.stranger), at=at)
    assert told(sides, "未登録だった事業者の場所が引き受けられました") == {"suzuki", "stranger"}


def test_both_sides_are_told_when_somebody_joins_by_a_link(cast: Cast, sides: Sides, at: datetime) -> None:
    token = make_link(upper=cast.first_tier, by=firm(cast.suzuki), at=at).token
    accept_link(token=token, company=cast.stranger, by=firm(cast.stranger), at=at)
    assert told(sides, "施工体制登録が承認されました") == {"suzuki", "stranger"}


def test_both_sides_are_told_of_a_proxy_and_its_end(cast: Cast, sides: Sides, at: datetime) -> None:
    proxy = give_structure_proxy(giver=cast.stranger, taker=cast.suzuki, by=firm(cast.stranger), at=at)
    end_structure_proxy(proxy=proxy, by=firm(cast.suzuki), at=at)
    assert told(sides, "施工体制の代理手続きが認められました") == {"suzuki", "stranger"}
    assert told(sides, "施工体制の代理手続きが終わりました") == {"suzuki", "stranger"}


def test_whoever_works_on_no_structure_reads_none_of_it(cast: Cast, sides: Sides, at: datetime) -> None:
    clerk = seats.seat(cast.stranger, Role.PROXY_CLERK)
    invite(upper=cast.first_tier, company=cast.stranger, by=firm(cast.suzuki), at=at)
    assert not Notice.objects.filter(account=clerk.account).exists()
