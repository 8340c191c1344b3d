"""似ている二人: what two records have in common, as people write names and dates (SAME-01)."""

from datetime import date
from typing import Any

import pytest

from ccus.domain.workers.matching import Described, compare
from ccus.domain.workers.terms import Likeness

L = Likeness
BORN = date(1985, 3, 12)


def _points(one: dict[str, Any], other: dict[str, Any]) -> set[L]:
    plain: dict[str, Any] = {"birth_on": BORN, "kana": "ア"}
    a, b = Described(1, **plain | one), Described(2, **plain | {"kana": "ン"} | other)
    assert compare(a, b) == compare(b, a)
    return {point.likeness for point in compare(a, b).points} - {L.BIRTH}


@pytest.mark.parametrize(
    ("one", "other", "point"),
    [
        ("サトウ タロウ", "サトウ　タロウ", L.KANA),
        ("サトウ タロウ", "ｻﾄｳﾀﾛｳ", L.KANA),
        ("サトウ タロウ", "サトー タロー", L.KANA_ALIKE),
        ("オオノ ショウイチ", "オーノ シヨウイチ", L.KANA_ALIKE),
        ("オノ ユウキ", "オオノ ユキ", L.KANA_ALIKE),
        ("ミヅシマ ケイ", "ミズシマ ケエ", L.KANA_ALIKE),
        ("グエン ヴァン ズン", "グエン ブアンズン", L.KANA_ALIKE),
        ("タロウ サトウ", "サトウ タロウ", L.KANA_ALIKE),
        ("サトウ ケンイチ", "サトウ ケンニチ", L.KANA_NEAR),
        ("グエン ヴァン アン", "グエン アン", L.NAME_PART),
        ("サトウ ハナコ", "スズキ ハナコ", L.GIVEN_ALONE),
        ("サトウ タロウ", "サトウ ジロウ", L.GIVEN_DIFFERS),
        ("サトウ タロウ", "カトウ ジロウ", None),
    ],
)
def test_furigana_are_compared_as_they_sound(one: str, other: str, point: L | None) -> None:
    assert _points({"kana": one}, {"kana": other}) == ({point} if point else set())


@pytest.mark.parametrize(
    ("one", "other", "point"),
    [
        ({"official": "髙橋 一郎"}, {"official": "高橋一郎"}, L.OFFICIAL),
        ({"official": "渡邊 茂"}, {"official": "渡辺　茂"}, L.OFFICIAL),
        ({"official": "神田\ufa19"}, {"official": "神田神"}, L.OFFICIAL),
        ({"official": "NGUYEN VAN AN"}, {"official": "Nguyen Van An"}, L.OFFICIAL),
        ({"official": "佐藤 花子"}, {"official": "鈴木 花子", "alias": "佐藤 花子"}, L.OTHER_FORM),
        ({"native": "阮文安"}, {"native": "阮文安"}, L.OTHER_FORM),
        ({"official": "山﨑 葛\U000e0100"}, {"official": "山崎葛"}, L.OFFICIAL),
        ({"official": "王 伟"}, {"official": "王偉"}, L.OFFICIAL),
        ({"official": "AN NGUYEN"}, {"roman": "NGUYEN AN"}, None),
        ({"roman": "SATOU TAROU"}, {"roman": "Taro Satō"}, None),
        ({"official": "佐藤 花子"}, {"official": "佐藤 華子"}, None),
    ],
)
def test_names_are_compared_in_every_form(
    one: dict[str, str], other: dict[str, str], point: L | None
) -> None:
    found = _points(one, other) - {L.ROMAN}
    assert found - {L.OTHER_FORM} == ({point} - {L.OTHER_FORM} if point else set())
    assert (L.OTHER_FORM in found) >= (point is L.OTHER_FORM)


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("SATO TARO", "TARO SATO", True),
        ("SATOU TAROU", "Taro Satō", True),
        ("OHNO YUUKI", "Ono Yuki", True),
        ("", "", False),
        ("SATO TARO", "SAITO TARO", False),
        ("Nguyễn Văn Đức", "NGUYEN VAN DUC", True),
        ("SHIMBA TSUJI", "SINBA TUZI", True),
        ("O'NEILL ANNE-MARIE", "ONEILL ANNE MARIE", True),
        ("NGUYEN VAN NAM", "NGUYEN VAN MAN", False),
    ],
)
def test_roman_names_are_compared_in_any_order(one: str, other: str, is_alike: bool) -> None:
    assert (L.ROMAN in _points({"roman": one}, {"roman": other})) is is_alike


@pytest.mark.parametrize(
    ("other", "points"),
    [
        (date(1985, 3, 12), [L.BIRTH]),
        (date(1985, 12, 3), [L.BIRTH_SWAPPED]),
        (date(1958, 3, 12), [L.BIRTH_SWAPPED]),
        (date(1985, 3, 21), [L.BIRTH_SWAPPED]),
        (date(1986, 3, 12), [L.BIRTH_DIGIT]),
        (date(1985, 3, 22), [L.BIRTH_DIGIT]),
        (date(1986, 4, 12), [L.BIRTH_DIFFERS]),
    ],
)
def test_birth_dates_are_compared_as_people_mistype_them(other: date, points: list[L]) -> None:
    found = compare(Described(1, BORN, kana="ア"), Described(2, other, kana="ン")).points
    assert [point.likeness for point in found] == points


def test_telephone_address_and_sex_speak_for_and_against() -> None:
    here = {"phone": "+819012345678", "address": "東京都港区芝1丁目2番3号", "sex": "male"}
    there = here | {"address": "東京都港区芝１－２－３"}
    assert _points(here, there) == {L.PHONE, L.ADDRESS}
    assert _points({"sex": "male"}, {"sex": "female"}) == {L.SEX_DIFFERS}


@pytest.mark.parametrize(
    ("other", "suspected", "strong"),
    [
        ({"kana": "サトウ タロウ"}, True, False),
        ({"kana": "サトウ タロウ", "phone": "+81312345678"}, True, True),
        ({"kana": "サトウ タロウ", "birth_on": date(1961, 1, 1)}, False, False),
        ({"kana": "サトウ ジロウ", "phone": "+81312345678", "address": "港区芝1"}, True, False),
        ({"kana": "スズキ ハナコ"}, False, False),
        ({"kana": "スズキ タロウ", "phone": "+81312345678"}, True, True),
        ({"kana": "サトウ ジロウ", "address": "港区芝1"}, False, False),
    ],
    ids=["name and birth", "and telephone", "a common name", "twins", "a birthday", "married", "twins apart"],
)
def test_the_sum_decides_who_is_suspected(other: dict[str, Any], suspected: bool, strong: bool) -> None:
    known = Described(1, BORN, kana="サトウ タロウ", phone="+81312345678", address="港区芝1")
    found = compare(known, Described(2, **{"birth_on": BORN} | other))
    assert (found.is_suspected, found.is_strong) == (suspected, strong)


@pytest.mark.parametrize(
    ("one", "other", "is_part"),
    [
        ("NGUYEN VAN AN", "AN NGUYEN", True),
        ("J SMITH", "JOHN SMITH", True),
        ("SMITH", "JOHN SMITH", False),
        ("NGUYEN VAN AN", "NGUYEN THI AN", False),
    ],
)
def test_a_name_without_its_middle_name_or_with_initials_is_a_part(
    one: str, other: str, is_part: bool
) -> None:
    assert (L.NAME_PART in _points({"roman": one}, {"roman": other})) is is_part
