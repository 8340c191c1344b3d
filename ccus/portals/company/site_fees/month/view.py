"""ある月の現場利用料: its account, and what every site adds (USE-11, USE-12)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.site_fees import rules
from ccus.domain.site_fees.reading import bill_of, open_months, site_sums
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.site_fees.asked import POWER, month_asked


@require_safe
@company_page(POWER)
def site_fee_month(request: HttpRequest, seat: SeatMe, month: str) -> HttpResponse:
    """The account, for whom it is, and the sites."""
    asked, today = month_asked(month), clock.today()
    sites = site_sums(seat.seated, asked)
    bill = bill_of(seat.company, asked) if seat.may(Power.COMPANY_DATA) else None
    is_open = asked in open_months(today)
    if not sites and bill is None and not is_open:
        raise Http404
    context = {
        "month": asked,
        "sites": sites,
        "days": sum(site.days for site in sites),
        "amount": sum(site.amount for site in sites),
        "bill": bill,
        "is_open": is_open,
        "closes_on": rules.closes_on(asked),
        "today": today,
    }
    return framed(request, "company/site_fees/month/page.html", context, current="site-fees")
