"""代理手続き (SITE-21)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.proxies import end_structure_proxy, give_structure_proxy
from ccus.domain.sites.reading.structure_of_firm import (
    proxies_given,
    proxies_taken,
    proxy_row,
    registered_firm,
)
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.structure.forms import GIVE
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def structure_proxies(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """まかせている事業者と、まかされている事業者; the form to give one."""
    if request.method == "GET":
        return _page(request, seat, blank(GIVE))
    sheet = filled(GIVE, request.POST)
    if sheet.faults:
        return _page(request, seat, sheet)
    try:
        taker = registered_firm(sheet.text("company"))
        give_structure_proxy(giver=own_company(seat.seated), taker=taker, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, sheet.refused(refusal))
    messages.success(request, f"{taker.name}に代理手続きをまかせました。")
    return redirect("company:structure-proxies")


@require_POST
@company_page(Power.STRUCTURE)
def structure_proxy_end(request: HttpRequest, seat: SeatMe, giver: str, taker: str) -> HttpResponse:
    """代理手続きを終える, by either side, at once."""
    if seat.company_number not in {giver, taker}:
        raise Http404
    proxy = found(proxy_row(giver, taker))
    try:
        end_structure_proxy(proxy=proxy, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, blank(GIVE), refusal)
    messages.success(request, "代理手続きを終えました。")
    return redirect("company:structure-proxies")


def _page(request: HttpRequest, seat: SeatMe, sheet: Sheet, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "given": proxies_given(seat.company),
        "taken": proxies_taken(seat.company),
        "own": seat.company_number,
        "form": sheet.form,
        "refusal": refusal,
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "company/structure/proxies/page.html", context, current="structure", status=status)
