"""確認コード: PROOF-04, PROOF-05."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.certificates.codes import code_for, hash_of
from ccus.domain.certificates.rules import ALPHABET, CodeUnreadable, code_of, expires_on, grouped, read_code

CODE = code_of(bytes(range(1, 33)))
secrets = st.binary(min_size=32, max_size=32)


def test_a_code_is_twenty_letters_that_nobody_mistakes_for_others() -> None:
    assert (len(CODE), set(CODE) <= set(ALPHABET)) == (20, True)
    assert not set("ILOU") & set(ALPHABET)


@given(secrets)
def test_every_code_is_read_as_it_is_printed(secret: bytes) -> None:
    code = code_of(secret)
    assert read_code(grouped(code)) == read_code(f" {code.lower()} ") == code


@given(secrets, st.integers(0, 19), st.sampled_from(ALPHABET))
def test_one_letter_that_was_mistyped_is_never_another_code(secret: bytes, place: int, letter: str) -> None:
    code = code_of(secret)
    typed = code[:place] + letter + code[place + 1 :]
    if typed != code:
        with pytest.raises(CodeUnreadable, match="どこかの文字がちがいます"):
            read_code(typed)


def test_letters_that_look_alike_and_full_width_ones_are_read_as_meant() -> None:
    meant = code_of(bytes(12) + bytes(20))
    assert meant == "0" * 20
    assert read_code("ＯＯＯＯＯ－oooooー00000 OOOOO") == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "入力されていません"),
        ("ーー", "入力されていません"),
        (CODE[:-1], "入力は19文字でした"),
        (CODE + "0" * 100, "文字でした"),
        ("あ" + CODE[1:], "「あ」は、確認コードに使われない文字"),
    ],
)
def test_what_cannot_be_a_code_is_said_with_what_is_wrong(typed: str, said: str) -> None:
    with pytest.raises(CodeUnreadable, match=said):
        read_code(typed)


def test_the_code_of_a_certificate_hangs_on_the_servers_secret(settings: object) -> None:
    key = UUID(int=7)
    one, before = code_for(key), hash_of(code_for(key))
    settings.SECRET_KEY = "another secret of another server"  # type: ignore[attr-defined]
    assert code_for(key) != one
    assert (len(before), one.encode() in before) == (32, False)


@pytest.mark.parametrize(
    ("issued", "ends"),
    [(date(2026, 11, 20), date(2027, 11, 20)), (date(2028, 2, 29), date(2029, 3, 1))],
)
def test_a_certificate_holds_for_one_year(issued: date, ends: date) -> None:
    assert expires_on(issued) == ends
