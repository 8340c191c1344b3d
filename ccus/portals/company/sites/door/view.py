"""扉の掲示: a sheet for the door, with the code that firms open to join (SITE-18)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.portals.company.sites.reached import seen_site
from ccus.ui.qr import qr_code


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def site_door(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """扉の掲示を開く, to be printed or shown."""
    shown = seen_site(seat, site)
    address = settings.PUBLIC_URL + reverse("public:site", args=[shown.number])
    context = {"site": shown, "address": address, "qr": qr_code(address)}
    return framed(request, "company/sites/door/page.html", context, current="sites")
