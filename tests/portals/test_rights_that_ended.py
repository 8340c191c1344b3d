"""A right that ended a second ago opens nothing, whatever was begun before it ended (DOOR-06, DOOR-07, DISC-17)."""

from datetime import datetime
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.models import Seat
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.photos import ONE_LOOK
from ccus.domain.papers.actions import ask_for_paper
from ccus.domain.proxies.actions.mandates import end_mandate
from ccus.domain.work_history.models import DayAsk
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.jobs.papers import make
from tests.domain.papers.asked import asked as paper
from tests.factories import asked, mandates, officers, seats
from tests.factories.factors import enter
from tests.factories.personas import Cast, firm, person
from tests.sealed import fresh, get_file

pytestmark = pytest.mark.django_db
NOVEMBER = "/company/reports/2026-11"


@pytest.fixture
def chief(cast: Cast) -> SeatMe:
    """The 事業者責任者 of the prime."""
    return seats.seat(cast.sato)


@pytest.fixture
def made(cast: Cast, chief: SeatMe, at: datetime) -> UUID:
    """A roster of the site that the chief asked for and that is there."""
    key = ask_for_paper(asked=paper(cast.prime), by=chief.actor, at=at)
    make(key)
    return key


def demoted(seat: SeatMe, role: Role = Role.PROXY_CLERK) -> None:
    Seat.objects.filter(pk=seat.seat).update(role=role)


def test_a_paper_made_before_is_not_handed_out_after_the_right_ended(chief: SeatMe, made: UUID) -> None:
    client, address = seats.client_of(chief), f"/company/papers/making/{made}/file/"
    assert get_file(client, address).status_code == 200
    demoted(chief, Role.SITE_VIEWER)
    assert get_file(client, address).status_code == 403


def test_a_link_to_a_file_opens_nothing_after_an_hour(cast: Cast, clock: time_machine.Traveller) -> None:
    client = enter(Client(), cast.account)
    address = fresh(client, "/worker/profile/profile.pdf")
    assert client.get(address).status_code == 200
    clock.shift(ONE_LOOK)
    assert client.get(address).status_code == 403


def test_a_link_to_a_file_opens_nothing_in_another_session(cast: Cast) -> None:
    address = fresh(enter(Client(), cast.account), "/worker/profile/profile.pdf")
    assert enter(Client(), cast.account).get(address).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/company/employees/",
        "/company/employees/list.csv",
        f"{NOVEMBER}/own/",
        f"{NOVEMBER}/own/xlsx/",
        f"{NOVEMBER}/retirement-aid/xlsx/",
        "/company/rosters/",
        "/company/approvals/",
    ],
)
def test_a_role_withdrawn_a_second_ago_opens_no_page_and_no_file(chief: SeatMe, address: str) -> None:
    client = seats.client_of(chief)
    assert get_file(client, address).status_code == 200
    demoted(chief)
    assert get_file(client, address).status_code == 403


def test_a_form_that_was_open_when_the_role_was_withdrawn_changes_nothing(cast: Cast, chief: SeatMe) -> None:
    claim = asked.claim(cast)
    client, address = seats.client_of(chief), f"/company/approvals/{claim.key}/"
    assert client.get(address).status_code == 200
    demoted(chief)
    assert client.post(address, {"act": "approve"}).status_code == 403
    assert not DayAsk.objects.filter(claim=claim, answer__isnull=False).exists()


def test_a_duty_taken_away_a_second_ago_opens_no_case() -> None:
    reviewer = officers.officer(Duty.REVIEW)
    client = officers.client_of(reviewer)
    assert client.get("/office/queue/").status_code == 200
    Officer.objects.filter(pk=reviewer.officer).update(duties=[Duty.FEES])
    assert client.get("/office/queue/").status_code == 403


def test_who_left_a_second_ago_is_no_longer_shown_to_the_employer(cast: Cast, at: datetime) -> None:
    client, page = seats.client_of(seats.seat(cast.takahashi)), f"/company/employees/{cast.mirai.number}/"
    assert "建設 未来" in client.get(page).content.decode()
    end_affiliation(affiliation=cast.affiliation, until_on=at.date(), by=firm(cast.takahashi), at=at)
    assert client.get(page).status_code == 404
    listed = get_file(client, "/company/employees/list.csv").content.decode("utf-8-sig", errors="replace")
    assert cast.mirai.number not in listed


def test_a_mandate_that_ended_a_second_ago_opens_no_application(cast: Cast, at: datetime) -> None:
    agent = mandates.agent()
    mandate = mandates.mandate(cast.mirai, agent)
    client, page = seats.client_of(seats.seat(agent)), f"/filing/for/{cast.mirai.number}/"
    assert client.get(page).status_code == 200
    end_mandate(mandate=mandate, by=person(cast.mirai), at=at)
    assert client.get(page).status_code in {403, 404}


def test_a_form_of_one_company_sent_as_another_in_the_same_browser_does_nothing(
    cast: Cast, chief: SeatMe
) -> None:
    claim = asked.claim(cast)
    browser, address = seats.client_of(chief), f"/company/approvals/{claim.key}/"
    assert browser.get(address).status_code == 200
    enter(browser, Seat.objects.get(pk=seats.seat(cast.stranger).seat).account)
    assert browser.post(address, {"act": "approve"}).status_code == 404
    assert not DayAsk.objects.filter(claim=claim, answer__isnull=False).exists()


def test_a_form_sent_twice_is_answered_once(cast: Cast, chief: SeatMe) -> None:
    claim = asked.claim(cast)
    browser, address = seats.client_of(chief), f"/company/approvals/{claim.key}/"
    statuses = [browser.post(address, {"act": "approve"}).status_code for _ in range(2)]
    assert statuses == [302, 422]


def test_a_form_that_no_page_of_ours_gave_out_is_refused(cast: Cast, chief: SeatMe) -> None:
    claim = asked.claim(cast)
    forger = Client(enforce_csrf_checks=True)
    enter(forger, Seat.objects.get(pk=chief.seat).account)
    assert forger.post(f"/company/approvals/{claim.key}/", {"act": "approve"}).status_code == 403
    assert not DayAsk.objects.filter(claim=claim, answer__isnull=False).exists()
