"""所属の申請 from both portals (REG-11 to REG-14, EMP-01)."""

import pytest
from django.test import Client

from ccus.domain.audit.terms import Actor
from ccus.domain.notices.models import Notice
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.domain.workers.models import Affiliation, AffiliationRequest
from ccus.foundation.clock import now, today
from tests.factories.personas import Cast, firm, person
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
REQUESTS, EMPLOYERS = "/company/employees/requests/", "/worker/employers/"
ASKED = {
    "number": "1234-5678-9012-34",
    "kana": "けんせつ みらい",
    "birth_on": "1989年4月1日",
    "from_on": "2026/11/1",
    "employment": "regular",
}


@pytest.fixture
def desk(cast: Cast) -> Client:
    return client_of(seat(cast.stranger))


@pytest.fixture
def phone(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.account)
    return client


def ask(cast: Cast, by: Actor) -> AffiliationRequest:
    return ask_affiliation(
        worker=cast.mirai, company=cast.stranger, is_main=False, from_on=today(), by=by, at=now()
    )


def links(cast: Cast) -> int:
    return Affiliation.objects.filter(worker=cast.mirai, company=cast.stranger, superseded_at=None).count()


def test_a_company_asks_and_the_worker_accepts_in_the_portal(cast: Cast, desk: Client, phone: Client) -> None:
    assert desk.post(REQUESTS, ASKED).status_code == 302
    assert "他社が、所属を申請しています" in phone.get(EMPLOYERS).content.decode()
    phone.post(f"{EMPLOYERS}{cast.stranger.number}/answer/", {"act": "accept"})
    assert links(cast) == 1
    assert Notice.objects.filter(title="所属の申請が承認されました").count() == 1


@pytest.mark.parametrize(("field", "typed"), [("kana", "チガウ"), ("birth_on", "1989-04-02")])
def test_one_wrong_detail_reaches_nobody_and_says_nothing_more(
    field: str, typed: str, cast: Cast, desk: Client
) -> None:
    answer = desk.post(REQUESTS, ASKED | {field: typed})
    assert (answer.status_code, AffiliationRequest.objects.count()) == (422, 0)
    page = answer.content.decode()
    assert "組み合わせに当てはまる技能者がいません" in page
    assert "ミライ" not in page


def test_misses_count_although_the_page_answers_with_a_refusal(cast: Cast, desk: Client) -> None:
    for _ in range(20):
        desk.post(REQUESTS, ASKED | {"kana": "チガウ"})
    answer = desk.post(REQUESTS, ASKED)
    assert (answer.status_code, "上限" in answer.content.decode()) == (422, True)


def test_the_worker_asks_and_the_company_accepts(cast: Cast, desk: Client, phone: Client) -> None:
    typed = {"company": cast.stranger.number, "from_on": "2026-11-01", "employment": "regular"}
    assert phone.post(EMPLOYERS, typed).status_code == 302
    page = desk.get(REQUESTS).content.decode()
    assert "ケンセツ ミライ" in page
    assert "建設 未来" not in page
    desk.post(f"{REQUESTS}{cast.mirai.number}/", {"act": "accept"})
    assert links(cast) == 1


def test_an_unknown_company_is_said_at_its_field(phone: Client) -> None:
    typed = {"company": "99999999999922", "from_on": "2026-11-01", "employment": "regular"}
    answer = phone.post(EMPLOYERS, typed)
    assert (answer.status_code, "登録されていません" in answer.content.decode()) == (422, True)


def test_nobody_accepts_the_own_request_by_sending_the_form(cast: Cast, desk: Client, phone: Client) -> None:
    ask(cast, firm(cast.stranger))
    answer = desk.post(f"{REQUESTS}{cast.mirai.number}/", {"act": "accept"})
    assert (answer.status_code, links(cast)) == (422, 0)


@pytest.mark.parametrize("side", ["desk", "phone"])
def test_either_side_closes_a_request_and_it_stands_nowhere_any_more(
    side: str, cast: Cast, desk: Client, phone: Client
) -> None:
    ask(cast, person(cast.mirai))
    sides = {
        "desk": (desk, f"{REQUESTS}{cast.mirai.number}/"),
        "phone": (phone, f"{EMPLOYERS}{cast.stranger.number}/answer/"),
    }
    client, address = sides[side]
    assert client.post(address, {"act": "refuse"}).status_code == 302
    assert client.post(address, {"act": "refuse"}).status_code == 404


def test_another_company_finds_no_request_that_is_not_its_own(cast: Cast) -> None:
    ask(cast, person(cast.mirai))
    other = client_of(seat(cast.sato))
    assert "ミライ" not in other.get(REQUESTS).content.decode()
    assert other.post(f"{REQUESTS}{cast.mirai.number}/", {"act": "refuse"}).status_code == 404


def test_a_worker_ends_a_link_in_the_portal(cast: Cast, phone: Client) -> None:
    address = f"{EMPLOYERS}{cast.takahashi.number}/end/"
    assert phone.get(address).status_code == 200
    assert phone.post(address, {"last_on": "2019-01-01"}).status_code == 422
    assert phone.post(address, {"last_on": "2026-11-30"}).status_code == 302
    assert "2026年11月30日" in phone.get(EMPLOYERS).content.decode()


def test_what_waits_stands_beside_the_registered_employers(cast: Cast, phone: Client) -> None:
    ask(cast, firm(cast.stranger))
    page = phone.get("/worker/profile/").content.decode()
    assert "他社が、所属を申請しています。" in page
    assert f'href="{EMPLOYERS}"' in page
    assert "所属を申請しています" not in phone.get("/worker/profile/?on=2026-11-01").content.decode()
