"""現場利用料: the months that run, and the accounts of those that are closed (USE-12)."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.site_fees import rules
from ccus.domain.site_fees.reading import SiteSum, bills_of, open_months, site_sums
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.site_fees.asked import POWER

MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Running:
    """締めていない月, with what is booked so far; `closes_on`: the day from which it is closed."""

    month: date
    closes_on: date
    sites: tuple[SiteSum, ...]

    @property
    def days(self) -> int:
        """Net of reversals."""
        return sum(site.days for site in self.sites)

    @property
    def amount(self) -> int:
        """In yen."""
        return sum(site.amount for site in self.sites)


@require_safe
@company_page(POWER)
def site_fees(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """今月これまで and 精算の一覧."""
    today = clock.today()
    months = open_months(today)[:MOST_OPEN]
    may_see_bills = seat.may(Power.COMPANY_DATA)
    context = {
        "running": [
            Running(month, rules.closes_on(month), site_sums(seat.seated, month)) for month in months
        ],
        "bills": bills_of(seat.company) if may_see_bills else (),
        "may_see_bills": may_see_bills,
        "price": price(FeeKind.SITE_USE, on=today),
        "least": rules.terms_of(today).least,
        "today": today,
    }
    return framed(request, "company/site_fees/overview/page.html", context, current="site-fees")
