"""現場の突き合わせ: PORTAL-24, D-16."""

from dataclasses import replace
from datetime import date

import pytest

from ccus.domain.work_history.claims.matching import Described, match, plain_address, plain_name
from ccus.foundation.periods import Period

YEAR = (Period(date(2026, 4, 1), date(2027, 4, 1)),)
DAYS = (date(2026, 11, 2), date(2026, 11, 3))
TORANOMON = Described("虎ノ門四丁目計画 新築工事", "東京都港区虎ノ門四丁目1番2号", corins="4001")
ELSEWHERE = Described("見本橋 補修工事", "大阪府大阪市北区見本1-1")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (Described("ちがう名前", corins="4001"), "コリンズ番号が同じです"),
        (Described("トラノモン", "港区虎ノ門4-1-2"), "施工場所住所が同じです"),
        (Described("（仮称）虎ノ門４丁目計画"), "現場名が同じです"),
        (Described("虎ノ門四丁目 現場", "港区虎ノ門4-1"), "施工場所住所が似ています"),
    ],
)
def test_what_is_the_same_or_alike_is_proposed_with_its_reason(typed: Described, reason: str) -> None:
    found = match(typed, TORANOMON, YEAR, DAYS)
    assert found is not None
    assert reason in found.why


def test_another_site_is_not_proposed() -> None:
    assert match(ELSEWHERE, TORANOMON, YEAR, DAYS) is None


def test_the_same_town_alone_is_no_reason() -> None:
    neighbour = Described("芝浦運河 護岸工事", "東京都港区虎ノ門一丁目9番")
    assert match(neighbour, TORANOMON, YEAR, DAYS) is None


def test_a_site_whose_period_holds_no_day_is_not_proposed() -> None:
    assert match(TORANOMON, TORANOMON, (Period(date(2027, 4, 1)),), DAYS) is None


def test_it_says_how_many_days_lie_in_the_period() -> None:
    found = match(TORANOMON, TORANOMON, (Period(date(2026, 11, 3)),), DAYS)
    assert found is not None
    assert found.days == (date(2026, 11, 3),)
    assert "入力した2日のうち1日が、この現場の期間に入っています" in found.why


def test_a_number_weighs_more_than_a_name() -> None:
    by_number = match(Described("ちがう名前", corins="4001"), TORANOMON, YEAR, DAYS)
    by_name = match(replace(TORANOMON, corins=""), TORANOMON, YEAR, DAYS)
    assert by_number is not None
    assert by_name is not None
    assert by_number.score > by_name.score


def test_the_prime_is_compared_without_the_form_of_the_company() -> None:
    typed, site = (
        replace(TORANOMON, prime_name="（株）佐藤建設"),
        replace(TORANOMON, prime_name="佐藤建設株式会社"),
    )
    found = match(typed, site, YEAR, DAYS)
    assert found is not None
    assert "元請事業者名が同じです" in found.why


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("東京都港区虎ノ門四丁目１番２号", "港区虎ノ門4-1-2"),
        ("港区虎ノ門4-1-2", "港区虎ノ門4-1-2"),
        ("港区虎ノ門 ４ー１番地の２", "港区虎ノ門4-1-2"),
        ("", ""),
    ],
)
def test_addresses_are_compared_as_they_are_meant(text: str, plain: str) -> None:
    assert plain_address(text) == plain


def test_a_name_of_nothing_but_usual_words_stays_a_name() -> None:
    assert plain_name("改修工事") == "改修工事"
