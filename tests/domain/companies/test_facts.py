"""登録された事業者情報: entered, changed, read on any day (REG-20, REG-21)."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.facts import (
    change_company_fact,
    enter_company_fact,
    remove_company_fact,
)
from ccus.domain.companies.blocks import CATALOGUE, CorporateNumberWrong
from ccus.domain.companies.models import Company
from ccus.domain.companies.refused import CompanyBlockFilled, CompanyBlockStays, LicenceTwice
from ccus.domain.companies.registered import company_facts
from ccus.foundation.entry.block import Value, Values
from ccus.foundation.kept.catalogue import KeptBlock
from tests.factories.firms import FACTS, REGISTERED_AT, registered
from tests.factories.personas import firm

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def held(company: Company, key: str, on: date = TODAY) -> Values:
    return company_facts(company.pk, on=on, keys=[key])[key][0].values


def changed(company: Company, key: str, **values: Value) -> None:
    row = company_facts(company.pk, on=TODAY, keys=[key])[key][0]
    change_company_fact(
        company=company,
        key=key,
        base=row.id,
        values={**row.values, "since": None, **values},
        by=SYSTEM,
        at=AT,
    )


@pytest.mark.parametrize("kept", CATALOGUE, ids=lambda kept: kept.block.key)
def test_every_block_is_read_as_it_was_entered(kept: KeptBlock) -> None:
    said = held(registered(), kept.block.key)
    expected = {name: value for name, value in FACTS[kept.block.key].items() if value not in (None, "")}
    assert {name: said[name] for name in expected} == expected


def test_a_company_takes_the_name_that_is_registered_about_it() -> None:
    company = registered()
    changed(company, "identity", name="足場ホールディングス株式会社", kana="アシバホールディングス")
    assert Company.objects.get(pk=company.pk).name == "足場ホールディングス株式会社"
    assert held(company, "identity", date(2026, 5, 1))["name"] == "株式会社足場建設"


def test_whoever_becomes_a_one_person_business_is_one() -> None:
    company = registered()
    changed(company, "identity", form="sole", corporate_number=None)
    assert Company.objects.get(pk=company.pk).is_sole_proprietor


def test_a_corporate_number_with_a_wrong_digit_is_refused() -> None:
    with pytest.raises(CorporateNumberWrong, match="7000012050003"):
        changed(registered(), "identity", corporate_number="7000012050003")


def test_a_block_that_is_held_once_is_not_entered_again() -> None:
    company = registered()
    with pytest.raises(CompanyBlockFilled, match="所在地・電話番号は、すでに"):
        enter_company_fact(company=company, key="location", values=FACTS["location"], by=SYSTEM, at=AT)


def test_the_same_licence_is_not_entered_twice() -> None:
    company = registered()
    with pytest.raises(LicenceTwice):
        enter_company_fact(company=company, key="licences", values=FACTS["licences"], by=SYSTEM, at=AT)


def test_a_licence_is_taken_back_and_the_address_stays() -> None:
    company = registered()
    facts = company_facts(company.pk, on=TODAY)
    remove_company_fact(company=company, key="licences", base=facts["licences"][0].id, by=SYSTEM, at=AT)
    assert company_facts(company.pk, on=TODAY)["licences"] == ()
    with pytest.raises(CompanyBlockStays):
        remove_company_fact(company=company, key="location", base=facts["location"][0].id, by=SYSTEM, at=AT)


def test_nobody_but_the_office_enters_what_is_registered() -> None:
    company = registered()
    with pytest.raises(NotAllowed):
        enter_company_fact(company=company, key="licences", values=FACTS["licences"], by=firm(company), at=AT)


def test_what_was_known_on_a_day_stays_readable() -> None:
    company = registered()
    changed(company, "capital", capital=50_000)
    known = company_facts(company.pk, on=TODAY, known_at=REGISTERED_AT, keys=["capital"])["capital"]
    assert [row.values["capital"] for row in known] == [10_000]


def test_registered_facts_of_companies_are_never_rewritten() -> None:
    company = registered()
    with (
        connection.cursor() as cursor,
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute("update company_capital set capital = 1 where company_id = %s", [company.pk])


def test_the_database_refuses_a_corporate_number_of_an_individual() -> None:
    company = registered()
    row = company.identities.get()
    row.pk, row.form, row.superseded_at = None, "individual", AT
    with pytest.raises(IntegrityError, match="company_identity_number_of_corporations"):
        row.save(force_insert=True)
