"""現場の月次報告, for its prime (REPORT-01)."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.documents.month_report import MonthReport
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.reading.sites import SiteShown, site_for
from ccus.domain.sites.terms import Standing
from ccus.domain.work_history.month_matrix import FirmMonth, site_matrix
from ccus.domain.work_history.month_reports import days_at_site
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.portals.company.reports.asked import CURRENT, month_asked, people_of
from ccus.portals.company.reports.files import report_attached
from ccus.portals.company.reports.matrix import matrix, page_of

POWER = Power.VIEW_STRUCTURE


@require_safe
@company_page(POWER)
def report_site(request: HttpRequest, seat: SeatMe, month: str, number: str) -> HttpResponse:
    """The matrix, a hundred workers a page; the sums of the firms are those of the whole month."""
    site, asked, firms = _asked(seat, month, number)
    after = request.GET.get("after", "")
    shown, onward = page_of(firms, after)
    context = matrix(asked, shown, people_of(seat, shown, site=site.number), after) | {
        "site": site,
        "firms": firms,
        "heads_count": sum(len(firm.workers) for firm in firms),
        "counted": sum(firm.counted for firm in firms),
        "beside": sum(firm.beside for firm in firms),
        "after": onward,
    }
    return framed(request, "company/reports/site/page.html", context, current=CURRENT)


@require_safe
@company_page(POWER)
@short_lived
def report_site_file(request: HttpRequest, seat: SeatMe, month: str, number: str, kind: str) -> HttpResponse:
    """The same with everybody, as Excel or PDF."""
    site, asked, firms = _asked(seat, month, number)
    report = MonthReport(
        site.name, site.number, asked, firms, people_of(seat, firms, site=site.number), clock.now()
    )
    return report_attached(
        report, kind, name=f"月次報告_{site.name}_{asked:%Y%m}", plain=f"site-{asked:%Y%m}"
    )


def _asked(seat: SeatMe, month: str, number: str) -> tuple[SiteShown, date, tuple[FirmMonth, ...]]:
    asked, site = month_asked(month), found(site_for(seat.actor, number, POWER))
    if site.standing is not Standing.PRIME:
        raise Http404
    return site, asked, site_matrix(days_at_site(site.place, asked))
