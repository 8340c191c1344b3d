"""What somebody with a script, a guessed address or a borrowed browser tries at the pages."""

import pytest
from django.test import Client

from ccus.domain.evidence.terms import Purpose
from ccus.domain.notices.models import Mail
from ccus.entrance.ways import IDLE_SECONDS
from tests.factories import applications as made
from tests.factories import officers
from tests.portals.filing import desk

pytestmark = pytest.mark.django_db
ASKING = {"name": "建設 未来", "kana": "けんせつ みらい", "consent": "on"}
HUGE = "9" * 5_000


@pytest.mark.parametrize(
    "disguised", ["ａ@example.jp", "a＠EXAMPLE.jp", "a@e\u200bxample.jp", "a+1@example.jp"]
)
def test_one_mailbox_is_counted_once_however_its_address_is_written(client: Client, disguised: str) -> None:
    for _ in range(3):
        client.post("/register/", {**ASKING, "mail": "a@example.jp"})
    assert client.post("/register/", {**ASKING, "mail": disguised}).status_code == 429
    assert Mail.objects.count() == 3


@pytest.mark.parametrize(
    "name",
    ["当選しました https://evil.example/x", "evil.example へ", "a@evil.example", "ｅｖｉｌ．ｅｘａｍｐｌｅ"],
)
def test_nobody_mails_strangers_an_address_of_the_web_as_a_name(client: Client, name: str) -> None:
    answer = client.post("/register/", {**ASKING, "name": name, "mail": "a@example.jp"})
    assert answer.status_code == 422
    assert not Mail.objects.exists()


@pytest.mark.parametrize("sent", [{"version": HUGE}, {"act": f"town:postcode:{HUGE}", "postcode": "1050001"}])
def test_numbers_that_nobody_types_break_no_form(sent: dict[str, str]) -> None:
    filer = desk.of_applicant()
    filer.client.raise_request_exception = False
    address = filer.started("registration", "simple")
    assert filer.post(f"{address}contact/", **({"act": "next", "version": "0"} | sent)).status_code < 500


@pytest.mark.parametrize("sent", [{"cell": HUGE}, {"boxes": f"{HUGE},1,2,3"}])
def test_places_that_nobody_draws_break_no_blackening(sent: dict[str, str]) -> None:
    filer = desk.of_applicant()
    filer.client.raise_request_exception = False
    address = f"{filer.started('registration', 'simple')}identity/"
    filer.post(address, act="keep", version="0", kind="driving_licence", front=made.image(filer.actor))
    assert filer.post(f"{address}1/front/mask/", **sent).status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "queue/?after=0001-01-01T00:00:00%2B23:59_1",
        "queue/?after=9999-12-31T23:59:59-23:59_1",
        "cases/%00/",
    ],
)
def test_places_that_nobody_gave_out_break_no_page_of_the_office(path: str) -> None:
    client = officers.client_of(officers.officer())
    client.raise_request_exception = False
    assert client.get(f"/office/{path}").status_code < 500


def test_a_link_to_the_office_does_not_shorten_the_session_of_a_worker() -> None:
    worker = desk.of_worker().client
    before = worker.session.get_expiry_age()
    assert worker.get("/office/").status_code == 403
    assert worker.session.get_expiry_age() == before > IDLE_SECONDS


def test_a_small_certificate_does_not_become_the_portrait() -> None:
    filer = desk.of_applicant()
    address = filer.started("registration", "simple")
    key = made.image(filer.actor, Purpose.CERTIFICATE)
    filer.post(f"{address}photo/", act="keep", version="0", image=key)
    assert "顔写真として付けた画像ではありません" in filer.get(f"{address}check/")


def test_a_broken_referer_breaks_no_sign_in(client: Client) -> None:
    client.raise_request_exception = False
    answer = client.post("/filing/start/", headers={"Referer": "http://["})
    assert answer.status_code == 302
