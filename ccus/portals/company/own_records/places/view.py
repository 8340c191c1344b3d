"""どの現場か: the sites where the firm is, a search for others, and the days that are there (CLAIM-21)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.finding import MOST, find_sites
from ccus.domain.sites.reading.sites import sites_of
from ccus.domain.sites.terms import Standing
from ccus.domain.work_history.month_reports import days_of_own
from ccus.domain.work_history.reading import month_after
from ccus.entrance.door import company_page
from ccus.entrance.entering.ticks import month_in
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.japanese import tidy
from ccus.foundation.periods import ONE_DAY
from ccus.portals.company.own_records.own_worker import CURRENT, POWER, worker_asked
from ccus.ui.badges import badge

SITES = 30


@require_safe
@company_page(POWER)
def own_record_sites(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """現場を選ぶ; below, the worker's days of a month under this firm, each to be corrected."""
    whose, today, text = worker_asked(seat, number), clock.today(), request.GET.get("q", "")
    month = month_in(request.GET.get("month", ""), today=today) or today.replace(day=1)
    days = days_of_own(seat.company, month, worker=whose.worker)
    following = month_after(month)
    context = {
        "whose": whose,
        "sites": [
            site
            for standing in (Standing.MEMBER, Standing.PRIME)
            for site in sites_of(seat.seated, standing=standing, power=POWER, limit=SITES)
        ],
        "text": text,
        "is_asked": bool(tidy(text)),
        "found": find_sites(text),
        "most": MOST,
        "month": month,
        "before": (month - ONE_DAY).replace(day=1),
        "after": following if following <= today else None,
        "days": [(day, badge(day.state)) for day in days],
    }
    return framed(request, "company/own_records/places/page.html", context, current=CURRENT)
