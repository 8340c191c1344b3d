"""申請番号の控え."""

from dataclasses import replace
from datetime import date

from ccus.documents.receipt import receipt
from tests.documents.papers import FEE, HOSTILE, RECEIPT, pages


def test_the_receipt_says_number_kind_moment_and_what_was_filed() -> None:
    (page,) = pages(receipt(RECEIPT))
    for words in ("2026-1120-0001", "登録内容の変更", "2026年11月20日 12:05", "連絡先", "追加2件"):
        assert words in page


def test_the_receipt_says_what_it_costs_and_until_when() -> None:
    (page,) = pages(receipt(replace(RECEIPT, fee=FEE)))
    assert "2,500円" in page
    assert "支払いの期限 2026年12月4日" in page


def test_the_receipt_of_a_paid_fee_says_on_which_day() -> None:
    (page,) = pages(receipt(replace(RECEIPT, fee=replace(FEE, paid_on=date(2026, 11, 21)))))
    assert "支払った日 2026年11月21日" in page


def test_an_application_without_a_fee_says_that_it_costs_nothing() -> None:
    (page,) = pages(receipt(RECEIPT))
    assert "手数料はかかりません" in page


def test_the_receipt_names_the_contact_centre_of_the_guide() -> None:
    (page,) = pages(receipt(RECEIPT))
    for words in ("03-6386-3725", "otoiawase@mail.ccus.jp", "9時～17時"):
        assert words in page


def test_what_an_applicant_typed_stays_text_on_the_receipt() -> None:
    (page,) = pages(receipt(replace(RECEIPT, name=HOSTILE, next_steps=(HOSTILE,))))
    assert page.count(HOSTILE) >= 2
