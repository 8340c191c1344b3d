"""カード台紙 (CARD-18, guide G04-1, G04-2, G04-4)."""

from dataclasses import replace

import pytest

from ccus.documents.card_letter import CardLetter, letters_pdf
from ccus.domain.accounts.rules import INITIAL_ALPHABET
from tests.documents.card_papers import LETTER, ROMAN
from tests.documents.papers import FORTY_LETTERS, HOSTILE, pages

AGAIN = replace(
    LETTER, face=replace(ROMAN, serial=2), initial_password=None, until=None, kind="再発行", number=""
)
LONG = "あいうえおかきくけこ" * 16


def sheet(*letters: CardLetter) -> list[str]:
    return ["".join(page.split()) for page in pages(letters_pdf(letters))]


def test_the_first_letter_has_the_four_steps_and_the_initial_password() -> None:
    (said,) = sheet(LETTER)
    for words in ("技能者情報新規登録完了のお知らせ", "初期パスワードの変更", "登録内容の開示・非開示の選択"):
        assert words in said
    for words in ("12345678901234", "K7QM4XTR9WPAD", "2027年1月19日まで", "整理番号12-034", "2029年4月1日"):
        assert words in said


def test_the_letter_of_a_further_card_says_what_became_of_the_old_one() -> None:
    (said,) = sheet(AGAIN)
    assert "前のカードは、もう使えません" in said
    assert "再発行のカードです。" in said
    assert "ゴールドカード" in said
    assert "初期パスワード" not in said
    assert "整理番号" not in said


def test_whoever_never_signed_in_gets_the_first_steps_with_a_further_card() -> None:
    (said,) = sheet(replace(AGAIN, initial_password="K7QM4XTR9WPAD", until=LETTER.until))
    assert "最初に行っていただきたいこと" in said
    assert "K7QM4XTR9WPAD" in said


def test_the_letter_says_which_signs_the_initial_password_has() -> None:
    (said,) = sheet(LETTER)
    assert "数字の0（ゼロ）と1（いち）は、ありません" in said
    assert not set("01") & set(INITIAL_ALPHABET)


def test_no_letter_shows_the_code_of_the_back() -> None:
    assert "0427" not in "".join(sheet(LETTER, AGAIN))


@pytest.mark.parametrize("name", [FORTY_LETTERS, HOSTILE, LONG])
def test_every_letter_has_one_sheet_however_long_name_and_address_are(name: str) -> None:
    long = replace(LETTER, addressee=name, address=("〒105-0001", LONG, LONG, LONG))
    said = sheet(long, LETTER, long)
    assert len(said) == 3
    assert "".join(name.split()) in said[0]
    assert said[0].count(LONG) >= 3
