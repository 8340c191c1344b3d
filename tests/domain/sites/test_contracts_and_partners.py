"""契約情報・工事情報, 共同企業体, 小規模現場 (SITE-01, SITE-16, SITE-18, D-20)."""

from datetime import date, datetime
from functools import partial
from typing import Any

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.companies.terms import Power
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.contracts import (
    ContractRemoved,
    add_contract,
    change_contract,
    remove_contract,
)
from ccus.domain.sites.actions.partners import AlreadyPartner, PartnerUnknown, add_partner, end_partner
from ccus.domain.sites.actions.registration import SmallSiteExists, edit_site, register_small_site
from ccus.domain.sites.contracting import ContractItems, ContractUnreadable
from ccus.domain.sites.models import Reader, SiteContract, SitePartner
from ccus.domain.sites.reading.sites import public_site, search_sites, site_for
from ccus.domain.sites.rules import SiteDetails, TextUnreadable
from ccus.domain.sites.terms import Standing
from ccus.foundation.periods import PeriodBackwards
from tests.factories import companies, seats
from tests.factories.personas import Cast, firm

TODAY, DECEMBER = date(2026, 11, 20), date(2026, 12, 1)
ITEMS = ContractItems(name="本体工事", client="未来不動産", order_form="joint", from_on=TODAY)
pytestmark = pytest.mark.django_db


def edited(cast: Cast, at: datetime, **details: Any) -> str:
    """What is kept of one identifying number."""
    site = edit_site(
        site=cast.site,
        name=cast.site.name,
        name_kana=cast.site.name_kana,
        address=cast.site.address,
        details=SiteDetails(**details),
        by=firm(cast.sato),
        at=at,
    )
    kept: str = getattr(site, next(iter(details)))
    return kept


def test_what_a_contract_said_before_a_change_stays_readable(cast: Cast, at: datetime) -> None:
    contract = add_contract(site=cast.site, items=ITEMS, by=firm(cast.sato), at=at)
    change_contract(contract=contract, items=ContractItems(name="外構"), by=firm(cast.sato), at=at)
    assert SiteContract.objects.get(removed_at=at).client == "未来不動産"
    assert SiteContract.objects.get(removed_at=None).name == "外構"


def test_a_contract_is_removed_once(cast: Cast, at: datetime) -> None:
    contract = add_contract(site=cast.site, items=ITEMS, by=firm(cast.sato), at=at)
    remove_contract(contract=contract, by=firm(cast.sato), at=at)
    with pytest.raises(ContractRemoved, match="本体工事"):
        change_contract(contract=contract, items=ITEMS, by=firm(cast.sato), at=at)


@pytest.mark.parametrize(
    ("items", "refusal"),
    [
        (ContractItems(name=" "), ContractUnreadable),
        (ContractItems(name="長" * 121), ContractUnreadable),
        (ContractItems(name="本体", order_form="other"), ContractUnreadable),
        (ContractItems(name="本体", from_on=DECEMBER, until_on=TODAY), PeriodBackwards),
    ],
)
def test_a_contract_that_cannot_stand_is_refused(
    items: ContractItems, refusal: type[Exception], cast: Cast, at: datetime
) -> None:
    with pytest.raises(refusal):
        add_contract(site=cast.site, items=items, by=firm(cast.sato), at=at)


def test_a_subcontractor_has_no_hand_in_contracts_or_partners(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="佐藤建設"):
        add_contract(site=cast.site, items=ITEMS, by=firm(cast.suzuki), at=at)
    with pytest.raises(NotAllowed, match="佐藤建設"):
        add_partner(site=cast.site, company="1", from_on=TODAY, by=firm(cast.suzuki), at=at)


