"""入金データの読み取り (FEE-07, FEE-08)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.fees.actions import record_payment
from ccus.domain.fees.bank_file import BankFile, BankRow, read_bank_file
from ccus.domain.fees.bank_table import BankFileUnreadable
from tests.factories import fees

TODAY = date(2026, 11, 20)
HEAD = "申請番号,金額,入金日\n"
FIRST, SECOND = "00000000000125", "00000000000225"
pytestmark = pytest.mark.django_db


def subjects(numbers: Collection[str]) -> Mapping[str, str]:
    """The applications 1 and 2, by their numbers."""
    return {
        number: subject
        for number, subject in {FIRST: "application:1", SECOND: "application:2"}.items()
        if number in numbers
    }


def seen(text: str, encoding: str = "utf-8-sig") -> BankFile:
    return read_bank_file(text.encode(encoding), today=TODAY, subjects=subjects)


def row(cells: str) -> BankRow:
    """The only row of a file, beside the charge of 1,000 yen of 2 November for the first application."""
    fees.charge(subject="application:1")
    (only,) = seen(HEAD + cells).rows
    return only


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_row_stands_beside_its_charge(encoding: str) -> None:
    charge = fees.charge(subject="application:1")
    (good,) = seen(f"振込人,金額,入金日,申請番号\r\n髙橋,1000,2026/11/19,{FIRST}\r\n", encoding).good
    assert (good.line, good.paid_on, good.amount) == (2, date(2026, 11, 19), 1000)
    assert good.charge is not None
    assert good.charge.id == charge.pk


@pytest.mark.parametrize(
    "cells",
    [
        f"{FIRST},1000,令和8年11月19日",
        f"{FIRST},1000,R8.11.19",
        f'{FIRST},"1,000",20261119',
        f"{FIRST},￥１０００円,2026-11-19",
        "0000-0000-0001-25,1000円,2026年11月19日",
    ],
)
def test_days_and_amounts_are_read_as_banks_and_people_write_them(cells: str) -> None:
    assert row(cells).fault == ""


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (f"{FIRST},999,2026-11-19", "金額（999円）が、請求した金額（1,000円）とちがいます"),
        (f"{FIRST},1000,2026-11-01", "請求した日（2026年11月2日）より前"),
        (f"{FIRST},1000,2026-11-21", "入金日"),
        (f"{FIRST},1000,昨日", "入金日（昨日）が読み取れません"),
        (f"{FIRST},,2026-11-19", "金額が入力されていません"),
        (f"{SECOND},1000,2026-11-19", "請求がありません"),
        ("1.00E+13,1000,2026-11-19", "数字が省略されています"),
        (FIRST, "金額が入力されていません"),
    ],
)
def test_a_row_that_does_not_count_says_why(cells: str, words: str) -> None:
    assert words in row(cells).fault


def test_what_is_paid_already_does_not_count_again(at: datetime) -> None:
    charge = fees.charge(subject="application:1")
    record_payment(charge_id=charge.pk, paid_on=TODAY, by=SYSTEM, at=at)
    assert "すでに入金" in seen(f"{HEAD}{FIRST},1000,2026-11-19\n").faulty[0].fault


def test_the_same_number_twice_in_a_file_counts_once() -> None:
    fees.charge(subject="application:1")
    file = seen(HEAD + f"{FIRST},1000,2026-11-19\n\n" * 2)
    assert [r.line for r in file.good] == [2]
    assert "2行目にもあります" in file.faulty[0].fault


def test_a_long_file_costs_as_many_statements_as_a_short_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for n in (1, 2):
        fees.charge(subject=f"application:{n}")
    with django_assert_num_queries(1):
        seen(HEAD + f"{FIRST},1000,2026-11-19\n{SECOND},1000,2026-11-19\n" * 500)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "中身が空"),
        (b"\n\n", "中身が空"),
        ("申請番号,金額\n1,2\n".encode(), "列の名前「入金日」がありません"),
        (b"\xff\xfe\x00\x81", "文字が読み取れません"),
        ((HEAD + '"1,2').encode(), "CSVとして読めません"),
        (HEAD.encode() + b"1,2,3\n" * 2001, "2,000行まで"),
        (b"a" * (1024 * 1024 + 1), "1MBまで"),
    ],
    ids=["empty", "blank", "columns", "letters", "quotes", "rows", "size"],
)
def test_a_file_that_cannot_be_read_says_how_to_mend_it(data: bytes, words: str) -> None:
    with pytest.raises(BankFileUnreadable, match=words):
        read_bank_file(data, today=TODAY, subjects=subjects)


def test_an_application_number_is_written_with_its_hyphen() -> None:
    assert row("2611232836440,1000,2026/11/19").fault.startswith("申請番号（261123-2836440）")
