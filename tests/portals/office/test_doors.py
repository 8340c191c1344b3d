"""Who may open what: OFFICE-01."""

import pytest
from django.test import Client
from django.urls import reverse

from ccus.domain.accounts.terms import Duty
from tests.factories import officers
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
