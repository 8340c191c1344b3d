"""作業員名簿: the items of 全建統一様式第5号, A3 across."""

from ccus.documents.cells import dated, days, firm, notes_of_the_day, unit
from ccus.documents.form import head_of
from ccus.documents.sheet import Column, Sheet, Table, sheet_pdf
from ccus.documents.workbook import workbook
from ccus.domain.papers.contents import RosterPaper, RosterSheet
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import Cell, Of

TITLE = PaperKind.ROSTER.label
COLUMNS = (
    Column(("番号",), 7, ("no",)),
    Column(("フリガナ", "氏名", "技能者ID"), 34, ("kana", "name", "number"), "name"),
    Column(("職種", "作業内容"), 23, ("trade", "work_content")),
    Column(("※",), 8, ("marks",)),
    Column(("雇入年月日", "経験年数"), 17, ("hired_on", "years")),
    Column(("生年月日", "年齢"), 17, ("birth_on", "age")),
    Column(
        ("現住所", "電話番号", "家族連絡先", "家族の電話番号"),
        50,
        ("address", "phone", "emergency", "emergency_phone"),
    ),
    Column(("最近の健康診断日", "血圧"), 19, ("checked_on", "pressure")),
    Column(("血液型",), 11, ("blood",)),
    Column(("特殊健康診断日", "種類"), 25, ("special_on", "special")),
    Column(("健康保険", "年金保険", "雇用保険"), 25, ("health", "pension", "employment")),
    Column(("建退共", "中退共"), 12, ("kentaikyo", "chutaikyo")),
    Column(("雇入・職長・特別教育",), 38, ("educated",)),
    Column(("技能講習",), 38, ("skilled",)),
    Column(("免許・技能士・登録基幹技能者",), 36, ("licensed",)),
    Column(("入場年月日", "受入教育実施年月日"), 22, ("entered_on", "educated_on")),
)
LEGEND = (
    (
        "※　現…現場代理人　主…主任技術者　監…監理技術者　職…職長　班…班長　安…安全衛生責任者　作…作業主任者　"
        "未…18歳未満　女…女性　習…技能実習　特1…特定技能1号"
    ),
    "雇用保険の欄の数字は、被保険者番号の下4桁です。ほかの保険の番号は、記載しません。",
    "「非公開」は、この書類を作成した利用者に見せられない項目です。空欄は、登録されていない項目です。",
)


def roster_pdf(paper: RosterPaper) -> bytes:
    """作業員名簿 as a tagged PDF; each firm begins a sheet."""
    return sheet_pdf(roster_sheet(paper))


def roster_xlsx(paper: RosterPaper) -> bytes:
    """作業員名簿 as Excel; each firm has a sheet."""
    return workbook(roster_sheet(paper))


def roster_sheet(paper: RosterPaper) -> Sheet:
    """What both forms of the paper show."""
    return Sheet(
        title=TITLE,
        who=head_of(paper.of),
        what=dated(paper.of),
        tables=tuple(_table(paper.of, sheet) for sheet in paper.sheets),
        notes=(*notes_of_the_day(paper.of), *LEGEND),
    )


def _table(of: Of, sheet: RosterSheet) -> Table:
    spot, upper = sheet.spot, sheet.upper
    return Table(
        title=spot.firm.name,
        facts=(
            ("現場", of.site.name),
            ("所長名", "、".join(of.site.managers)),
            ("元請", firm(of.site.prime.name, of.site.prime.number)),
            ("工期", days(of.site.from_on, of.site.until_on)),
            ("事業者", f"{spot.tier_words}　{firm(spot.firm.name, spot.firm.number)}"),
            ("直近上位", f"{upper.tier_words}　{firm(upper.firm.name, upper.firm.number)}" if upper else ""),
        ),
        columns=COLUMNS,
        rows=[_with_units(row) for row in sheet.rows],
        nothing="この日に、名簿にのっている技能者はいません。",
    )


def _with_units(row: dict[str, Cell]) -> dict[str, Cell]:
    return row | {"years": unit(row["years"], "年"), "age": unit(row["age"], "歳")}
