"""帳票: the sites of an account, and the long papers it asked for today (PAPER-02, PAPER-09)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.papers.reading import jobs_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.sites.tabs import TABS, under_tab

PAGE = 50


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def papers(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """帳票を作る現場を選ぶ, fifty a page."""
    after = request.GET.get("after", "")
    standing, found = under_tab(seat, request.GET.get("as", ""), after=after, limit=PAGE + 1)
    context = {
        "sites": found[:PAGE],
        "standing": standing,
        "tabs": TABS,
        "is_first": not after,
        "after": found[PAGE - 1].number if len(found) > PAGE else "",
        "today": clock.today(),
        "jobs": jobs_of(seat.actor, at=clock.now()),
    }
    return framed(request, "company/papers/listing/page.html", context, current="papers")
