"""Numbers: how they are drawn, and how they are read however they were typed."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_10

from ccus.foundation.identifiers import Kind, NumberUnreadable, digits_of, grouped, new_number, read_number


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_number_is_eleven_digits_a_check_digit_and_the_kind(kind: Kind) -> None:
    number = new_number(kind)
    assert len(number) == 14
    assert mod_11_10.is_valid(number[:12])
    assert number.endswith(kind)


def test_new_numbers_follow_no_order() -> None:
    drawn = [new_number(Kind.WORKER) for _ in range(50)]
    assert len(set(drawn)) == 50
    assert drawn != sorted(drawn)


@pytest.mark.parametrize(
    "typed",
    [
        "12345678901234",
        "1234 5678 9012 34",
        "１２３４　５６７８　９０１２　３４",
        "1234-5678-9012-34",
        "1234ー5678−9012‐34",
        "１２３４－５６７８―９０１２—34\u200b",
        "\ufeff1234ｰ5678\t9012\n34",
    ],
)
def test_a_number_is_read_however_it_was_typed(typed: str) -> None:
    assert read_number(typed, label="技能者ID", field="login") == "12345678901234"


def test_a_card_number_with_its_suffix_is_sixteen_digits() -> None:
    assert digits_of("1234 5678 9012 34 - 01") == "1234567890123401"


def test_thirteen_digits_are_refused_with_their_count() -> None:
    with pytest.raises(NumberUnreadable) as refused:
        read_number("1234 5678 9012 3", label="技能者ID", field="login")
    assert refused.value.sentence == "技能者IDが13桁です。カードなどに書かれた14桁の数字を入力してください。"
    assert refused.value.field == "login"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "入力されていません"),
        (" - ", "入力されていません"),
        ("1234567890123O", "数字でない文字"),
        ("١٢٣٤", "数字でない文字"),
        ("1.23457E+13", "表計算ソフトが丸めた数"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(typed: str, fault: str) -> None:
    with pytest.raises(NumberUnreadable, match=fault):
        read_number(typed, label="技能者ID", field="login")


def test_a_foreign_number_needs_neither_our_check_digit_nor_our_kind() -> None:
    assert read_number("00000000000000", label="現場ID", field="site") == "00000000000000"


def test_a_number_is_shown_as_the_card_prints_it() -> None:
    assert grouped("12345678901234") == "1234 5678 9012 34"


@given(st.text())
def test_reading_any_text_gives_fourteen_digits_or_a_refusal(typed: str) -> None:
    with suppress(NumberUnreadable):
        assert re.fullmatch("[0-9]{14}", read_number(typed, label="技能者ID", field="login"))
