"""建退共 就労日一覧: the days of a month of an employer's workers, as they are handed to 建退共 (PROOF-11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.documents.cells import moment
from ccus.documents.sheet import Column, Sheet, Table, sheet_pdf
from ccus.documents.workbook import workbook
from ccus.domain.papers.values import Cell
from ccus.foundation.identifiers import grouped
from ccus.foundation.labelled import Labelled

TITLE = "建退共 就労日一覧"
DAILY = ((date(2021, 10, 1), 320), (date(2003, 10, 1), 310))
"""掛金 of a day in yen, since a day; the newest first."""
_LONGEST_MONTH = 31
_WORKED = "○"
NO_NUMBER = "番号なし"
NOTES = (
    "○は、この事業者のもとで就業した日です。同じ日に現場がいくつあっても、1日と数えます。",
    "「番号なし」の方は、被共済者番号が登録されていません。手帳の番号を確かめて、登録してください。",
    "掛金は、就業した日の掛金日額で計算しています。実際に納めた額は、証紙の受払簿や電子申請の記録で確かめてください。",
)


class Method(Labelled):
    """納付の方法."""

    STAMPS = "stamps", "証紙貼付方式"
    ELECTRONIC = "electronic", "電子申請方式"

    @property
    def column(self) -> str:
        """What the number of days is in this way."""
        return {"stamps": "証紙の枚数（1日券）", "electronic": "電子申請の就労日数"}[self]


@dataclass(frozen=True, slots=True)
class AidWorker:
    """被共済者: a worker with the days of the month; `member_number` is empty where none is registered."""

    name: str
    kana: str
    number: str
    member_number: str
    days: frozenset[date]


@dataclass(frozen=True, slots=True)
class AidReport:
    """就労日一覧の中身. `month`: any day of it. `contractor_number`: 共済契約者番号, or nothing."""

    firm: str
    firm_number: str
    contractor_number: str
    month: date
    method: Method
    workers: Sequence[AidWorker]
    made_at: datetime


def kentaikyo_sheet(report: AidReport) -> Sheet:
    """What both forms of the list show; days outside the month are left out."""
    rows = [_row(at, worker, report) for at, worker in enumerate(report.workers, start=1)]
    table = Table(
        title=f"{report.month.year}年{report.month.month}月分",
        facts=(
            ("事業者", report.firm),
            ("事業者ID", grouped(report.firm_number)),
            ("共済契約者番号", report.contractor_number or "登録なし"),
            ("納付の方法", report.method.label),
        ),
        columns=_columns(report.method),
        rows=[*rows, _sums(rows)] if rows else [],
        nothing="この月に就業した所属技能者はいません。",
    )
    return Sheet(
        title=TITLE,
        who=f"{report.firm}　事業者ID {grouped(report.firm_number)}",
        what=f"{report.month.year}年{report.month.month}月分　{moment(report.made_at)}作成",
        tables=(table,),
        notes=NOTES,
        letters=7.5,
    )


def kentaikyo_pdf(report: AidReport) -> bytes:
    """就労日一覧 as a tagged PDF, A3 across."""
    return sheet_pdf(kentaikyo_sheet(report))


def kentaikyo_xlsx(report: AidReport) -> bytes:
    """就労日一覧 as Excel."""
    return workbook(kentaikyo_sheet(report))


def contribution(days: Iterable[date]) -> int:
    """掛金 of these days in yen."""
    return sum(next(yen for since, yen in DAILY if since <= day) for day in days)


def _columns(method: Method) -> tuple[Column, ...]:
    return (
        Column(("番号",), 8, ("no",)),
        Column(("フリガナ", "氏名"), 44, ("kana", "name"), "name"),
        Column(("技能者ID", "被共済者番号"), 30, ("number", "member_number")),
        *(Column((str(day),), 7, (f"day_{day}",)) for day in range(1, _LONGEST_MONTH + 1)),
        Column(("就業日数",), 12, ("days",)),
        Column((method.column,), 18, ("paid_days",)),
        Column(("掛金（円）",), 16, ("yen",)),
    )


def _row(at: int, worker: AidWorker, report: AidReport) -> dict[str, Cell]:
    month = (report.month.year, report.month.month)
    days = sorted(day for day in worker.days if (day.year, day.month) == month)
    has_number = bool(worker.member_number)
    return {
        "no": at,
        "kana": worker.kana,
        "name": worker.name,
        "number": grouped(worker.number),
        "member_number": worker.member_number or NO_NUMBER,
        **{f"day_{day.day}": _WORKED for day in days},
        "days": len(days),
        "paid_days": len(days) if has_number else 0,
        "yen": contribution(days) if has_number else 0,
    }


def _sums(rows: Sequence[dict[str, Cell]]) -> dict[str, Cell]:
    return {"name": "合計"} | {
        field: sum(cell for row in rows if isinstance(cell := row[field], int))
        for field in ("days", "paid_days", "yen")
    }
