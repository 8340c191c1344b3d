"""施工体制登録 on the worker's side: 代理手続きの同意, 所属と異なる事業者の元での就業 (SITE-24, SITE-25)."""

from datetime import datetime

import pytest
from django.test import Client

from ccus.domain.sites.actions.placements import ask_placement
from ccus.domain.sites.actions.proxies import give_structure_proxy
from ccus.domain.sites.models import Placement, PlacementRequest, ProxyConsent
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
CONSENTS, PLACEMENTS = "/worker/consents/", "/worker/placements/"


def text(client: Client, address: str, **sent: object) -> str:
    response = client.post(address, sent, follow=True) if sent else client.get(address)
    return response.content.decode()


def test_without_a_proxy_there_is_nothing_to_agree_to(me: Client) -> None:
    assert "同意を確かめる会社は、ありません" in text(me, CONSENTS)


def test_a_worker_agrees_to_a_proxy_and_takes_it_back(me: Client, cast: Cast, at: datetime) -> None:
    give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)
    assert "高橋鉄筋の代理をする会社です" in text(me, CONSENTS)
    agreed = text(me, CONSENTS, company=cast.suzuki.number, choice="yes")
    assert "鈴木工務店の代理手続きに、同意しています" in agreed
    text(me, CONSENTS, company=cast.suzuki.number, choice="no")
    assert not ProxyConsent.objects.filter(superseded_at=None).exists()


def test_nobody_agrees_to_a_company_that_asks_for_nothing(me: Client, cast: Cast) -> None:
    sent = {"company": cast.stranger.number, "choice": "yes"}
    assert me.post(CONSENTS, sent).status_code == 404


def test_a_choice_that_is_missing_is_asked_for(me: Client, cast: Cast, at: datetime) -> None:
    give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)
    assert me.post(CONSENTS, {"company": cast.suzuki.number}).status_code == 422


def test_a_worker_searches_a_company_and_asks_it(me: Client, cast: Cast) -> None:
    assert "鈴木工務店" in text(me, f"{PLACEMENTS}?q=鈴木")
    sent = {"act": "ask", "company": cast.suzuki.number, "from_on": "R8.11.20"}
    assert "鈴木工務店に、合意要請を送りました" in text(me, PLACEMENTS, **sent)
    assert PlacementRequest.objects.get().asked_by == f"worker:{cast.mirai.pk}"


def test_what_a_firm_asks_stands_on_the_home_page(me: Client, cast: Cast, at: datetime) -> None:
    by = firm(cast.suzuki)
    ask_placement(worker=cast.mirai, company=cast.suzuki, from_on=at.date(), by=by, at=at)
    assert "鈴木工務店が、就業の合意を要請しています" in text(me, "/worker/")


def test_a_worker_answers_what_a_firm_asks_and_ends_it(me: Client, cast: Cast, at: datetime) -> None:
    request = ask_placement(
        worker=cast.mirai, company=cast.suzuki, from_on=at.date(), by=firm(cast.suzuki), at=at
    )
    assert "会社からの要請" in text(me, PLACEMENTS)
    assert "合意しました" in text(me, PLACEMENTS, act="accept", request=str(request.key))
    assert "今日で終えました" in text(me, PLACEMENTS, act="end", company=cast.suzuki.number)
    assert Placement.objects.get(superseded_at=None).valid_until is not None


def test_a_day_that_cannot_be_read_is_named(me: Client, cast: Cast) -> None:
    sent = {"act": "ask", "company": cast.suzuki.number, "from_on": "来月"}
    assert "就業の初日（来月）が読み取れません" in text(me, PLACEMENTS, **sent)


@pytest.mark.parametrize("act", ["accept", "refuse", "end", "nothing"])
def test_what_is_of_somebody_else_is_not_found(act: str, me: Client) -> None:
    assert me.post(PLACEMENTS, {"act": act, "request": "no-key"}).status_code == 404
