"""Names as they are written and read."""

from datetime import date

import pytest

from ccus.foundation.japanese import date_words, is_katakana, katakana, tidy


@pytest.mark.parametrize("name", ["髙橋 﨑", "𠮷田 健", "神谷\ufe00 塚", "Nguyễn Văn Anh", "スリヤ"])
def test_the_letters_of_a_name_are_never_replaced(name: str) -> None:
    assert tidy(name) == name


@pytest.mark.parametrize("typed", ["　建設　　未来 ", "建設\t未来\n", "建設\u00a0未来", "建設\x00 未来"])
def test_spaces_of_any_kind_become_one(typed: str) -> None:
    assert tidy(typed) == "建設 未来"


@pytest.mark.parametrize("typed", ["けんせつ　みらい", "ｹﾝｾﾂ ﾐﾗｲ", "ケンセツ ミライ"])
def test_kana_of_any_kind_become_katakana(typed: str) -> None:
    assert katakana(typed) == "ケンセツ ミライ"


def test_voiced_half_width_kana_become_one_letter() -> None:
    assert katakana("ｸﾞｴﾝ･ｳﾞｧﾝ") == "グエン・ヴァン"


@pytest.mark.parametrize("kana", ["ケンセツ ミライ", "グエン・ヴァン", "ABCコウムテン", "スリヤー"])
def test_katakana_can_be_read_out(kana: str) -> None:
    assert is_katakana(kana)


@pytest.mark.parametrize("kana", ["", "建設", "けんせつ", "ケンセツ!"])
def test_anything_else_is_no_katakana(kana: str) -> None:
    assert not is_katakana(kana)


def test_a_date_is_written_without_leading_zeros() -> None:
    assert date_words(date(2029, 4, 1)) == "2029年4月1日"
