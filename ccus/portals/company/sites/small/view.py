"""小規模現場 in three fields, made for a telephone (SITE-18)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.registration import SmallSite, register_small_site
from ccus.domain.sites.blocks import SMALL
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.qr import qr_code


@require_http_methods(["GET", "POST"])
@company_page(Power.REGISTER_SITE)
def new_small_site(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """小規模現場を登録する: the answer shows the reader's address, once, so it is no other page (SITE-13)."""
    if request.method == "GET":
        return _page(request, blank(SMALL, raw={"from_on": clock.today().isoformat()}))
    sheet = filled(SMALL, request.POST)
    if sheet.faults:
        return _page(request, sheet)
    try:
        made = _register(sheet, seat)
    except Refusal as refusal:
        return _page(request, sheet.refused(refusal))
    address = f"{settings.READER_URL}/gate/#token={made.token}"
    context = {"site": made.site, "address": address, "qr": qr_code(address)}
    return framed(request, "company/sites/small/made.html", context, current="sites")


def _register(sheet: Sheet, seat: SeatMe) -> SmallSite:
    last = sheet.day("until_on")
    return register_small_site(
        prime=own_company(seat.seated),
        name=sheet.text("name"),
        address=sheet.text("address"),
        from_on=sheet.day("from_on") or clock.today(),
        until_on=last + ONE_DAY if last else None,
        by=seat.actor,
        at=clock.now(),
    )


def _page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 422 if sheet.faults else 200
    return framed(
        request, "company/sites/small/page.html", {"form": sheet.form}, current="sites", status=status
    )
