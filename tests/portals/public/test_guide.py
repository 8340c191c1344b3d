"""使い方: the card, first chapter of the guide (G02-1 to G02-7)."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def said(client: Client) -> str:
    return re.sub(r"<[^>]+>|\s", "", client.get("/guide/").content.decode())


def test_the_guide_shows_both_kinds_of_card_and_the_back(client: Client) -> None:
    page = client.get("/guide/").content.decode()
    assert page.count('class="card-face"') == 3
    for words in ("ゴールドカード", "一般のカード（白色）", "カード裏面"):
        assert f'<figcaption class="card-caption">{words}</figcaption>' in page


def test_the_guides_sample_card_is_on_the_pictures(client: Client) -> None:
    assert "技能者ID 1234 5678 9012 34 - 01。氏名 建設 未来。" in client.get("/guide/").content.decode()


def test_the_guide_says_what_the_card_is_for(client: Client) -> None:
    shown = said(client)
    for words in (
        "「登録基幹技能者資格」を登録された技能者の方には「ゴールドカード」",
        "技能者の能力評価、ひいてはキャリアアップに必要となる大切なカードです。",
        "国土交通省において、建設キャリアアップシステムを活用した技能者の処遇改善策について検討しています。",
        "技能者の能力評価基準に合わせて色分けされたカードの交付を予定しています。",
    ):
        assert words in shown


def test_no_picture_of_a_card_shows_a_code(client: Client) -> None:
    assert "本人確認番号は、カードの裏に印刷されています。" in client.get("/guide/").content.decode()
