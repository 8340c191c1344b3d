"""文字 (DATA-20, DATA-28): letters as people see them, and what nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.foundation.letters import emoji_in, is_unknown, letters, visible


@pytest.mark.parametrize(
    ("text", "count"),
    [("𠮷田", 2), ("葛\U000e0100城", 2), ("辻\ufe00", 1), ("Nguyê\u0303n", 6), ("", 0), ("ကြွ", 1)],
)
def test_marks_and_variation_selectors_are_part_of_a_letter(text: str, count: int) -> None:
    assert len(letters(text)) == count


@pytest.mark.parametrize(
    "mark",
    ["\u202e", "\u200f", "\u2067", "\ufeff", "\u200b", "\u00ad", "\x00", "\x1b", "\ud800", "\U000e0041"],
)
def test_what_nobody_sees_is_taken_out_of_a_name(mark: str) -> None:
    assert visible(f"{mark}建設{mark} 未来{mark}") == "建設 未来"


def test_letters_typed_in_two_parts_become_one() -> None:
    assert visible("か\u3099 e\u0302\u0303 \u1112\u1161\u11ab") == "が ễ 한"


@pytest.mark.parametrize("kanji", ["\ufa19", "\ufa11", "髙", "\U0002f9d4", "葛\U000e0101"])
def test_kanji_are_never_replaced_by_others(kanji: str) -> None:
    assert visible(kanji) == kanji


def test_joiners_stay_where_a_script_needs_them() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
    assert visible("山\u200d田") == "山田"


@pytest.mark.parametrize("text", ["😀", "山👨‍👩‍👧", "☎", "1\ufe0f\u20e3", "🇯🇵"])
def test_emoji_are_found_in_a_text(text: str) -> None:
    assert emoji_in(text)


@pytest.mark.parametrize("text", ["スター★ハイツ", "第①号", "㈱見本", "〒", "〆木", "々"])
def test_signs_of_a_japanese_keyboard_are_no_emoji(text: str) -> None:
    assert not emoji_in(text)


def test_letters_of_one_computer_alone_are_unknown() -> None:
    assert [is_unknown(c) for c in ("\ue000", "\ufffd", "\U00030000", "𠮷")] == [True, True, False, False]


@given(st.text())
def test_taking_out_what_nobody_sees_is_done_after_one_time(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_the_letters_of_a_text_make_up_the_text(text: str) -> None:
    assert "".join(letters(text)) == text
