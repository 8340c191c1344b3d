"""作業員名簿の一覧: own rosters, and those that the company writes for others."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.reading.rosters import rosters_open_to
from ccus.entrance.asked import count_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock

PAGE = 50


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def rosters(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """作業員名簿の一覧, running sites first."""
    found = rosters_open_to(seat.actor, at=clock.now())
    first = count_of(request.GET.get("after", ""))
    context = {
        "rosters": found[first : first + PAGE],
        "count": len(found),
        "is_first": first == 0,
        "next": first + PAGE if first + PAGE < len(found) else None,
        "may_ask": seat.may(Power.EMPLOYEES),
    }
    return framed(request, "company/roster/listing/page.html", context, current="rosters")
