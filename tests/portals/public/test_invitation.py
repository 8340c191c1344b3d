"""要請のリンクを開く (SITE-20): what somebody reads who has no account."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from ccus.domain.sites.actions.links import make_link
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


def page_of(token: str) -> str:
    return Client().get(reverse("public:invitation", args=[token])).content.decode()


def test_a_link_says_who_invites_to_which_site_and_what_to_do(cast: Cast, at: datetime) -> None:
    page = page_of(make_link(upper=cast.second_tier, by=firm(cast.takahashi), at=at).token)
    for told in (
        "高橋鉄筋",
        "未来タワー新築工事",
        "佐藤建設",
        "ログインして参加する",
        "事業者登録をはじめる",
    ):
        assert told in page


def test_a_link_says_nothing_about_people(cast: Cast, at: datetime) -> None:
    page = page_of(make_link(upper=cast.second_tier, by=firm(cast.takahashi), at=at).token)
    assert "建設 未来" not in page
    assert cast.mirai.number not in page


def test_a_link_for_a_stand_in_names_the_firm_as_it_was_declared(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=firm(cast.sato), at=at)
    link = make_link(upper=cast.prime, stand_in=stand_in, by=firm(cast.sato), at=at)
    assert "未来塗装" in page_of(link.token)


def test_a_token_that_nobody_made_is_said_to_be_unknown() -> None:
    answer = Client().get(reverse("public:invitation", args=["x"]))
    assert (answer.status_code, "見つかりません" in answer.content.decode()) == (404, True)
