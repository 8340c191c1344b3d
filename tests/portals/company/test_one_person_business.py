"""一人親方: worker and company in one (ORG-02, ORG-04, ORG-11)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.seats import open_chief
from ccus.domain.companies.models import Company
from ccus.foundation import clock as now
from tests.factories import companies
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def kimura() -> cast.Person:
    """A worker who is a company too, and signs in with the 技能者ID."""
    person = cast.settled("木村 一", "キムラ ハジメ")
    company: Company = companies.company(name="木村塗装", is_sole_proprietor=True)
    account = person.worker.account
    open_chief(company=company, name="木村 一", mail="", account=account, by=SYSTEM, at=now.now())
    return person


def came_in(person: cast.Person, door: str) -> tuple[Client, str]:
    """The browser, and where the sign-in led."""
    client = Client()
    answer = client.post(f"/{door}/sign-in/", {"login_id": person.number, "password": cast.PASSWORD})
    return client, answer.headers["Location"]


@pytest.mark.parametrize("door", ["worker", "company"])
def test_each_door_leads_to_its_own_side(kimura: cast.Person, door: str) -> None:
    assert came_in(kimura, door)[1] == f"/{door}/"


def test_each_portal_has_a_way_to_the_other(kimura: cast.Person) -> None:
    client, _ = came_in(kimura, "worker")
    assert "事業者ポータルへ" in client.get("/worker/").content.decode()
    assert "技能者ポータルへ" in client.get("/company/").content.decode()


def test_whoever_is_only_a_worker_sees_no_way_to_companies() -> None:
    client, _ = came_in(cast.settled(), "worker")
    assert "事業者ポータルへ" not in client.get("/worker/").content.decode()
    assert client.get("/company/").status_code == 403


def test_several_devices_live_side_by_side_and_do_not_end_after_an_hour(
    kimura: cast.Person, clock: time_machine.Traveller
) -> None:
    first, second = came_in(kimura, "company")[0], came_in(kimura, "worker")[0]
    clock.shift(timedelta(minutes=90))
    assert first.get("/company/").status_code == second.get("/company/").status_code == 200
    assert "data-asks" not in first.get("/company/").content.decode()


def test_the_password_page_stays_on_the_side_it_was_opened_from(kimura: cast.Person) -> None:
    client, _ = came_in(kimura, "company")
    new = {"present": cast.PASSWORD, "new": "ashiba no ue no asa", "again": "ashiba no ue no asa"}
    assert client.post("/company/password/", new).headers["Location"] == "/company/"
