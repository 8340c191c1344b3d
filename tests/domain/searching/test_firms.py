"""事業者の検索: what is registered of a firm for everybody, and of a 一人親方 no more than the town (SEEK-09)."""

from datetime import date

import pytest

from ccus.domain.companies.models import Company, CompanyIdentity, CompanyLicence, CompanyLocation
from ccus.domain.searching.firms import FirmCriteria, firm_numbered, firms_found
from tests.domain.searching.world import FACT
from tests.factories.companies import company

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def firm() -> Company:
    """株式会社 足場建設 in 千代田区, with a licence for とび・土工."""
    return registered(company(name="株式会社 足場建設", name_kana="アシバ ケンセツ"))


def registered(one: Company) -> Company:
    form, number = ("sole", "") if one.is_sole_proprietor else ("corporate", "1234567890123")
    CompanyIdentity.objects.create(
        company=one, name=one.name, kana=one.name_kana, form=form, corporate_number=number,
        representative="足場 太郎", representative_kana="アシバ タロウ", **FACT,
    )  # fmt: skip
    CompanyLocation.objects.create(
        company=one, postcode="1000001", prefecture_id="13", town="千代田区千代田", street="1番1号",
        phone="+81335550000", **FACT,
    )  # fmt: skip
    CompanyLicence.objects.create(
        company=one,
        trade="05",
        authority="governor",
        prefecture_id="13",
        grade="general",
        number="123",
        **FACT,
    )
    return one


def found(**criteria: str) -> list[str]:
    return [one.name for one in firms_found(FirmCriteria(**criteria), on=TODAY, page=1)[0]]


@pytest.mark.parametrize(
    "criteria",
    [{"name": "足場"}, {"name": "会社足"}, {"kana": "アシバケ"}, {"prefecture": "13"}, {"licence": "05"}],
)
def test_a_firm_is_found_by_any_of_its_criteria(criteria: dict[str, str], firm: Company) -> None:
    assert found(**criteria) == [firm.name]
    assert found(number=firm.number, **criteria) == [firm.name]


@pytest.mark.parametrize(
    "criteria", [{"name": "高橋"}, {"kana": "ケンセツ"}, {"prefecture": "27"}, {"licence": "01"}]
)
def test_whoever_answers_to_one_of_two_criteria_is_not_found(criteria: dict[str, str], firm: Company) -> None:
    assert found(number=firm.number, **criteria) == []


def test_what_is_registered_of_a_firm_stands_for_everybody(firm: Company) -> None:
    shown = firm_numbered(firm.number, on=TODAY)
    assert shown is not None
    assert (shown.representative, shown.address) == ("足場 太郎", "東京都千代田区千代田1番1号")
    assert (shown.phone, shown.licences) == ("03-3555-0000", ("とび・土工工事業（一般）",))


def test_of_a_one_person_business_only_the_town_is_told() -> None:
    one = registered(company(name="建設 未来", is_sole_proprietor=True))
    shown = firm_numbered(one.number, on=TODAY)
    assert shown is not None
    assert (shown.representative, shown.address, shown.phone) == ("", "東京都千代田区", "")


def test_a_town_that_the_list_does_not_know_is_left_out_of_the_address() -> None:
    one = company(is_sole_proprietor=True)
    CompanyLocation.objects.create(
        company=one, postcode="0000000", prefecture_id="13", town="どこか町", street="1", phone="1", **FACT
    )
    shown = firm_numbered(one.number, on=TODAY)
    assert shown is not None
    assert shown.address == "東京都"


def test_a_firm_without_anything_registered_is_shown_by_name_and_number() -> None:
    one = company(name="届出のない会社")
    shown = firm_numbered(one.number, on=TODAY)
    assert shown is not None
    assert (shown.name, shown.address, shown.licences) == ("届出のない会社", "", ())


def test_a_number_that_leads_nowhere_is_no_firm() -> None:
    assert firm_numbered("99999999999999", on=TODAY) is None
    assert firm_numbered("abc", on=TODAY) is None
