"""社会保険加入状況一覧: firms and their workers, A3 across."""

from ccus.documents.cells import dated, days, firm, notes_of_the_day
from ccus.documents.form import head_of
from ccus.documents.sheet import Column, Sheet, Table, sheet_pdf
from ccus.documents.workbook import workbook
from ccus.domain.papers.contents import InsurancePaper
from ccus.domain.papers.terms import PaperKind

FIRMS = (
    Column(("次数",), 16, ("tier",)),
    Column(("事業者", "事業者ID"), 62, ("name", "number"), "name"),
    Column(("健康保険",), 15, ("health",)),
    Column(("厚生年金保険",), 17, ("pension",)),
    Column(("雇用保険",), 15, ("employment",)),
    Column(("建退共",), 13, ("kentaikyo",)),
    Column(("技能者",), 12, ("heads",)),
    *(
        Column(labels, 18, (f"{branch}_joined", f"{branch}_exempt", f"{branch}_not"))
        for branch, labels in (
            ("health", ("健康保険に加入", "健康保険 適用除外", "健康保険 未加入")),
            ("pension", ("年金保険に加入", "年金保険 適用除外", "年金保険 未加入")),
            ("employment", ("雇用保険に加入", "雇用保険 適用除外", "雇用保険 未加入")),
        )
    ),
)
WORKERS = (
    Column(("番号",), 8, ("no",)),
    Column(("フリガナ", "氏名"), 46, ("kana", "name"), "name"),
    Column(("技能者ID",), 26, ("number",)),
    Column(("事業者",), 60, ("firm",)),
    Column(("健康保険",), 24, ("health",)),
    Column(("年金保険",), 22, ("pension",)),
    Column(("雇用保険",), 24, ("employment",)),
    Column(("建退共",), 12, ("kentaikyo",)),
    Column(("中退共",), 12, ("chutaikyo",)),
)
NOTES = (
    "雇用保険の欄の数字は、被保険者番号の下4桁です。ほかの保険の番号は、記載しません。",
    "「非公開」は、この書類を作成した利用者に見せられない項目です。人数には、見せられる技能者だけを数えています。",
)


def insurance_pdf(paper: InsurancePaper) -> bytes:
    """社会保険加入状況一覧 as a tagged PDF."""
    return sheet_pdf(insurance_sheet(paper))


def insurance_xlsx(paper: InsurancePaper) -> bytes:
    """社会保険加入状況一覧 as Excel: firms and workers on a sheet each."""
    return workbook(insurance_sheet(paper))


def insurance_sheet(paper: InsurancePaper) -> Sheet:
    """What both forms of the paper show."""
    of = paper.of
    facts = (
        ("現場", of.site.name),
        ("工期", days(of.site.from_on, of.site.until_on)),
        ("元請", firm(of.site.prime.name, of.site.prime.number)),
        ("事業者", f"{of.spot.tier_words}　{firm(of.spot.firm.name, of.spot.firm.number)}"),
    )
    return Sheet(
        title=PaperKind.INSURANCE.label,
        who=head_of(of),
        what=dated(of),
        tables=(
            Table("事業者の加入状況", facts, FIRMS, paper.firms),
            Table(
                "技能者の加入状況", (), WORKERS, paper.workers, "この日に、名簿にのっている技能者はいません。"
            ),
        ),
        notes=(*notes_of_the_day(of), *NOTES),
        letters=8,
        breaks=False,
    )
