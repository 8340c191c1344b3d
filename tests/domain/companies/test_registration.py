"""事業者登録 (REG-01, REG-03)."""

from datetime import datetime

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.registration import register_company
from ccus.domain.companies.rules import CompanyNameUnreadable
from tests.factories import companies
from tests.factories.personas import firm

pytestmark = pytest.mark.django_db


def test_a_company_gets_a_number_of_its_kind(at: datetime) -> None:
    company = register_company(name="髙橋鉄筋　株式会社", name_kana="たかはしてっきん", by=SYSTEM, at=at)
    assert company.number.endswith("22")
    assert (company.name, company.name_kana) == ("髙橋鉄筋 株式会社", "タカハシテッキン")
    assert Event.objects.get(subject_kind="company").subject_id == company.pk


def test_a_one_person_business_is_a_company_too(at: datetime) -> None:
    company = register_company(
        name="木村塗装", name_kana="キムラトソウ", is_sole_proprietor=True, by=SYSTEM, at=at
    )
    assert company.is_sole_proprietor


@pytest.mark.parametrize(
    ("name", "kana", "field"),
    [
        ("　", "サトウ", "name"),
        ("長" * 81, "ナガイ", "name"),
        ("佐藤建設", "", "name_kana"),
        ("佐藤建設", "佐藤", "name_kana"),
        ("佐藤建設", "サ" * 121, "name_kana"),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_at_its_field(
    name: str, kana: str, field: str, at: datetime
) -> None:
    with pytest.raises(CompanyNameUnreadable) as refused:
        register_company(name=name, name_kana=kana, by=SYSTEM, at=at)
    assert refused.value.field == field


def test_no_company_registers_another(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        register_company(name="佐藤建設", name_kana="サトウケンセツ", by=firm(companies.company()), at=at)
