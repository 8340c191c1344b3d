"""Pages that go no further say why, in Japanese, and whom to ask."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from ccus.foundation.env import REPOSITORY

STOPS = ("404.html", "403.html", "403_csrf.html", "405.html", "500.html")


@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_says_what_to_do_next(stop: str) -> None:
    page = render_to_string(stop)
    assert '<html lang="ja">' in page
    assert "お問い合わせセンター" in page
    assert 'href="/"' in page


def test_every_stop_of_the_framework_is_ours() -> None:
    assert {path.name for path in (REPOSITORY / "ccus/ui/templates").glob("*.html")} == set(STOPS)


@pytest.mark.django_db
def test_a_wrong_address_is_answered_so(client: Client) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert "ページが見つかりません" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_from_a_page_grown_old_is_answered_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/worker/sign-in/", {"login_id": "1", "password": "2"})
    assert answer.status_code == 403
    assert "もう一度、やりなおしてください" in answer.content.decode()
