"""ホーム of a company: what waits, by role."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Company, CompanyTerm
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.structure import invite
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock as now
from tests.domain.companies.branches import Branches
from tests.factories import companies, seats, sites, workers

HOME = "/company/"
NOTHING = "今、答えを待っているものはありません"


def words(client: Client, address: str = HOME) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(company: Company) -> None:
    """A worker asks for the link, and a prime invites."""
    worker, on = workers.worker(), date(2026, 11, 1)
    ask_affiliation(
        worker=worker, company=company, is_main=True, from_on=on, by=as_actor(worker), at=now.now()
    )
    site = sites.site(name="港南タワー新築工事")
    invite(upper=sites.prime_spot(site), company=company, by=SYSTEM, at=now.now())


def ends(company: Company, until: date) -> None:
    CompanyTerm.objects.create(
        company=company,
        valid_from=date(2021, 11, 1),
        valid_until=until,
        recorded_at=now.now(),
        recorded_by="system:0",
    )


def test_whoever_has_nothing_to_answer_is_told_so(chief: Client) -> None:
    assert NOTHING in words(chief)


def test_requests_and_invitations_wait_on_the_home_page(chief: Client, firm: Branches) -> None:
    asked(firm.company)
    body = words(chief)
    assert "所属の申請が1件" in body
    assert "要請が1件" in body
    assert "港南タワー新築工事" in body


def test_each_role_sees_what_it_may_answer(firm: Branches) -> None:
    asked(firm.company)
    clerk = seats.client_of(seats.seat(firm.company, Role.PROXY_CLERK))
    assert NOTHING in words(clerk)
    assert "港南タワー" not in words(clerk)


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2026, 12, 1), "事業者登録の更新ができます"),
        (date(2026, 11, 1), "事業者登録の有効期限が過ぎました"),
        (date(2027, 12, 1), NOTHING),
    ],
)
def test_the_end_of_the_registration_is_said_in_time(
    chief: Client, firm: Branches, until: date, said: str
) -> None:
    ends(firm.company, until)
    assert said in words(chief)


def test_only_the_chief_is_told_to_renew(manager: Client, firm: Branches) -> None:
    ends(firm.company, date(2026, 12, 1))
    assert NOTHING in words(manager)


def test_what_has_to_be_counted_comes_after_the_page(
    chief: Client, firm: Branches, clock: time_machine.Traveller
) -> None:
    assert 'hx-get="/company/ahead/"' in words(chief)
    assert "<html" in words(chief, "/company/ahead/")
    part = chief.get("/company/ahead/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "期限が来るものは、ありません" in part


def test_a_role_without_sites_or_workers_counts_nothing(firm: Branches) -> None:
    clerk = seats.client_of(seats.seat(firm.company, Role.PROXY_CLERK))
    assert "/company/ahead/" not in words(clerk)
    assert "見通し" not in words(clerk, "/company/ahead/")


def test_the_home_page_costs_the_same_for_many_invitations(chief: Client, firm: Branches) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as done:
            chief.get(HOME)
        return len(done)

    asked(firm.company)
    few = statements()
    for _ in range(5):
        asked(firm.company)
    assert statements() == few


def test_the_sites_of_the_company_stand_on_the_home_page(chief: Client, firm: Branches) -> None:
    sites.site(prime=firm.company, name="寿" * 40)
    assert "寿" * 40 in words(chief)
    stranger = seats.client_of(seats.seat(companies.company()))
    assert "寿" * 40 not in words(stranger)
