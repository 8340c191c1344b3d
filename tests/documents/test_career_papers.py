"""経歴の図, 就業履歴証明 and 建退共 就労日一覧 on paper (PROOF-02, PROOF-09, PROOF-11)."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from ccus.documents.career import career_picture
from ccus.documents.career_paper import career_pdf
from ccus.documents.certificate import certificate_pdf
from ccus.documents.kentaikyo import (
    Method,
    contribution,
    kentaikyo_pdf,
    kentaikyo_sheet,
    kentaikyo_xlsx,
)
from ccus.domain.certificates.terms import INCLUDES
from tests.documents.career_papers import AID, CAREER, CERTIFICATE, MIRAI, MONDAY
from tests.documents.careers import LAST, career_of
from tests.documents.papers import FORTY_LETTERS, HOSTILE, pages


@pytest.mark.parametrize("years", [1, 8, 30])
def test_a_life_of_work_fits_on_one_sheet(years: int) -> None:
    (page,) = pages(career_pdf(replace(CAREER, picture=career_of(years))))
    assert f"{LAST.year - years + 1}年" in page
    assert "「承認なし」は、どの合計にも入っていません" in page


@pytest.mark.parametrize("name", [FORTY_LETTERS, HOSTILE])
def test_every_letter_of_a_name_stays_on_the_picture_and_the_certificate(name: str) -> None:
    for paper in (career_pdf(replace(CAREER, name=name)), certificate_pdf(replace(CERTIFICATE, name=name))):
        assert name.replace(" ", "") in pages(paper)[0].replace(" ", "")


def test_a_picture_of_no_day_says_that_there_is_none() -> None:
    nothing = replace(CAREER, from_on=None, until_on=None, picture=career_picture([]))
    assert "就業履歴は、まだありません" in pages(career_pdf(nothing))[0]


def test_the_certificate_says_what_each_sum_includes_and_how_it_is_checked() -> None:
    words = "".join("".join(pages(certificate_pdf(CERTIFICATE))).split())
    for told in (*INCLUDES, "上の数には入っていません", CERTIFICATE.code, "未来タワー", "/check/0123A56789"):
        assert told.replace(" ", "") in words


def test_a_certificate_without_sites_names_none() -> None:
    paper = replace(CERTIFICATE, with_sites=False, figures=replace(CERTIFICATE.figures, sites=()))
    assert "現場と作業ごと" not in "".join(pages(certificate_pdf(paper)))


def test_the_list_for_the_retirement_aid_has_a_mark_for_each_day_and_sums() -> None:
    (table,) = kentaikyo_sheet(AID).tables
    row, sums = table.rows
    assert [field for field, cell in row.items() if cell == "○"] == ["day_16", "day_19"]
    assert (row["days"], row["paid_days"], row["yen"]) == (2, 2, 640)
    assert (sums["name"], sums["yen"]) == ("合計", 640)


def test_whoever_has_no_number_is_listed_and_nothing_is_paid() -> None:
    (table,) = kentaikyo_sheet(replace(AID, workers=[replace(MIRAI, member_number="")])).tables
    assert (table.rows[0]["member_number"], table.rows[0]["days"], table.rows[0]["yen"]) == ("番号なし", 2, 0)


@pytest.mark.parametrize(("on", "yen"), [(date(2021, 9, 30), 310), (date(2021, 10, 1), 320)])
def test_a_day_costs_what_it_cost_on_that_day(on: date, yen: int) -> None:
    assert contribution([on]) == yen


@pytest.mark.parametrize("method", Method)
def test_the_list_names_the_way_of_paying_on_paper_and_in_excel(method: Method) -> None:
    report = replace(AID, method=method, workers=[MIRAI] * 40)
    assert method.label in pages(kentaikyo_pdf(report))[0]
    page = load_workbook(BytesIO(kentaikyo_xlsx(report))).worksheets[0]
    heads = {cell.value for row in page.iter_rows(max_row=10) for cell in row}
    assert {method.column, "被共済者番号", "31"} <= heads


def test_days_of_another_month_are_left_out() -> None:
    worker = replace(MIRAI, days=frozenset({date(2026, 10, 31), MONDAY}))
    assert kentaikyo_sheet(replace(AID, workers=[worker])).tables[0].rows[0]["days"] == 1
