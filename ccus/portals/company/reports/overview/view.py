"""月次報告をえらぶ: a site of the own as prime, or the own workers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.reading.sites import sites_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.reports.asked import CURRENT

PAGE = 50
LONGEST = 60


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def reports(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """The sites that the account reaches as prime, fifty a page; the month is chosen behind."""
    text, after = request.GET.get("q", "").replace("\x00", "")[:LONGEST], request.GET.get("after", "")[:14]
    sites = sites_of(seat.seated, text=text, after=after, limit=PAGE + 1)
    context = {
        "sites": sites[:PAGE],
        "after": sites[PAGE - 1].number if len(sites) > PAGE else None,
        "is_first": not after,
        "text": text,
        "month": clock.today().replace(day=1),
        "may_see_own": seat.may(Power.EMPLOYEES),
    }
    return framed(request, "company/reports/overview/page.html", context, current=CURRENT)
