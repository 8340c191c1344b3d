"""月次報告 as PDF and Excel (REPORT-03, REPORT-07)."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from ccus.documents.month_report import MonthReport, month_report_pdf, month_report_xlsx
from ccus.domain.disclosure.people import Person
from ccus.domain.work_history.month_matrix import FirmMonth, WorkerMonth, site_matrix
from ccus.domain.work_history.month_reports import SiteDay
from ccus.domain.work_history.terms import State

MONTH, MADE_AT = date(2026, 11, 1), datetime(2026, 12, 1, 3, tzinfo=UTC)
LONG = "とても長い名前の見本として作られた四十文字の技能者の名前を確かめるための山田太郎様"


def a_month(worker: int, days: Mapping[int, State]) -> WorkerMonth:
    return WorkerMonth(worker, {MONTH.replace(day=day): state for day, state in days.items()})


def report(*firms: FirmMonth) -> MonthReport:
    workers = [worker.worker for firm in firms for worker in firm.workers]
    people = {key: Person(f"{key:014}", "ヤマダ タロウ", LONG if key % 2 else "") for key in workers}
    return MonthReport("虎ノ門四丁目計画", "12345678901223", MONTH, firms, people, MADE_AT)


def firm(name: str, *workers: WorkerMonth, tier: int | None = 1) -> FirmMonth:
    return FirmMonth(name, "12345678901239" if name else "", tier, workers)


def test_a_date_counts_once_and_by_its_best_state() -> None:
    days = [SiteDay(1, MONTH, state, "高橋鉄筋", "1", 2) for state in (State.REFUSED, State.UNLINKED)]
    ((worker,),) = (each.workers for each in site_matrix(days))
    assert (worker.counted, worker.official, worker.beside) == (1, 0, 0)


def test_the_firms_follow_each_other_as_the_days_do() -> None:
    days = [
        SiteDay(1, MONTH, State.OFFICIAL, *of)
        for of in (("佐藤建設", "1", 0), ("高橋鉄筋", "2", 2), ("", "", None))
    ]
    assert [(each.title, each.tier_words) for each in site_matrix(days)] == [
        ("佐藤建設", "元請"),
        ("高橋鉄筋", "二次下請"),
        ("事業者が分からない日", ""),
    ]


def test_excel_is_one_table_whatever_the_number_of_firms() -> None:
    made = report(
        firm("高橋鉄筋", a_month(1, {2: State.OFFICIAL})), firm("", a_month(2, {3: State.UNAPPROVED}))
    )
    book = load_workbook(io.BytesIO(month_report_xlsx(made)))
    rows = [row for row in book.worksheets[0].iter_rows(values_only=True) if isinstance(row[2], int)]
    assert [(row[0], row[-3:]) for row in rows] == [
        ("高橋鉄筋", (1, 1, 0)),
        ("事業者が分からない日", (0, 0, 1)),
    ]


@pytest.mark.parametrize(
    "firms", [(), (firm(LONG, a_month(1, {2: State.OFFICIAL}), a_month(2, {})),)], ids=["empty", "long"]
)
def test_a_paper_is_made_of_any_month(firms: tuple[FirmMonth, ...]) -> None:
    assert month_report_pdf(report(*firms)).startswith(b"%PDF")
