"""読み取り (DATA-20 to DATA-29): typed text by kind of field, and the sentences of what is refused."""

from datetime import date

import pytest

from ccus.foundation.entry.block import Block, Field, Kind, Value, Values
from ccus.foundation.entry.reading import Read, read
from ccus.foundation.refusals import Refusal

TODAY = date(2026, 11, 20)


def reading(field: Field, text: str) -> Read:
    return read(Block("b", "区分", (field,)), {"x": text}, today=TODAY, codes=lambda _: {"a", "b"})


def value(kind: Kind, text: str, *, longest: int = 120, digits: int = 0, most: int = 99) -> Value:
    done = reading(Field("x", "項目", kind, longest=longest, digits=digits, most=most), text)
    assert done.faults == ()
    return done.values["x"]


def sentence(kind: Kind, text: str, *, longest: int = 120, digits: int = 0, is_required: bool = False) -> str:
    field = Field("x", "項目", kind, longest=longest, digits=digits, most=99, is_required=is_required)
    done = reading(field, text)
    assert done.values == {"x": None}
    assert [fault.field for fault in done.faults] == ["x"]
    return done.faults[0].sentence


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("　髙橋　 一郎 ", "髙橋 一郎"),
        ("𠮷", "𠮷"),
        ("\u202e建設\u200b", "建設"),
        ("スリヤ", "スリヤ"),
        ("葛\U000e0100", "葛\U000e0100"),
        ("أحمد", "أحمد"),
        ("ＡＢＣ", "ＡＢＣ"),
    ],
)
def test_a_line_is_kept_as_typed(typed: str, kept: str) -> None:
    assert value(Kind.LINE, typed) == kept


def test_lengths_are_counted_in_letters_as_people_see_them() -> None:
    assert value(Kind.LINE, "葛\U000e0100" * 40, longest=40) == "葛\U000e0100" * 40
    assert sentence(Kind.LINE, "𠮷" * 41, longest=40) == "項目が41文字です。40文字以内で入力してください。"
    assert "重なりすぎています" in sentence(Kind.LINE, "a" + "\u0301" * 500, longest=40)


@pytest.mark.parametrize(("typed", "word"), [("建設😀", "絵文字（😀）"), ("建\ue000", "外字")])
def test_emoji_and_private_letters_are_refused_kindly(typed: str, word: str) -> None:
    assert word in sentence(Kind.LINE, typed)


def test_a_text_keeps_its_lines() -> None:
    assert value(Kind.TEXT, " 基礎 配筋 \r\n\r\n\r\n型枠\u2028解体 \n") == "基礎 配筋\n\n型枠\n解体"


@pytest.mark.parametrize("typed", ["けんせつ　みらい", "ｹﾝｾﾂ ﾐﾗｲ", "ケンセツ\tミライ"])
def test_kana_are_kept_as_katakana(typed: str) -> None:
    assert value(Kind.KANA, typed) == "ケンセツ ミライ"


def test_letters_that_are_no_kana_or_roman_are_named() -> None:
    assert "カタカナでない文字（建）" in sentence(Kind.KANA, "建設")
    assert "ローマ字でない文字（阮）" in sentence(Kind.ROMAN, "NGUYEN 阮")


@pytest.mark.parametrize(
    ("typed", "kept"), [("ＮＧＵＹＥＮ　ＶＡＮ", "NGUYEN VAN"), ("O’Neil‐José Jr.", "O'Neil-José Jr.")]
)
def test_roman_letters_become_half_width(typed: str, kept: str) -> None:
    assert value(Kind.ROMAN, typed) == kept


@pytest.mark.parametrize(("typed", "number"), [("１２", 12), ("12年", 12), ("0012", 12), ("၁၂", 12)])
def test_numbers_are_read_in_any_width_and_with_their_unit(typed: str, number: int) -> None:
    assert value(Kind.NUMBER, typed) == number


@pytest.mark.parametrize("typed", ["-5", "5.5", "約10年", "abc"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert sentence(Kind.NUMBER, typed) == f"項目（{typed}）が読み取れません。数字だけで入力してください。"


@pytest.mark.parametrize("typed", ["100", "1,000", "9" * 6000])
def test_a_number_outside_its_bounds_is_refused_with_them(typed: str) -> None:
    assert "は、0から99までの数字にしてください。" in sentence(Kind.NUMBER, typed)


def test_digits_are_counted_one_by_one() -> None:
    assert value(Kind.DIGITS, "１２-３４", digits=4) == "1234"
    assert sentence(Kind.DIGITS, "123", digits=4) == "項目が3桁です。4桁の数字を入力してください。"


def test_fourteen_digits_are_read_however_they_are_typed() -> None:
    assert value(Kind.ID14, "１２３４ 5678-9012-34") == "12345678901234"
    assert "項目が3桁です" in sentence(Kind.ID14, "123")


@pytest.mark.parametrize("typed", ["〒100-0001", "１００ー０００１", "1000001", " 100 0001 "])
def test_a_postal_code_is_seven_digits(typed: str) -> None:
    assert value(Kind.POSTCODE, typed) == "1000001"


def test_a_postal_code_that_nobody_knows_is_accepted() -> None:
    assert value(Kind.POSTCODE, "9999999") == "9999999"
    assert "7桁の数字" in sentence(Kind.POSTCODE, "100")


@pytest.mark.parametrize(("typed", "is_ticked"), [("1", True), ("on", True), ("", False), ("0", False)])
def test_a_tick_is_yes_or_no(typed: str, is_ticked: bool) -> None:
    assert value(Kind.TICK, typed) is is_ticked


def test_only_what_stands_in_the_list_is_chosen() -> None:
    assert value(Kind.CHOICE, "a") == "a"
    assert "一覧にないもの（c）" in sentence(Kind.CHOICE, "c")


def test_a_file_is_named_by_its_key() -> None:
    key = "0192f0c1-2345-4678-9abc-def012345678"
    assert value(Kind.FILE, key.upper()) == key
    assert "もう一度、撮って付けてください" in sentence(Kind.FILE, "../etc/passwd")


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_where_something_must_be_is_refused(kind: Kind) -> None:
    assert sentence(kind, " 　\u200b", is_required=True).lstrip("「").startswith("項目")


@pytest.mark.parametrize("kind", sorted({*Kind} - {Kind.TICK}))
def test_nothing_where_nothing_must_be_is_none(kind: Kind) -> None:
    assert value(kind, "　") is None


class Odd(Refusal):
    """A check's refusal."""


def _even(values: Values) -> None:
    if values["years"] == 1:
        raise Odd("奇数です。", "years")


JOINED = Block(
    "insurance",
    "保険",
    (
        Field("joined", "加入", Kind.TICK),
        Field("number", "番号", is_required=True, only_with=("joined", "1")),
        Field("years", "年数", Kind.NUMBER, most=9),
    ),
    check=_even,
)


def joined(**raw: str) -> Read:
    return read(JOINED, raw, today=TODAY, codes=lambda _: ())


def test_a_field_that_belongs_to_another_answer_is_not_asked_without_it() -> None:
    assert joined(number="12").values == {"joined": False, "number": None, "years": None}
    assert joined(joined="1", number="12").values["number"] == "12"


def test_faults_come_in_the_order_of_the_fields() -> None:
    assert [fault.field for fault in joined(joined="1", years="x").faults] == ["number", "years"]


def test_a_block_is_checked_as_a_whole_once_its_fields_are_read() -> None:
    assert [type(fault) for fault in joined(years="1").faults] == [Odd]
    assert Odd not in {type(fault) for fault in joined(joined="1", years="1").faults}
