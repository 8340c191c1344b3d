"""ある現場の日: every day behind the sum of a site, a hundred people a page (USE-11)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.site_fees.grouped import by_site
from ccus.domain.site_fees.people import people_behind
from ccus.domain.site_fees.reading import fee_days
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.site_fees.asked import POWER, month_asked

PAGE = 100


@require_safe
@company_page(POWER)
def site_fee_site(request: HttpRequest, seat: SeatMe, month: str, number: str) -> HttpResponse:
    """The people of a site with their days; the names as the account may know them."""
    asked = month_asked(month)
    days = fee_days(seat.seated, asked, site=number)
    if not days:
        raise Http404
    after = _number(request.GET.get("after", ""))
    everybody = list(dict.fromkeys(day.worker for day in days))
    shown = frozenset(everybody[after : after + PAGE])
    people = people_behind(seat.actor, everybody[after : after + PAGE], clock.now())
    sites = by_site([day for day in days if day.worker in shown], people)
    context = {
        "month": asked,
        "name": days[0].site_name,
        "number": days[0].site_number,
        "workers": sites[0].workers if sites else (),
        "heads": len(everybody),
        "days": sum(1 if day.amount > 0 else -1 for day in days),
        "amount": sum(day.amount for day in days),
        "after": after + PAGE if len(everybody) > after + PAGE else None,
        "is_first": not after,
    }
    return framed(request, "company/site_fees/site/page.html", context, current="site-fees")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0
