"""本人の連絡先: the worker's page (RESET-01)."""

import pytest
from django.test import Client

from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.recovery.models import OwnContact
from ccus.domain.workers.models import Worker
from ccus.foundation import clock
from tests.domain.recovery.people import OWN, forgetful, mails, password_of, sent_to, with_contact
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
PAGE = "/worker/contacts/"


def browser_of(worker: Worker) -> Client:
    client = Client()
    client.force_login(password_of(worker))
    return client


def add(client: Client, address: str = "ＭＩＲＡＩ@example.jp", present: str = PASSWORD) -> tuple[int, str]:
    answer = client.post(PAGE, {"address": address, "present": present})
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def test_an_address_is_registered_by_the_code_that_came_there() -> None:
    client = browser_of(forgetful())
    assert "まだ登録されていません" in client.get(PAGE).content.decode()
    _, to = add(client)
    answer_waiting(at=clock.now())
    assert "確認番号が違います" in client.post(to, {"code": "00000000"}).content.decode()
    page = client.post(to, {"code": sent_to(OWN)}, follow=True).content.decode()
    assert "本人の連絡先に登録しました。" in page
    assert OWN in page


def test_whoever_only_found_the_device_unlocked_adds_no_address() -> None:
    status, page = add(browser_of(forgetful()), present="a-guess-of-a-stranger")
    assert status == 422
    assert "今のパスワードが違います" in page


def test_guesses_at_the_present_password_are_counted() -> None:
    client = browser_of(forgetful())
    for _ in range(10):
        add(client, present="a-guess-of-a-stranger")
    assert add(client)[0] == 429


def test_codes_to_one_address_are_limited() -> None:
    client = browser_of(forgetful())
    assert [add(client)[0] for _ in range(4)] == [302, 302, 302, 429]


def test_another_workers_code_and_address_cannot_be_reached() -> None:
    mine, other = forgetful(), browser_of(forgetful())
    contact = with_contact(mine)
    _, to = add(browser_of(mine), "second@example.jp")
    assert other.get(to).status_code == 404
    assert other.post(f"{PAGE}{contact.key}/removal/").status_code == 404
    assert OwnContact.objects.filter(removed_at=None).count() == 1


def test_an_address_is_removed_by_one_press_and_told_a_last_time() -> None:
    worker = forgetful()
    contact = with_contact(worker)
    client = browser_of(worker)
    page = client.post(f"{PAGE}{contact.key}/removal/", follow=True).content.decode()
    assert "連絡先を削除しました。" in page
    assert mails("削除しました") == [OWN]


def test_what_is_no_mail_address_is_explained_and_stays_in_its_field() -> None:
    status, page = add(browser_of(forgetful()), "mirai.example.jp")
    assert status == 422
    assert 'value="mirai.example.jp"' in page
