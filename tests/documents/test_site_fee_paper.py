"""現場利用料の請求書: the account, the sums by site, every day behind it (USE-11)."""

from dataclasses import replace

import pytest

from ccus.documents.site_fees import site_fees_data, site_fees_pdf
from tests.documents.fee_papers import BILL, MADE_AT, site_days
from tests.documents.papers import FORTY_LETTERS, HOSTILE, pages


def test_the_first_sheet_says_who_pays_what_by_when() -> None:
    first = pages(site_fees_pdf(BILL, [site_days("未来タワー新築工事", 3, 20)], made_at=MADE_AT))[0]
    for words in (
        "見本建設株式会社　御中",
        "202611-20000000000017",
        "12,340円",
        "2027年1月4日",
        "前の月からの繰越",
        "990円",
        "未来タワー新築工事",
        "59日",
    ):
        assert words in first


def test_what_was_taken_back_stands_beside_what_was_charged() -> None:
    whole = "".join(pages(site_fees_pdf(BILL, [site_days("現場", 1, 3)], made_at=MADE_AT)))
    assert "11月1・2・3日" in whole
    assert "取消し 9月30日" in whole


def test_every_sheet_of_ten_thousand_days_repeats_its_heads_and_its_site() -> None:
    sheets = pages(site_fees_pdf(BILL, [site_days("大きな現場", 500, 20)], made_at=MADE_AT))
    assert len(sheets) > 10
    for number, page in enumerate(sheets[1:], start=2):
        assert "現場　大きな現場" in page
        assert "技能者ID" in page
        assert f"{number}/{len(sheets)}ページ" in page


def test_each_site_ends_with_its_sum() -> None:
    data = site_fees_data(BILL, [site_days("甲", 2, 5), site_days("乙", 1, 5)], made_at=MADE_AT)
    assert [words for *_, words in data["sums"]] == ["100円", "50円"]  # type: ignore[attr-defined]
    assert data["whole"] == ("13日", "150円")


@pytest.mark.parametrize("name", [FORTY_LETTERS, "W" * 40, "髙﨑 𠮷郎", HOSTILE])
def test_a_name_of_any_kind_keeps_every_letter_on_the_bill(name: str) -> None:
    whole = "".join(pages(site_fees_pdf(BILL, [site_days("現場", 2, 3, person=name)], made_at=MADE_AT)))
    assert name in whole


def test_a_month_without_a_charge_is_no_bill_but_an_account() -> None:
    waiting = replace(BILL, booked=-400, carried=0, billed=0, carried_on=-400, charge=None)
    (page,) = pages(site_fees_pdf(waiting, [], made_at=MADE_AT))
    assert "現場利用料の精算書" in page
    assert "今月の請求はありません" in page
    assert "−400円" in page
