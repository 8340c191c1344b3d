"""施工体制台帳, 再下請負通知書, 施工体系図, 下請負業者編成表, 社会保険加入状況一覧 (PAPER-01, PAPER-11)."""

from ccus.documents.chart import chart_data, chart_pdf
from ccus.documents.formation import formation_pdf
from ccus.documents.insurance import insurance_pdf
from ccus.documents.notices import ledger_pdf, subcontract_pdf
from ccus.domain.papers.contents import BranchPaper
from tests.documents.papers import FORTY_LETTERS, pages
from tests.documents.site_papers import OF_FIRST, branch, insurance, ledger, subcontract


def test_the_ledger_names_the_works_the_prime_and_the_first_tier() -> None:
    page = "".join(pages(ledger_pdf(ledger())))
    for words in (
        "見本不動産株式会社",
        "国土交通大臣許可",
        "下請負人に関する事項　合同会社 髙﨑鉄筋工業",
        "見本工業900",
    ):
        assert words in page


def test_a_ledger_leaves_empty_what_is_not_registered_and_says_so() -> None:
    page = "".join(pages(ledger_pdf(ledger())))
    assert "雇用管理責任者名" in page
    assert "空欄は、登録されていない項目です。" in page


def test_a_notice_goes_to_the_firm_above_and_begins_a_sheet_for_each_firm() -> None:
    sheets = pages(subcontract_pdf(subcontract()))
    assert "直近上位の注文者 見本建設株式会社" in sheets[0]
    assert "再下請負関係　未登録工務店" in sheets[0]
    assert "ありません。" in sheets[-1]


def test_the_chart_shows_every_firm_its_people_and_who_is_missing() -> None:
    page = "".join(pages(chart_pdf(branch())))
    for words in ("総合管理", FORTY_LETTERS, "未登録工務店　未登録", "見本工業5　承認待ち", "二次下請"):
        assert words in page


def test_a_chart_of_many_firms_goes_on_and_says_on_which_sheet() -> None:
    sheets = pages(chart_pdf(branch(60)))
    assert len(sheets) > 3
    assert "→ 2枚目へ" in sheets[0]
    assert "1枚目からの続きです。" in sheets[1]
    assert all(f"見本工業{number}" in "".join(sheets) for number in range(6, 60))


def test_no_sheet_of_a_chart_has_more_rows_than_can_be_read() -> None:
    sheets = chart_data(branch(200))["sheets"]
    assert isinstance(sheets, list)
    assert max(sheet["rows"] for sheet in sheets) <= 16
    assert max(len(sheet["boxes"]) for sheet in sheets) <= 40


def test_the_formation_has_a_column_for_each_tier_below_the_first_firm() -> None:
    (page,) = pages(formation_pdf(BranchPaper(OF_FIRST, branch().spots[1:-1])))
    assert "一次下請" in page
    assert "二次下請" in page
    assert "元請 見本建設株式会社" in page
    assert "三次下請" not in page


def test_the_list_of_insurance_shows_four_digits_and_no_other_number() -> None:
    (page,) = pages(insurance_pdf(insurance()))
    assert "雇用保険 1234" in page
    assert "ほかの保険の番号は、記載しません。" in page
