"""読み取りと表示: nothing that is typed breaks the reading, and what was read can be typed again."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.reading import Read, read
from ccus.foundation.entry.showing import show, typed

TODAY = date(2026, 11, 20)
EVERY = Block(
    "every",
    "全部",
    tuple(
        Field(
            f"{kind}{n}",
            f"{kind}の項目",
            kind,
            longest=40,
            digits=4 * n,
            most=999,
            is_required=bool(n),
            is_past=bool(n),
        )
        for kind in Kind
        for n in (0, 1)
    ),
)
ALPHABET = st.one_of(
    st.text(max_size=40),
    st.text("0123456789０１２３年月日-/.元ー@+() SHRT昭和平成", max_size=24),
    st.text("あいうがぎアイヴｶﾞ゛゜\u3099・ー－ abcÀé’'.\u0301\ufe0f\u200d葛\U000e0100髙", max_size=24),
    st.from_regex(r"[+0][0-9]{6,13}", fullmatch=True),
    st.from_regex(r"[a-zA-Z0-9.]{1,9}@[a-z日本]{1,9}\.[a-z]{1,4}", fullmatch=True),
    st.dates(date(1890, 1, 1), date(2210, 1, 1)).map(str),
    st.uuids().map(str),
)


def reading(raw: dict[str, str]) -> Read:
    return read(EVERY, raw, today=TODAY, codes=lambda _: {"1", "a"})


rows = st.fixed_dictionaries({field.name: ALPHABET for field in EVERY.fields})


@given(rows)
def test_reading_never_fails_whatever_is_typed(raw: dict[str, str]) -> None:
    done = reading(raw)
    assert {*done.values} == {field.name for field in EVERY.fields}
    assert all(fault.field in done.values and done.values[fault.field] is None for fault in done.faults)


@given(rows)
def test_what_was_read_can_be_typed_and_read_again(raw: dict[str, str]) -> None:
    values = reading(raw).values
    again = {field.name: typed(field, values[field.name]) for field in EVERY.fields}
    assert reading(again).values == values


@given(rows)
def test_every_value_can_be_shown_in_one_sentence_or_none(raw: dict[str, str]) -> None:
    values = reading(raw).values
    for field in EVERY.fields:
        shown = show(field, values[field.name], label=lambda _, code: f"〔{code}〕")
        assert bool(shown) == (values[field.name] is not None)


@given(rows)
def test_a_sentence_names_the_field_and_stays_short(raw: dict[str, str]) -> None:
    for fault in reading(raw).faults:
        assert "の項目" in fault.sentence
        assert len(fault.sentence) < 200


def test_values_are_shown_as_pages_write_them() -> None:
    shown = [
        show(Field("x", "x", kind, choices="list"), value, label=lambda name, code: f"{name}:{code}")
        for kind, value in (
            (Kind.DATE, "2024-02-29"),
            (Kind.POSTCODE, "1000001"),
            (Kind.PHONE, "+819012345678"),
            (Kind.ID14, "12345678901234"),
            (Kind.CHOICE, "a"),
            (Kind.TICK, False),
            (Kind.NUMBER, 0),
            (Kind.FILE, "0192f0c1-2345-4678-9abc-def012345678"),
            (Kind.LINE, None),
        )
    ]
    assert shown == [
        "2024年2月29日",
        "〒100-0001",
        "090-1234-5678",
        "1234 5678 9012 34",
        "list:a",
        "いいえ",
        "0",
        "画像あり",
        "",
    ]