def test_a_partner_is_told_and_may_view_only(cast: Cast, at: datetime) -> None:
    chief = seats.seat(cast.stranger)
    number = cast.stranger.number
    add_partner(site=cast.site, company=number, from_on=TODAY, by=firm(cast.sato), at=at)
    seen = site_for(chief.actor, cast.site.number, Power.VIEW_STRUCTURE)
    assert seen is not None
    assert seen.standing is Standing.PARTNER
    assert site_for(chief.actor, cast.site.number, Power.EDIT_SITE) is None
    assert "未来タワー新築工事の構成員" in Notice.objects.get(account=chief.account).body


def test_a_partner_is_listed_once_and_taken_off_once(cast: Cast, at: datetime) -> None:
    by, number = firm(cast.sato), cast.stranger.number
    add = partial(add_partner, site=cast.site, company=number, from_on=TODAY, by=by, at=at)
    end = partial(end_partner, site=cast.site, company=number, until_on=DECEMBER, by=by, at=at)
    add()
    with pytest.raises(AlreadyPartner):
        add()
    end()
    assert SitePartner.objects.get(superseded_at=None).valid_until == DECEMBER
    with pytest.raises(PartnerUnknown):
        end()


def test_the_prime_is_no_partner_of_itself(cast: Cast, at: datetime) -> None:
    with pytest.raises(PartnerUnknown, match="元請事業者は"):
        add_partner(site=cast.site, company=cast.sato.number, from_on=TODAY, by=firm(cast.sato), at=at)


def test_a_small_site_comes_with_period_manager_and_reader(at: datetime) -> None:
    prime = companies.company()
    chief = seats.seat(prime)
    made = register_small_site(
        prime=prime, name="山田様邸　水道修理", address="東京都北区", from_on=TODAY, by=chief.actor, at=at
    )
    assert (made.site.is_small, made.site.name, made.site.name_kana) == (True, "山田様邸 水道修理", "")
    assert made.site.periods.get().valid_until == date(2026, 11, 21)
    assert made.site.posts.get().seat_id == chief.seat
    assert Reader.objects.get(place=made.site.place).name == "スマートフォン"


def test_the_same_small_site_is_registered_once(cast: Cast, at: datetime) -> None:
    register = partial(
        register_small_site, prime=cast.sato, name="山田様邸", address="北区", by=firm(cast.sato), at=at
    )
    register(from_on=TODAY)
    with pytest.raises(SmallSiteExists, match="2026年11月20日から"):
        register(from_on=TODAY)
    register(from_on=DECEMBER)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("labour_insurance", "13-1-01-012345-000", "13101012345000"),
        ("building_confirmation", "第Ｒ08 確認 001号", "第R08確認001号"),
        ("corins", "４００１２３－ａ", "400123-A"),
    ],
)
def test_an_identifying_number_is_kept_in_one_form(
    field: str, typed: str, kept: str, cast: Cast, at: datetime
) -> None:
    assert edited(cast, at, **{field: typed}) == kept
    assert [site.number for site in search_sites(typed)] == [cast.site.number]


@pytest.mark.parametrize(
    ("field", "typed"),
    [("labour_insurance", "131"), ("corins", "1" * 21), ("building_confirmation", "長" * 41)],
)
def test_a_number_that_cannot_be_is_refused_at_its_field(
    field: str, typed: str, cast: Cast, at: datetime
) -> None:
    with pytest.raises(TextUnreadable) as refused:
        edited(cast, at, **{field: typed})
    assert refused.value.field == field


def test_an_edit_says_which_items_changed_and_nothing_when_none_did(cast: Cast, at: datetime) -> None:
    edited(cast, at, corins="123456")
    edited(cast, at, corins="123456")
    assert Event.objects.get(act=Act.SITE_EDITED).detail == {"columns": ["corins"]}


def test_everybody_may_know_name_address_and_prime_of_a_site(cast: Cast) -> None:
    seen = public_site(cast.site.number)
    assert seen is not None
    assert (seen.name, seen.prime_name) == ("未来タワー新築工事", "佐藤建設")
    assert public_site("12345678901223") is None
    assert search_sites("未来タワー") == ()
