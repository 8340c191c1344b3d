"""帳票 as Excel: the same items, ready to print, nothing to execute (PAPER-07)."""

from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ccus.documents.chart import chart_xlsx
from ccus.documents.insurance import insurance_xlsx
from ccus.documents.notices import ledger_xlsx, subcontract_xlsx
from ccus.documents.roster import roster_xlsx
from tests.documents.site_papers import branch, insurance, ledger, roster, subcontract
from tests.documents.test_roster_paper import ITEMS

HEAD = 10


def sheets(content: bytes) -> list[Worksheet]:
    return list(load_workbook(BytesIO(content)).worksheets)


def words(page: Worksheet) -> set[object]:
    return {cell.value for row in page.iter_rows() for cell in row}


def test_the_roster_is_a_row_for_each_worker_below_the_items_of_the_form() -> None:
    (page,) = sheets(roster_xlsx(roster(200)))
    assert [cell.value for cell in page[HEAD]] == ITEMS
    assert page.max_row >= HEAD + 200
    assert [cell.value for cell in page[HEAD + 1]][:5] == [
        1,
        "タカハシ イチロウ",
        "髙橋 一郎",
        "1234 5678 9012 34",
        "鉄筋工",
    ]


def test_days_stay_days_that_can_be_sorted() -> None:
    (page,) = sheets(roster_xlsx(roster(1)))
    assert page.cell(HEAD + 1, ITEMS.index("生年月日") + 1).value == datetime(1975, 6, 15)  # noqa: DTZ001


def test_a_formula_that_somebody_typed_is_text_in_the_file() -> None:
    (page,) = sheets(roster_xlsx(roster(1, name='=HYPERLINK("http://example.jp")')))
    cell = page.cell(HEAD + 1, ITEMS.index("氏名") + 1)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'=")


def test_the_sheet_prints_across_a3_one_sheet_wide_with_its_head() -> None:
    (page,) = sheets(roster_xlsx(roster(1)))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 8)
    assert page.print_title_rows == f"${HEAD}:${HEAD}"
    assert page.page_setup.fitToHeight == 0


def test_every_other_paper_is_an_excel_file_with_its_firms() -> None:
    assert "■ 元請" in words(sheets(ledger_xlsx(ledger()))[0])
    assert [page.title[:3] for page in sheets(subcontract_xlsx(subcontract()))] == ["1 合", "2 未"]
    assert "未登録工務店" in words(sheets(chart_xlsx(branch()))[0])
    assert len(sheets(insurance_xlsx(insurance()))) == 2
