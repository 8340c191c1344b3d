"""Who may open what: OFFICE-01."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import Duty
from ccus.foundation.clock import now
from tests.factories import applications, officers
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
PAGES = {
    "queue": Duty.REVIEW,
    "fees": Duty.FEES,
    "tariffs": Duty.FEES,
    "bank-file": Duty.FEES,
    "enquiries": Duty.CONTACT,
    "announcements": Duty.ANNOUNCE,
    "new-announcement": Duty.ANNOUNCE,
    "features": Duty.SWITCH,
    "second-factors": Duty.IDENTITY,
    "figures": Duty.FIGURES,
}
EVERY_PAGE = pytest.mark.parametrize("page", PAGES)


@EVERY_PAGE
def test_a_stranger_is_led_to_the_offices_sign_in(client: Client, page: str) -> None:
    answer = client.get(reverse(f"office:{page}"))
    assert (answer.status_code, answer.headers["Location"][:16]) == (302, "/office/sign-in/")


@EVERY_PAGE
def test_a_worker_is_refused_at_every_page(page: str) -> None:
    assert cast.signed_in(cast.settled()).get(reverse(f"office:{page}")).status_code == 403


@EVERY_PAGE
def test_an_officer_with_every_other_duty_is_refused(page: str) -> None:
    others = officers.officer(*(duty for duty in Duty if duty is not PAGES[page]))
    assert officers.client_of(others).get(reverse(f"office:{page}")).status_code == 403


@EVERY_PAGE
def test_an_officer_with_the_one_duty_sees_the_page(page: str) -> None:
    me = officers.officer(PAGES[page])
    assert officers.client_of(me).get(reverse(f"office:{page}")).status_code == 200


def test_the_menu_shows_only_what_the_duties_open() -> None:
    shown = officers.client_of(officers.officer(Duty.SWITCH)).get(reverse("office:home")).content.decode()
    assert reverse("office:features") in shown
    assert reverse("office:announcements") not in shown


BUTTONS = {
    "queue/next/": Duty.REVIEW,
    "cases/261120-0000426/hold/": Duty.REVIEW,
    "cases/261120-0000426/return/": Duty.REVIEW,
    "cases/261120-0000426/approval/": Duty.REVIEW,
    "cases/261120-0000426/rejection/": Duty.REVIEW,
    "cases/261120-0000426/release/": Duty.REVIEW,
    "cases/261120-0000426/fields/": Duty.REVIEW,
    "cases/261120-0000426/findings/1/drop/": Duty.REVIEW,
    "fees/1/": Duty.FEES,
    "fees/tariffs/": Duty.FEES,
    "fees/bank-file/payments/": Duty.FEES,
    "enquiries/opening/": Duty.CONTACT,
    "announcements/1/withdrawal/": Duty.ANNOUNCE,
    "features/levels/": Duty.SWITCH,
}


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_does_nothing_for_an_officer_without_its_duty(button: str) -> None:
    others = officers.officer(*(duty for duty in Duty if duty is not BUTTONS[button]))
    assert officers.client_of(others).post(f"/office/{button}").status_code == 403


def test_an_officer_is_signed_out_after_an_hour_without_a_request(clock: time_machine.Traveller) -> None:
    desk = officers.client_of(officers.officer())
    desk.get("/office/")
    clock.shift(timedelta(minutes=59))
    assert desk.get("/office/").status_code == 200
    clock.shift(timedelta(minutes=61))
    assert desk.get("/office/").status_code == 302


def test_an_applicant_is_refused_at_the_office() -> None:
    account = applications.applicant().account
    account.initial_password_until = None
    account.save(update_fields=["initial_password_until"])
    client = Client()
    client.force_login(account)
    assert client.get("/office/").status_code == 403
    assert client.get("/office/queue/").status_code == 403


def test_the_hour_of_an_officer_runs_from_the_sign_in(client: Client, clock: time_machine.Traveller) -> None:
    account = officers.officer().account
    User.objects.filter(pk=account).update(
        password=make_password("INITIAL"), initial_password_until=now() + timedelta(days=1)
    )
    login_id = User.objects.get(pk=account).login_id
    answer = client.post("/office/sign-in/", {"login_id": login_id, "password": "INITIAL"})
    assert answer.headers["Location"] == "/office/password/"
    assert client.session.get_expiry_age() == 3600
    clock.shift(timedelta(minutes=61))
    assert client.get("/office/password/").headers["Location"].endswith("?next=/office/password/")
