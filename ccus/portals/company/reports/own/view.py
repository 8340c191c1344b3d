"""自社の月次報告: the own workers over all sites (REPORT-02)."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.documents.kentaikyo import Method
from ccus.documents.month_report import MonthReport
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.work_history.month_matrix import FirmMonth, own_matrix
from ccus.domain.work_history.month_reports import days_of_own
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.portals.company.reports.asked import CURRENT, month_asked, people_of
from ccus.portals.company.reports.files import report_attached
from ccus.portals.company.reports.matrix import matrix, page_of

POWER = Power.EMPLOYEES


@require_safe
@company_page(POWER)
def report_own(request: HttpRequest, seat: SeatMe, month: str) -> HttpResponse:
    """The matrix, a hundred workers a page."""
    asked, after = month_asked(month), request.GET.get("after", "")
    firms = _firms(seat, asked)
    shown, onward = page_of(firms, after)
    context = matrix(asked, shown, people_of(seat, shown), after) | {
        "heads_count": sum(len(firm.workers) for firm in firms),
        "counted": sum(firm.counted for firm in firms),
        "beside": sum(firm.beside for firm in firms),
        "methods": list(Method),
        "after": onward,
    }
    return framed(request, "company/reports/own/page.html", context, current=CURRENT)


@require_safe
@company_page(POWER)
@short_lived
def report_own_file(request: HttpRequest, seat: SeatMe, month: str, kind: str) -> HttpResponse:
    """The same with everybody, as Excel or PDF."""
    asked = month_asked(month)
    firms = _firms(seat, asked)
    people = people_of(seat, firms)
    report = MonthReport(seat.company_name, seat.company_number, asked, firms, people, clock.now())
    name, plain = f"月次報告_所属技能者_{asked:%Y%m}", f"own-workers-{asked:%Y%m}"
    return report_attached(report, kind, name=name, plain=plain)


def _firms(seat: SeatMe, month: date) -> tuple[FirmMonth, ...]:
    return own_matrix(seat.company_name, seat.company_number, days_of_own(seat.company, month))
