"""部品の見本帳."""

import pytest
from django.test import Client, RequestFactory

from ccus.ui.gallery import gallery


def test_every_component_can_be_drawn(rf: RequestFactory) -> None:
    page = gallery(rf.get("/ui/gallery/")).content.decode()
    for words in ("連結待ち", "ゴールドカード", "パスワードを入力してください。"):
        assert words in page


@pytest.mark.django_db
def test_it_has_no_address_outside_development(client: Client) -> None:
    assert client.get("/ui/gallery/").status_code == 404
