"""現場をさがす: PORTAL-20."""

import pytest
from django.db import connection

from ccus.domain.sites.reading.finding import find_sites
from tests.factories.sites import site

pytestmark = pytest.mark.django_db


def found(text: str) -> list[str]:
    return [each.name for each in find_sites(text)]


@pytest.fixture(autouse=True)
def toranomon() -> None:
    site(
        name="虎ノ門四丁目計画（Ａ棟） 新築工事",
        name_kana="トラノモンヨンチョウメケイカク",
        address="東京都港区虎ノ門4-1-2",
        corins="4001234567",
    )
    site(name="見本橋補修工事", name_kana="ミホンバシ", address="大阪府大阪市北区見本1-1")


@pytest.mark.parametrize(
    "text",
    [
        "虎ノ門",
        "とらのもん",
        "ﾄﾗﾉﾓﾝ",
        "虎ノ門4丁目",
        "Ａ棟",
        "a棟",
        "港区虎ノ門 計画",
        "虎ノ門412",
        "4001234567",
    ],
)
def test_a_site_is_found_by_what_people_type_of_it(text: str) -> None:
    assert found(text) == ["虎ノ門四丁目計画（Ａ棟） 新築工事"]


@pytest.mark.parametrize("text", ["", "虎", "門虎", "虎ノ門 大阪", "%%", "'", "計画と"])
def test_what_no_site_has_finds_none(text: str) -> None:
    assert found(text) == []


def test_every_word_must_be_there_and_the_newest_comes_first() -> None:
    site(name="虎ノ門駅前 改修工事", name_kana="トラノモン")
    assert found("虎ノ門 工事") == ["虎ノ門駅前 改修工事", "虎ノ門四丁目計画（Ａ棟） 新築工事"]


def test_a_name_that_says_the_word_comes_before_an_address_that_does() -> None:
    site(name="港ビル改修工事", name_kana="ミナト", address="大阪府大阪市北区虎ノ門1-1")
    assert found("虎ノ門") == ["虎ノ門四丁目計画（Ａ棟） 新築工事", "港ビル改修工事"]


def test_the_words_are_looked_up_by_an_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute(
            "explain select from site"
            " where site_pairs(name || '/' || name_kana || '/' || address) @> site_pairs('虎ノ門')"
        )
        assert "site_by_words" in str(cursor.fetchall())
