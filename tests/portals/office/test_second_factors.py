"""二段階の確認のやり直し: SIGN-26."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from ccus.domain.accounts.factors.reading import has_second_factor
from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Mail, Notice
from tests.factories import factors, officers, seats
from tests.factories.companies import company
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
PAGE = "/office/second-factors/"


@pytest.fixture
def clerk() -> Client:
    return officers.client_of(officers.officer(Duty.IDENTITY))


@pytest.fixture
def chief() -> User:
    me = seats.seat(company(name="佐藤建設"), name="佐藤 由美")
    return factors.with_app(User.objects.get(pk=me.account))


def test_the_office_sees_the_name_before_the_new_start(clerk: Client, chief: User) -> None:
    shown = words(clerk.post(PAGE, {"login_id": chief.login_id}))
    assert "佐藤建設" in shown
    assert "佐藤 由美" in shown
    assert has_second_factor(chief.pk)


def test_a_new_start_that_another_confirms_ends_factors_and_sessions_and_is_told(
    clerk: Client, chief: User
) -> None:
    there = Client()
    there.post("/company/sign-in/", {"login_id": chief.login_id, "password": "tetsu-no-ki 3 hon"})
    there.post("/sign-in/second-step/", {"code": factors.code()})
    assert there.get("/company/").status_code == 200
    clerk.post(PAGE, {"login_id": chief.login_id, "act": "restart", "reason": "lost"})
    assert has_second_factor(chief.pk)
    officers.confirmed_by_another(Duty.IDENTITY)
    assert not has_second_factor(chief.pk)
    assert there.get("/company/").status_code == 302
    assert Notice.objects.filter(account=chief, title__contains="やり直しました").exists()
    assert Mail.objects.get(subject__contains="やり直しました").to == "kazuko@example.jp"


def test_without_a_reason_nothing_is_restarted(clerk: Client, chief: User) -> None:
    refused = clerk.post(PAGE, {"login_id": chief.login_id, "act": "restart"})
    assert refused.status_code == 422
    assert "理由を選んでください" in words(refused)
    assert has_second_factor(chief.pk)


def test_who_is_no_chief_is_not_found(clerk: Client) -> None:
    manager = User.objects.get(pk=seats.seat(company(), Role.SITE_MANAGER).account)
    assert clerk.post(PAGE, {"login_id": manager.login_id}).status_code == 422
    assert "13桁" in words(clerk.post(PAGE, {"login_id": "1234567890123"}))


def test_an_officer_is_restarted_by_the_server() -> None:
    account = factors.with_app(User.objects.get(pk=officers.officer().account))
    call_command("restart_factors", account.login_id, "broken")
    assert not has_second_factor(account.pk)
    with pytest.raises(CommandError, match="99999999999926"):
        call_command("restart_factors", "9999 9999 9999 26", "lost")


def test_a_telephone_that_cannot_photograph_itself_opens_its_app_by_a_link(chief: User) -> None:
    page = factors.enter(Client(), chief).get("/company/factors/app/").content.decode()
    assert '<a class="btn btn--line" href="otpauth://totp/' in page


def test_recovery_codes_are_printed_at_a_press(chief: User) -> None:
    page = factors.enter(Client(), chief).post("/company/factors/codes/").content.decode()
    assert page.count('<li class="num">') == 10
    assert "data-print" in page
