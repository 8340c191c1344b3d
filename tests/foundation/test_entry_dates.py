"""日付の読み取り (DATA-22): however people write a day, and what is no day."""

from datetime import date

import pytest

from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.entry.dates import day
from ccus.foundation.entry.faults import OutOfBounds, Unreadable

TODAY = date(2026, 11, 20)
BIRTH = Field("birth_on", "生年月日", Kind.DATE, is_past=True)
EXPIRY = Field("expires", "有効期限", Kind.DATE)


@pytest.mark.parametrize(
    "typed",
    [
        "1989-04-01",
        "1989/4/1",
        "1989.4.1",
        "1989 4 1",
        "19890401",
        "1989年4月1日",
        "1989年 4月 1日",
        "１９８９年４月１日",
        "1989年4月1日（土）",
        "1989年4月1日生",
        "平成元年4月1日生まれ",
        "平成元年4月1日",
        "平成1年4月1日",
        "㍻元年4月1日",
        "H1.4.1",
        "h01/04/01",
        "H010401",
        "1989ー04ー01",
    ],
)
def test_one_day_is_written_in_many_ways(typed: str) -> None:
    assert day(BIRTH, typed, today=TODAY) == date(1989, 4, 1)


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("S49.5.3", date(1974, 5, 3)),
        ("R6.2.29", date(2024, 2, 29)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("令和8年11月20日", TODAY),
        ("明治33年1月1日", date(1900, 1, 1)),
    ],
)
def test_days_are_read_in_their_era(typed: str, on: date) -> None:
    assert day(BIRTH, typed, today=TODAY) == on


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2023-02-29", "2023年2月は28日までです"),
        ("R5.2.29", "2023年2月は28日までです"),
        ("1989-13-01", "13月は、暦にありません"),
        ("1989-00-10", "0月は、暦にありません"),
        ("1899-12-31", "1900年より前の日です"),
        ("2026-11-21", "まだ来ていない日です。今日（2026年11月20日）まで"),
        ("昭和64年1月8日", "昭和にない日です。平成元年1月8日（1989年）ではありませんか"),
        ("平成元年1月7日", "平成にない日です。昭和64年1月7日（1989年）ではありませんか"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_reason(typed: str, words: str) -> None:
    with pytest.raises(OutOfBounds, match="生年月日") as refused:
        day(BIRTH, typed, today=TODAY)
    assert words in refused.value.sentence


@pytest.mark.parametrize(
    "typed", ["平成", "1989年4月", "89/4/1", "4/1/1989", "きのう", "0", "-", "元年1月1日"]
)
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Unreadable, match="「1989年4月1日」"):
        day(BIRTH, typed, today=TODAY)


def test_papers_of_heisei_run_on_after_its_end() -> None:
    assert day(EXPIRY, "平成33年5月1日", today=TODAY) == date(2021, 5, 1)


def test_a_day_that_may_lie_ahead_lies_in_these_centuries() -> None:
    assert day(EXPIRY, "2199-12-31", today=TODAY) == date(2199, 12, 31)
    with pytest.raises(OutOfBounds, match="先すぎます"):
        day(EXPIRY, "9999-12-31", today=TODAY)
