"""二段階の確認 at the sign-in, and setting it up: SIGN-20, SIGN-21, SIGN-25."""

import re

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from ccus.domain.accounts.factors.codes import code_at
from ccus.domain.accounts.factors.reading import factors_of, has_second_factor
from ccus.domain.accounts.factors.rules import PERIOD_SECONDS
from ccus.domain.accounts.models import User
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.foundation.clock import now
from tests.factories import factors, officers, seats
from tests.factories.accounts import PASSWORD
from tests.factories.companies import company
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
IN, STEP, HOME, PAGE = "/office/sign-in/", "/sign-in/second-step/", "/office/", "/office/factors/"
LETTERS = re.compile(r'letters">([A-Z2-7 ]+)<')


@pytest.fixture
def officer() -> User:
    """An officer who has chosen a password and has no second factor yet."""
    return User.objects.get(pk=officers.officer().account)


def gives_password(account: User, door: str = IN, **more: str) -> Client:
    client = Client()
    client.post(door, {"login_id": account.login_id, "password": PASSWORD, **more})
    return client


def shown_code(client: Client) -> str:
    """What an app that has read the page shows."""
    found = LETTERS.search(words(client.get(f"{PAGE}app/")))
    assert found is not None
    return code_at(found[1].replace(" ", ""), int(now().timestamp()) // PERIOD_SECONDS)


def test_without_a_factor_the_sign_in_leads_to_setting_one_up_and_nowhere_else(officer: User) -> None:
    client = gives_password(officer)
    assert [client.get(page)["Location"] for page in (HOME, "/office/queue/")] == [PAGE, PAGE]
    shown = words(client.get(PAGE))
    assert "はじめに、二段階の確認を設定してください" in shown
    assert "/office/queue/" not in shown


def test_a_fragment_and_a_form_open_nothing_without_the_factor(officer: User) -> None:
    client = gives_password(officer)
    assert client.get("/office/queue/", headers={"HX-Request": "true"}).status_code == 302
    assert client.post("/office/queue/next/").status_code == 302


def test_with_the_app_come_ten_recovery_codes_shown_once_and_every_page_opens(officer: User) -> None:
    client = gives_password(officer)
    answer = client.post(f"{PAGE}app/", {"code": shown_code(client)})
    assert len(re.findall(r'<li class="num">\d{4} \d{4}</li>', words(answer))) == 10
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get(HOME).status_code == 200
    assert not re.search(r"\d{4} \d{4}</li>", words(client.get(PAGE)))
    assert Notice.objects.filter(account=officer).count() == 2


def test_a_secret_that_is_being_set_up_lies_in_no_session_in_clear(officer: User) -> None:
    client = gives_password(officer)
    found = LETTERS.search(words(client.get(f"{PAGE}app/")))
    assert found is not None
    assert found[1].replace(" ", "") not in str(dict(client.session))


def test_a_wrong_code_sets_nothing_up_and_the_code_to_read_stays(officer: User) -> None:
    client = gives_password(officer)
    before = shown_code(client)
    assert client.post(f"{PAGE}app/", {"code": "12"}).status_code == 422
    assert shown_code(client) == before
    assert not has_second_factor(officer.pk)


def test_the_password_alone_opens_nothing_once_a_factor_is_there(officer: User) -> None:
    client = gives_password(factors.with_app(officer))
    assert client.get(HOME)["Location"].startswith(IN)
    assert "known" not in client.cookies
    client.post(STEP, {"code": factors.code()})
    assert client.get(HOME).status_code == 200
    assert "known" in client.cookies


def test_the_wanted_page_comes_after_the_second_step(officer: User) -> None:
    client = gives_password(factors.with_app(officer), next="/office/fees/")
    answer = client.post(STEP, {"code": factors.code(), "next": "/office/fees/"})
    assert answer["Location"] == "/office/fees/"
    outside = gives_password(officer, next="https://evil.example/")
    assert outside.post(STEP, {"code": factors.code(1), "next": "https://evil.example/"})["Location"] == HOME


def test_without_a_password_the_second_step_leads_to_the_sign_in() -> None:
    assert Client().get(STEP)["Location"] == "/worker/sign-in/"
    assert Client().post(STEP, {"code": "123456"})["Location"] == "/worker/sign-in/"


def test_a_password_that_was_changed_since_waits_at_no_second_step(officer: User) -> None:
    client = gives_password(factors.with_app(officer))
    User.objects.filter(pk=officer.pk).update(password=make_password("chigau-michi no ue"))
    assert client.get(STEP)["Location"] == "/worker/sign-in/"
    assert client.post(STEP, {"code": factors.code()})["Location"] == "/worker/sign-in/"
    assert client.get(HOME)["Location"].startswith(IN)


def test_a_used_code_is_refused_in_words(officer: User) -> None:
    factors.with_app(officer)
    code = factors.code()
    gives_password(officer).post(STEP, {"code": code})
    again = gives_password(officer).post(STEP, {"code": code})
    assert again.status_code == 422
    assert "一度使ったコードは、もう使えません" in words(again)


def test_wrong_codes_are_counted_like_wrong_passwords(officer: User) -> None:
    client = gives_password(factors.with_app(officer))
    answers = [client.post(STEP, {"code": "000000"}).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]
    assert client.post(STEP, {"code": factors.code()}).status_code == 429
    refused = Client().post(IN, {"login_id": officer.login_id, "password": PASSWORD})
    assert refused.status_code == 429


def test_right_passwords_between_wrong_codes_give_no_further_guesses(officer: User) -> None:
    factors.with_app(officer)
    answers = [gives_password(officer).post(STEP, {"code": "000000"}).status_code for _ in range(6)]
    assert answers[-1] != 422


def test_a_chief_gives_a_factor_and_a_site_manager_need_not() -> None:
    of = company()
    accounts = [User.objects.get(pk=seats.seat(of, role).account) for role in (Role.CHIEF, Role.SITE_MANAGER)]
    chief, manager = (gives_password(account, "/company/sign-in/") for account in accounts)
    assert chief.get("/company/")["Location"] == "/company/factors/"
    assert manager.get("/company/").status_code == 200
    assert "確認コードのアプリ" not in words(manager.get("/company/factors/"))


def test_a_session_from_before_somebody_became_chief_gives_the_factor_itself() -> None:
    me = seats.seat(company(), Role.CHIEF)
    account, client = factors.with_app(User.objects.get(pk=me.account)), Client()
    client.force_login(account)
    assert client.get("/company/")["Location"] == "/company/factors/"
    proof = "/company/factors/proof/"
    assert client.post(proof, {"present": PASSWORD}).status_code == 422
    assert client.post(proof, {"code": factors.code()}).status_code == 302
    assert client.get("/company/").status_code == 200


def test_the_last_factor_of_an_officer_is_kept_and_said_so(officer: User) -> None:
    client = gives_password(factors.with_app(officer))
    client.post(STEP, {"code": factors.code()})
    refused = client.post(f"{PAGE}removal/", {"which": "totp"})
    assert refused.status_code == 422
    assert "最後のひとつは消せません" in words(refused)
    assert factors_of(officer.pk).app is not None


def test_an_applicant_has_no_factors_and_no_device_list() -> None:
    chief = seats.client_of(seats.seat(company()))
    assert chief.get("/office/factors/").status_code == 403
    assert chief.get("/worker/devices/").status_code == 403
