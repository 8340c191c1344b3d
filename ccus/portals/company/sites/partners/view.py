"""共同企業体の構成員 (SITE-01, D-20)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.partners import add_partner, end_partner
from ccus.domain.sites.blocks import PARTNER
from ccus.domain.sites.reading.parts import partners_of
from ccus.domain.sites.reading.sites import site_row
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.sites.reached import seen_site
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "POST"])
@company_page(Power.EDIT_SITE)
def site_partners(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """構成員を加える; the list beside it."""
    row = found(site_row(seat.actor, site))
    if request.method == "GET":
        return _page(request, seat, site, _fresh())
    sheet = filled(PARTNER, request.POST)
    from_on = sheet.day("from_on")
    if sheet.faults or from_on is None:
        return _page(request, seat, site, sheet)
    try:
        add_partner(site=row, company=sheet.text("company"), from_on=from_on, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, site, sheet.refused(refusal))
    messages.success(request, "構成員を加えました。")
    return redirect("company:site-partners", site)


@require_POST
@company_page(Power.EDIT_SITE)
def site_partner_end(request: HttpRequest, seat: SeatMe, site: str, company: str) -> HttpResponse:
    """構成員から外す, from today."""
    row = found(site_row(seat.actor, site))
    try:
        end_partner(site=row, company=company, until_on=clock.today(), by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, site, _fresh(), refusal)
    messages.success(request, "構成員から外しました。")
    return redirect("company:site-partners", site)


def _fresh() -> Sheet:
    return blank(PARTNER, raw={"from_on": clock.today().isoformat()})


def _page(
    request: HttpRequest, seat: SeatMe, site: str, sheet: Sheet, refusal: Refusal | None = None
) -> HttpResponse:
    shown = seen_site(seat, site)
    context = {
        "site": shown,
        "partners": partners_of(shown.place),
        "form": sheet.form,
        "refusal": refusal,
        "today": clock.today(),
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "company/sites/partners/page.html", context, current="sites", status=status)
