"""カードの更新 among what can be filed, and on the home page (CARD-30, CARD-32)."""

from datetime import date

import pytest
from django.test import Client

from tests.factories.applications import worker_with_card

pytestmark = pytest.mark.django_db


def page(where: str, expires_on: date) -> str:
    worker = worker_with_card(expires_on=expires_on)
    assert worker.account is not None
    browser = Client()
    browser.force_login(worker.account)
    return browser.get(where).content.decode()


@pytest.mark.parametrize(
    ("expires_on", "said"),
    [
        (date(2027, 5, 21), "2026年11月21日から申請できます"),
        (date(2027, 5, 20), "新しいカードが発行されるまで、有効期限の日まで今のカードを使えます"),
        (date(2026, 11, 19), "新しいカードが発行される日まで、カードは使えません"),
    ],
)
def test_the_offer_says_from_when_and_how_long_the_card_is_good(expires_on: date, said: str) -> None:
    assert said in page("/filing/", expires_on)


@pytest.mark.parametrize(("expires_on", "is_said"), [(date(2027, 5, 21), False), (date(2027, 5, 20), True)])
def test_the_home_page_says_that_the_renewal_can_be_filed(expires_on: date, is_said: bool) -> None:
    assert ("カードの更新を申請できます" in page("/worker/", expires_on)) == is_said


def test_an_expired_card_asks_for_its_renewal_on_the_home_page() -> None:
    assert "カードの更新を申請してください" in page("/worker/", date(2026, 11, 19))
