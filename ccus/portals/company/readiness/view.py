"""見通し: the sites ahead, with how many will count and how many will not (READY-09)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.readiness.overview import sites_ahead
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.readiness.days import picked


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def readiness(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """現場ごとの見通し of a day."""
    day = picked(request.GET.get("day", ""))
    ahead = sites_ahead(seat.seated, day.day, at=clock.now())
    context = {"picked": day, "ahead": ahead}
    status = 422 if day.fault else 200
    return framed(request, "company/readiness/page.html", context, current="readiness", status=status)
