"""連絡先の読み取り (DATA-24, DATA-25): telephone and mail, as people write them."""

import pytest

from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.entry.faults import Unreadable
from ccus.foundation.entry.reach import mail, phone, phone_words

PHONE = Field("phone", "電話番号", Kind.PHONE)
MAIL = Field("mail", "メールアドレス", Kind.MAIL)


@pytest.mark.parametrize(
    "typed",
    [
        "090-1234-5678",
        "09012345678",
        "０９０－１２３４－５６７８",
        "０９０ー１２３４ー５６７８",
        "090 1234 5678",
        "+81 90-1234-5678",
        "+81(0)90-1234-5678",
        "090・1234・5678",
    ],
)
def test_one_telephone_number_is_written_in_many_ways(typed: str) -> None:
    assert phone(PHONE, typed) == "+819012345678"


@pytest.mark.parametrize(
    ("typed", "kept", "words"),
    [
        ("(03)1234-5678", "+81312345678", "03-1234-5678"),
        ("0120-123-456", "+81120123456", "0120-123-456"),
        ("+84 91 234 56 78", "+84912345678", "+84 912 345 678"),
        ("+1 212 555 0100", "+12125550100", "+1 212-555-0100"),
    ],
)
def test_a_telephone_number_is_shown_as_its_country_writes_it(typed: str, kept: str, words: str) -> None:
    assert phone(PHONE, typed) == kept
    assert phone_words(kept) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("110", "桁が足りません"),
        ("1234-5678", "桁が足りません"),
        ("090-1234-567", "（090-1234-567）の桁が足りません"),
        ("090-1234-56789", "桁が多すぎます"),
        ("03-1234-56789", "桁が多すぎます"),
        ("なし", "読み取れません"),
        ("0120-FLOWER", "読み取れません"),
        ("+999 123456", "読み取れません"),
        ("+", "読み取れません"),
        ("9" * 300, "電話番号"),
    ],
)
def test_what_is_no_telephone_number_is_refused(typed: str, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        phone(PHONE, typed)
    assert words in refused.value.sentence
    assert len(refused.value.sentence) < 150


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mirai@example.jp", "mirai@example.jp"),
        (" ｍｉｒａｉ＠ＥＸＡＭＰＬＥ．ｊｐ ", "mirai@example.jp"),
        ("Mirai.+tag@example.co.jp", "Mirai.+tag@example.co.jp"),
        ("taro..x.@docomo.ne.jp", "taro..x.@docomo.ne.jp"),
        ("a@日本語.jp", "a@日本語.jp"),
        ("a@日本語。jp", "a@日本語.jp"),
    ],
)
def test_a_mail_address_is_read(typed: str, kept: str) -> None:
    assert mail(MAIL, typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "mirai",
        "@example.jp",
        "a@b",
        "a b@example.jp",
        "あ@example.jp",
        "a@-x.jp",
        "a@x..jp",
        "a@b@c.jp",
        "a@1.2.3.4",
    ],
)
def test_what_is_no_mail_address_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="メールアドレス"):
        mail(MAIL, typed)


def test_a_mail_address_has_254_characters_at_most() -> None:
    domain = ".".join(["x" * 60] * 4)
    assert mail(MAIL, f"ab@{domain}.jp")
    with pytest.raises(Unreadable, match="254文字以内"):
        mail(MAIL, f"{'a' * 20}@{domain}.jp")
