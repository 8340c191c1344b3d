"""顔や指紋でログイン under 設定: the proof before a change, what is no passkey, the offer: SIGN-22, SIGN-23."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.accounts.factors.actions import add_passkey
from ccus.domain.accounts.factors.reading import factors_of
from ccus.domain.audit.terms import SYSTEM
from ccus.foundation.clock import now
from tests.portals.worker.cast import PASSWORD, Person, settled, words

pytestmark = pytest.mark.django_db
PAGE, PROOF, IN = "/worker/factors/", "/worker/factors/proof/", "/worker/sign-in/"
NONSENSE = (
    "",
    "x",
    "[]",
    "{}",
    "null",
    '{"response": {}}',
    json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": "AAAA"}}),
    json.dumps(
        {
            "response": {
                "userHandle": "MQ",
                "clientDataJSON": "e30",
                "signature": "AA",
                "authenticatorData": "A",
            }
        }
    ),
)


@pytest.fixture
def me() -> Person:
    return settled()


@pytest.fixture
def here(me: Person) -> Client:
    """A browser in which the worker has just signed in."""
    client = Client()
    assert client.post(IN, {"login_id": me.number, "password": PASSWORD}).status_code == 302
    return client


def account_of(person: Person) -> int:
    assert person.worker.account_id is not None
    return person.worker.account_id


def test_after_five_minutes_a_change_wants_the_password_again(
    here: Client, clock: time_machine.Traveller
) -> None:
    assert here.post(f"{PAGE}question/").json()["publicKey"]["rp"]["id"] == "testserver"
    clock.shift(timedelta(minutes=5))
    assert here.post(f"{PAGE}question/")["Location"].startswith(PROOF)
    assert "本人の確認へ進む" in words(here.get(PAGE))
    assert here.post(PROOF, {"present": PASSWORD})["Location"] == PAGE
    assert "publicKey" in here.post(f"{PAGE}question/").json()


def test_wrong_passwords_at_the_proof_are_counted(here: Client) -> None:
    answers = [here.post(PROOF, {"present": "wrong"}).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]


def test_the_proof_leads_to_no_strange_address(here: Client) -> None:
    typed = {"present": PASSWORD, "next": "https://evil.example/"}
    assert here.post(PROOF, typed)["Location"] == PAGE


@pytest.mark.parametrize("answer", NONSENSE)
def test_what_no_device_has_said_is_no_passkey(here: Client, me: Person, answer: str) -> None:
    here.post(f"{PAGE}question/")
    refused = here.post(f"{PAGE}passkey/", {"credential": answer, "name": "x"})
    assert refused.status_code == 422
    assert "この端末では確認できませんでした" in words(refused)
    assert factors_of(account_of(me)).count == 0


@pytest.mark.parametrize("answer", NONSENSE[1:])
def test_what_no_device_has_said_signs_nobody_in(client: Client, answer: str) -> None:
    client.post("/sign-in/passkey/")
    refused = client.post(IN, {"credential": answer})
    assert refused.status_code == 422
    assert "IDとパスワードでも、ログインできます" in words(refused)


def test_a_question_of_a_stranger_is_kept_for_ten_minutes_only(client: Client) -> None:
    assert client.post("/sign-in/passkey/").json()["publicKey"]["userVerification"] == "required"
    assert client.session.get_expiry_age() == 600


def test_after_a_sign_in_the_session_lasts_as_long_as_ever(client: Client, me: Person) -> None:
    client.post("/sign-in/passkey/")
    client.post(IN, {"login_id": me.number, "password": PASSWORD})
    assert client.session.get_expiry_age() > 24 * 60 * 60


def test_a_passkey_is_offered_after_the_sign_in_once_a_month(here: Client, me: Person) -> None:
    assert "data-passkey-offer" in words(here.get("/worker/"))
    here.post(f"{PAGE}later/")
    assert "data-passkey-offer" not in words(here.get("/worker/"))
    here.post("/worker/sign-out/")
    here.post(IN, {"login_id": me.number, "password": PASSWORD})
    assert "data-passkey-offer" not in words(here.get("/worker/"))
    assert here.cookies["offered"]["max-age"] == 30 * 24 * 60 * 60


def test_whoever_has_a_passkey_signs_in_by_password_as_before(me: Person) -> None:
    account = me.worker.account
    assert account is not None
    add_passkey(account=account, name="iPhone", credential={}, by=SYSTEM, at=now())
    client = Client()
    client.post(IN, {"login_id": me.number, "password": PASSWORD})
    assert client.get("/worker/").status_code == 200
    key = factors_of(account.pk).passkeys[0].key
    assert "消しました" in words(client.post(f"{PAGE}removal/", {"which": key}, follow=True))
    assert factors_of(account.pk).count == 0


def test_a_worker_sets_up_no_lock_of_codes(here: Client) -> None:
    assert here.post(f"{PAGE}codes/")["Location"] == PAGE
    assert "確認コードのアプリ" not in words(here.get(PAGE))
    assert here.get(f"{PAGE}app/").status_code == 404
