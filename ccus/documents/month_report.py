"""月次報告の書類: the matrix of a month as Excel, one table to go on with, and as PDF, a table a firm (REPORT-07)."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.documents.cells import moment
from ccus.documents.sheet import Column, Sheet, Table, sheet_pdf
from ccus.documents.workbook import workbook
from ccus.domain.disclosure.people import Person
from ccus.domain.papers.values import Cell
from ccus.domain.work_history.month_matrix import LEGEND, LETTERS, FirmMonth, WorkerMonth
from ccus.foundation.identifiers import grouped

TITLE = "就業日の月次報告"
NOTES = (
    LEGEND,
    "、".join(f"{letter}＝{state.label}" for state, letter in LETTERS.items())
    + "。空欄は、記録のない日です。",
    "氏名を見られない技能者は、フリガナと技能者IDだけをのせています。",
)
_FIRM = Column(("事業者", "事業者ID"), 36, ("firm", "firm_number"))


@dataclass(frozen=True, slots=True)
class MonthReport:
    """月次報告の中身. `month`: its first day; `whose`: the site or the firm, with its number."""

    whose: str
    whose_number: str
    month: date
    firms: Sequence[FirmMonth]
    people: Mapping[int, Person]
    made_at: datetime


def month_report_pdf(report: MonthReport) -> bytes:
    """月次報告 as a tagged PDF, A3 across, a table for each firm."""
    columns = _columns(report.month)
    tables = [
        Table(
            title=f"{firm.title}　{firm.tier_words}",
            facts=(
                ("人数", f"{len(firm.workers):,}人"),
                ("就業日数の合計", f"{firm.counted:,}日"),
                ("ほかの日", f"{firm.beside:,}日"),
            ),
            columns=columns,
            rows=[_row(at, worker, report) for at, worker in enumerate(firm.workers, start=1)],
        )
        for firm in report.firms
    ]
    return sheet_pdf(_sheet(report, tables or [_nothing(columns)]))


def month_report_xlsx(report: MonthReport) -> bytes:
    """月次報告 as Excel: every worker of every firm in one table."""
    lines = [(firm, worker) for firm in report.firms for worker in firm.workers]
    rows = [
        _row(at, worker, report) | {"firm": firm.title, "firm_number": grouped(firm.number)}
        for at, (firm, worker) in enumerate(lines, start=1)
    ]
    columns = (_FIRM, *_columns(report.month))
    table = Table(title=TITLE, facts=(), columns=columns, rows=rows, nothing=_nothing(columns).nothing)
    return workbook(_sheet(report, [table]))


def _sheet(report: MonthReport, tables: Sequence[Table]) -> Sheet:
    month = f"{report.month.year}年{report.month.month}月分"
    return Sheet(
        title=TITLE,
        who=f"{report.whose}　{grouped(report.whose_number)}",
        what=f"{month}　{moment(report.made_at)}作成",
        tables=tuple(tables),
        notes=NOTES,
        letters=7.5,
        breaks=False,
    )


def _nothing(columns: tuple[Column, ...]) -> Table:
    return Table("就業日", (), columns, [], nothing="この月に、就業した日の記録はありません。")


def _columns(month: date) -> tuple[Column, ...]:
    days = range(1, monthrange(month.year, month.month)[1] + 1)
    return (
        Column(("番号",), 8, ("no",)),
        Column(("フリガナ", "氏名"), 46, ("kana", "name"), "name"),
        Column(("技能者ID",), 30, ("number",)),
        *(Column((f"{day}",), 7, (f"day_{day}",)) for day in days),
        Column(("就業日数",), 13, ("counted",)),
        Column(("うち正式",), 13, ("official",)),
        Column(("ほかの日",), 13, ("beside",)),
    )


def _row(at: int, worker: WorkerMonth, report: MonthReport) -> dict[str, Cell]:
    person = report.people[worker.worker]
    return {
        "no": at,
        "kana": person.kana,
        "name": person.name,
        "number": grouped(person.number),
        **{f"day_{on.day}": LETTERS[state] for on, state in worker.states.items()},
        "counted": worker.counted,
        "official": worker.official,
        "beside": worker.beside,
    }
