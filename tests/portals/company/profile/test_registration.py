"""事業者の登録, page by page: the applicant, the office, the company's first sign-in (REG-22)."""

import re

import pytest
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.models import Applicant, Application
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.notices.models import Mail
from tests.factories import applications as made
from tests.factories import officers
from tests.portals.filing import desk

pytestmark = pytest.mark.django_db
SECRET = re.compile(r'<code class="secret"[^>]*>([^<]+)</code>')


@pytest.fixture
def officer() -> OfficerMe:
    return officers.officer()


@pytest.fixture
def office(officer: OfficerMe) -> Client:
    return officers.client_of(officer)


def approved(office: Client, case: Application) -> None:
    office.post(f"/office/cases/{case.number}/hold/")
    office.post(f"/office/cases/{case.number}/approval/")
    case.refresh_from_db()


def test_somebody_who_registers_a_company_asks_for_a_login_for_it() -> None:
    answer = Client().post(
        "/register/",
        {
            "name": "登録 花子",
            "kana": "とうろく はなこ",
            "mail": "h@ashiba.example.jp",
            "about": "company",
            "consent": "on",
        },
    )
    assert answer.status_code == 302
    assert Applicant.objects.get().is_for_company
    assert Mail.objects.filter(to="h@ashiba.example.jp").exists()


def test_a_company_is_written_page_by_page_and_its_fee_is_told() -> None:
    me = desk.of_applicant(made.applicant(is_for_company=True))
    assert "事業者の新規登録を始める" in me.get("/filing/")
    page = me.started("company_registration")
    for section, raw in made.company_typed(me.actor).items():
        is_list = section in {"licences", "proofs"}
        there = f"{page}{section}/n1/" if is_list else f"{page}{section}/"
        me.get(there)
        assert me.post(there, **raw, version="0", act="next").status_code == 302, section
    assert "24,000円" in me.get(f"{page}check/")
    assert me.post(f"{page}check/").status_code == 302
    assert Application.objects.get().state == State.FEE_DUE


def test_the_office_approves_and_the_company_signs_in(office: Client) -> None:
    case = made.submitted(ApplicationKind.COMPANY_REGISTRATION)
    me = desk.of_filer(case)
    assert (
        "株式会社足場建設" in office.post(f"/office/cases/{case.number}/hold/", follow=True).content.decode()
    )
    approved(office, case)
    assert case.state == State.APPROVED
    assert "事業者の登録が完了しました" in me.get(f"/filing/{case.number}/")
    answer = me.post(f"/filing/{case.number}/id/").content.decode()
    found = SECRET.search(answer)
    assert found is not None
    assert "事業者ポータル" in answer
    number = Applicant.objects.values_list("company__number", flat=True).get()
    assert Client().login(username=number, password=found[1])


def test_the_queue_can_be_narrowed_to_companies(office: Client) -> None:
    case = made.submitted(ApplicationKind.COMPANY_REGISTRATION)
    other = made.submitted(ApplicationKind.CHANGE)
    shown = office.get("/office/queue/?kind=company_registration").content.decode()
    assert case.number in shown
    assert other.number not in shown


def test_the_office_compares_a_change_with_what_is_registered(office: Client) -> None:
    case = made.submitted(ApplicationKind.COMPANY_CHANGE)
    shown = office.post(f"/office/cases/{case.number}/hold/", follow=True).content.decode()
    assert "事業者ID" in shown
    assert "登録責任者" in shown
