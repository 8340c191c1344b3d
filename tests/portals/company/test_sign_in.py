"""ログイン of companies: one living session, the hour, the first password (ORG-02, ORG-04, ORG-11)."""

import html
import re
from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.test import Client

from ccus.domain.companies.models import Seat
from ccus.domain.companies.seats import take_session
from ccus.domain.companies.terms import Role
from ccus.foundation.databases import Databases
from tests.domain.companies.branches import Branches, branches, held
from tests.domain.races import contested
from tests.factories import companies, seats
from tests.factories.accounts import INITIAL_PASSWORD, PASSWORD
from tests.factories.factors import recovery_code
from tests.portals.worker.cast import words

IN = "/company/sign-in/"
STEP = "/sign-in/second-step/"
HOME = "/company/"
FORM = "/company/organisation/units/new/"
TAKEN = "ほかの画面でログインされました"
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')


def enters(firm: Branches, client: Client | None = None, **more: str) -> Client:
    """The chief signs in at a browser."""
    client = client or Client()
    login_id = held(firm.chief).account.login_id
    code = recovery_code(held(firm.chief).account)
    client.post(IN, {"login_id": login_id, "password": PASSWORD, **more})
    assert client.post(STEP, {"code": code, **more}).status_code in {200, 302}
    return client


def test_whoever_signs_in_for_a_company_comes_to_its_home(firm: Branches) -> None:
    answer = enters(firm).get(HOME)
    assert answer.status_code == 200
    assert "佐藤建設" in words(answer)


def test_the_way_in_speaks_to_companies(client: Client, db: None) -> None:
    body = words(client.get(IN))
    assert all(word in body for word in ("事業者ポータルにログイン", "管理者ID", "一人親方"))
    assert IN in words(client.get("/"))
    assert IN in words(client.get("/worker/sign-in/"))


def test_a_second_sign_in_ends_the_first_and_tells_it_so(firm: Branches) -> None:
    first = enters(firm)
    second = enters(firm)
    ended = first.get(HOME)
    assert ended.status_code == 401
    assert TAKEN in words(ended)
    assert second.get(HOME).status_code == 200
    assert first.get(HOME).status_code == 302


def test_what_was_typed_is_kept_when_another_sign_in_ended_the_session(firm: Branches) -> None:
    first = enters(firm)
    second = enters(firm)
    ended = first.post(FORM, {"name": "名古屋支店"})
    assert TAKEN in words(ended)
    assert "まだ保存していません" in words(ended)
    carried = {html.unescape(name): html.unescape(value) for name, value in _HIDDEN.findall(words(ended))}
    login_id = held(firm.chief).account.login_id
    step = first.post(IN, {**carried, "login_id": login_id, "password": PASSWORD})
    carried = {html.unescape(name): html.unescape(value) for name, value in _HIDDEN.findall(words(step))}
    again = first.post(STEP, {**carried, "code": recovery_code(held(firm.chief).account)})
    assert 'value="名古屋支店"' in words(again)
    assert TAKEN in words(second.get(HOME))


def test_a_part_of_a_page_that_asks_late_loads_the_page_anew(firm: Branches) -> None:
    first = enters(firm)
    enters(firm)
    answer = first.get(HOME, headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_the_pages_of_applications_end_with_the_session_too(firm: Branches) -> None:
    first = enters(firm)
    assert first.get("/filing/").status_code == 200
    enters(firm)
    assert TAKEN in words(first.get("/filing/"))


def test_a_password_is_not_changed_from_a_session_that_is_over(firm: Branches) -> None:
    first = enters(firm)
    enters(firm)
    new = {"present": PASSWORD, "new": "ashiba no ue no asa", "again": "ashiba no ue no asa"}
    ended = first.post("/company/password/", new)
    assert ended.status_code == 401
    assert "ashiba" not in words(ended)


def test_two_who_sign_in_at_once_leave_one_session(fresh_database: Databases) -> None:
    firm = branches()
    take = partial(take_session, firm.chief.seat)
    assert contested(partial(take, "first"), partial(take, "second")) is None
    assert held(firm.chief).live_session == "second"


def test_whoever_is_closed_is_out_with_the_next_request(
    firm: Branches, manager: Client, chief: Client
) -> None:
    address = f"/company/organisation/people/{held(firm.manager).account.login_id}/"
    assert manager.get(HOME).status_code == 200
    chief.post(address, {"act": "close"})
    assert manager.get(HOME).status_code == 302
    refused = Client().post(IN, {"login_id": held(firm.manager).account.login_id, "password": PASSWORD})
    assert "IDかパスワードが違います" in words(refused) or refused.status_code == 422


def test_the_initial_password_leads_to_the_change_of_it(firm: Branches) -> None:
    seat = seats.seat(firm.company, Role.SITE_VIEWER, account__is_initial=True)
    client, login_id = Client(), held(seat).account.login_id
    answer = client.post(IN, {"login_id": login_id, "password": INITIAL_PASSWORD})
    assert answer.headers["Location"] == "/company/password/"
    assert client.get(HOME).headers["Location"] == "/company/password/"
    new = {"new": "ashiba no ue no asa", "again": "ashiba no ue no asa"}
    assert client.post("/company/password/", new).headers["Location"] == HOME
    assert client.get(HOME).status_code == 200


@pytest.mark.parametrize("about", ["Kazuko 1234567", "kazuko@example.jp 1"])
def test_a_password_of_the_own_name_or_address_is_refused(firm: Branches, about: str) -> None:
    client = enters(firm)
    answer = client.post("/company/password/", {"present": PASSWORD, "new": about, "again": about})
    assert answer.status_code == 422


def test_after_an_hour_without_a_request_the_session_is_over(
    firm: Branches, clock: time_machine.Traveller
) -> None:
    client = enters(firm)
    for _ in range(2):
        clock.shift(timedelta(minutes=59))
        assert client.get("/company/still-here/").json()["token"]
    assert 'data-asks="/company/still-here/"' in words(client.get(HOME))
    clock.shift(timedelta(minutes=61))
    assert client.get(HOME).status_code == 302


def test_whoever_goes_no_further_than_the_password_is_out_after_an_hour_too(
    firm: Branches, clock: time_machine.Traveller
) -> None:
    seat = seats.seat(firm.company, Role.SITE_VIEWER, account__is_initial=True)
    client = Client()
    client.post(IN, {"login_id": held(seat).account.login_id, "password": INITIAL_PASSWORD})
    clock.shift(timedelta(minutes=61))
    assert client.get("/company/password/").headers["Location"].startswith(IN)


def test_a_stranger_of_another_company_sees_nothing_of_this_one(firm: Branches) -> None:
    stranger = seats.client_of(seats.seat(companies.company(name="他社")))
    assert "佐藤建設" not in words(stranger.get(HOME))
    assert stranger.get(f"/company/organisation/units/{firm.tokyo.key}/").status_code == 404
    assert Seat.objects.filter(company=firm.company).count() == 2
