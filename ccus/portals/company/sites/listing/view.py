"""現場の一覧: own sites, those where the company takes part, those of joint ventures; searched and paged (SITE-15)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.reading.sites import search_sites
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.sites.tabs import TABS, under_tab

PAGE = 50
_LONGEST_SEARCH = 120


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def sites(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """現場の一覧, running ones first, fifty a page."""
    text = request.GET.get("q", "").strip()[:_LONGEST_SEARCH]
    after = request.GET.get("after", "")
    standing, found = under_tab(seat, request.GET.get("as", ""), text=text, after=after, limit=PAGE + 1)
    shown = found[:PAGE]
    known = {site.number for site in shown}
    context = {
        "sites": shown,
        "standing": standing,
        "tabs": TABS,
        "text": text,
        "is_first": not after,
        "after": shown[-1].number if len(found) > PAGE else "",
        "elsewhere": [site for site in search_sites(text) if site.number not in known] if text else [],
        "may_register": seat.may(Power.REGISTER_SITE),
        "company_number": seat.company_number,
        "today": clock.today(),
    }
    return framed(request, "company/sites/listing/page.html", context, current="sites")
