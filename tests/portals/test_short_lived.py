"""The address of an image or a file about somebody holds for an hour and one session (DISC-17)."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client

from ccus.domain.companies.terms import Role
from ccus.domain.workers.models import Affiliation
from ccus.foundation import clock as clocks
from tests.factories.marked import Marked, marked_worker
from tests.factories.seats import client_of, seat, unit
from tests.portals.worker import cast, registered
from tests.sealed import fresh, get_file

pytestmark = pytest.mark.django_db
TOO_OLD = "この画像・ファイルのアドレスは、もう使えません"


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


@pytest.fixture
def desk(marked: Marked) -> Client:
    """Somebody of the employer."""
    return client_of(seat(marked.employer))


@pytest.fixture
def page(marked: Marked) -> str:
    return f"/company/employees/{marked.worker.number}/"


@pytest.fixture
def portrait(marked: Marked, page: str) -> str:
    return f"{page}images/{marked.pictures[0]}/"


def printed(client: Client, page: str) -> list[str]:
    """The sealed addresses on a page."""
    found = re.findall(r'(?:href|src)="([^"]*seal=[^"]*)"', client.get(page).content.decode())
    return [unescape(address) for address in found]


def test_a_page_prints_addresses_that_open(desk: Client, page: str) -> None:
    addresses = printed(desk, page)
    assert len({address.partition("?")[0] for address in addresses}) == 3
    assert {desk.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize(("minutes", "status"), [(0, 200), (59, 200), (60, 403), (600, 403)])
def test_an_address_opens_for_an_hour_and_not_longer(
    minutes: int, status: int, clock: time_machine.Traveller
) -> None:
    mirai = cast.settled()
    browser = cast.signed_in(mirai)
    address = fresh(browser, f"/worker/profile/images/{registered.portrait(mirai)}/")
    clock.shift(timedelta(minutes=minutes))
    assert browser.get(address).status_code == status


def test_a_copied_address_opens_for_nobody_else_even_of_the_same_company(
    marked: Marked, desk: Client, portrait: str
) -> None:
    colleague = client_of(seat(marked.employer, Role.TIER, unit=unit(marked.employer)))
    answer = colleague.get(fresh(desk, portrait))
    assert (answer.status_code, TOO_OLD in answer.content.decode()) == (403, True)
    assert get_file(colleague, portrait).status_code == 200


def test_an_address_ends_with_the_session_that_it_was_printed_for() -> None:
    mirai = cast.settled()
    address = fresh(cast.signed_in(mirai), "/worker/profile/profile.pdf")
    assert cast.signed_in(mirai).get(address).status_code == 403


def test_the_seal_of_one_image_opens_no_other(marked: Marked, desk: Client, page: str) -> None:
    _, _, seal = fresh(desk, f"{page}images/{marked.pictures[0]}/").partition("?")
    assert desk.get(f"{page}images/{marked.pictures[1]}/?{seal}").status_code == 403


@pytest.mark.parametrize("seal", ["", "x", ".", "zz.", "-1.x", "zzzzzzzzzzzzzz.AAAA", "．", "a.b:c:d"])
def test_a_forged_seal_is_refused_in_words(seal: str, desk: Client, portrait: str) -> None:
    answer = desk.get(portrait, {"seal": seal})
    assert (answer.status_code, TOO_OLD in answer.content.decode()) == (403, True)


def test_a_seal_whose_hour_was_changed_by_hand_is_refused(desk: Client, portrait: str) -> None:
    path, _, seal = fresh(desk, portrait).partition("?seal=")
    until, _, signature = seal.partition(".")
    other = until[:-1] + ("y" if until.endswith("z") else "z")
    assert desk.get(f"{path}?seal={other}.{signature}").status_code == 403


def test_an_old_address_leads_back_to_the_page_that_it_stood_on(
    desk: Client, page: str, portrait: str
) -> None:
    answer = desk.get(portrait, headers={"referer": f"http://testserver{page}?from=list"})
    assert f'href="{page}?from=list">もとの画面を開き直す' in answer.content.decode()


@pytest.mark.parametrize("before", ["", "https://elsewhere.example/", "http://[", "http://testserver//evil/"])
def test_without_a_page_of_this_register_it_leads_to_the_first_one(
    before: str, desk: Client, portrait: str
) -> None:
    answer = desk.get(portrait, headers={"referer": before})
    assert 'href="/company/">はじめのページへ' in answer.content.decode()


def test_a_fresh_seal_is_no_right_of_its_own(marked: Marked, portrait: str) -> None:
    stranger = client_of(seat(cast.company("よそ建設")))
    assert get_file(stranger, portrait).status_code == 404


def test_a_right_that_ended_ends_the_address_at_once(marked: Marked, desk: Client, portrait: str) -> None:
    address = fresh(desk, portrait)
    assert desk.get(address).status_code == 200
    Affiliation.objects.filter(worker=marked.worker).update(superseded_at=clocks.now())
    assert desk.get(address).status_code == 404


def test_an_image_leaves_with_every_guard(desk: Client, portrait: str) -> None:
    answer = get_file(desk, portrait)
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["Content-Disposition"] == "inline"


def test_a_head_says_the_same_without_the_bytes(desk: Client, portrait: str) -> None:
    answer = desk.head(fresh(desk, portrait))
    assert (answer.status_code, answer["Content-Type"], answer.content) == (200, "image/jpeg", b"")


@pytest.mark.parametrize(
    "folder", ["/company/employees/12345678901234/images/", "/filing/images/", "/images/"]
)
def test_there_is_no_list_of_images(folder: str, desk: Client) -> None:
    assert desk.get(folder).status_code == 404
