"""所属事業者統計情報."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.employees.statistics import statistics_of
from ccus.entrance.attached import table_attached
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.employees.statistics.plots import plots_of

HEAD = ("項目", "区分", "人数", "割合（％）")


@require_safe
@company_page(Power.EMPLOYEES)
def statistics(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """統計情報, each question as bars and numbers (EMP-07)."""
    counted = statistics_of(seat.actor, seat.company, at=clock.now())
    context = {
        "workers": counted.workers,
        "plots": plots_of(counted),
        "today": clock.today(),
        "tab": "statistics",
    }
    return framed(request, "company/employees/statistics/page.html", context, current="employee-statistics")


@require_safe
@company_page(Power.EMPLOYEES)
def statistics_file(request: HttpRequest, seat: SeatMe, kind: str) -> HttpResponse:
    """統計情報 as CSV or Excel: what the page shows (EMP-08)."""
    charts = statistics_of(seat.actor, seat.company, at=clock.now()).charts
    rows = [(chart.title, bar.label, bar.count, chart.share(bar)) for chart in charts for bar in chart.bars]
    name, plain = f"所属事業者統計情報_{clock.today():%Y%m%d}", f"statistics-{clock.today():%Y%m%d}"
    return table_attached(kind, "所属事業者統計情報", HEAD, rows, name=name, plain=plain)
