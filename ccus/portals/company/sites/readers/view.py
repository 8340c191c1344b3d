"""カードリーダー: put up, listed, stopped; a token is shown once (SITE-13, SITE-14)."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.readers import enroll_reader, revoke_reader
from ccus.domain.sites.blocks import READER
from ccus.domain.sites.reading.parts import reader_row, readers_of
from ccus.domain.sites.reading.sites import site_row
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.qr import qr_code


@require_http_methods(["GET", "POST"])
@company_page(Power.EDIT_SITE)
def site_readers(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """端末を登録する: the answer itself shows the address, once, so it leads to no other page (SITE-13)."""
    row = found(site_row(seat.actor, site))
    if request.method == "GET":
        return _page(request, seat, site, blank(READER))
    sheet = filled(READER, request.POST)
    if sheet.faults:
        return _page(request, seat, site, sheet)
    try:
        made = enroll_reader(
            site=row,
            name=sheet.text("name"),
            system=sheet.text("system"),
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, seat, site, sheet.refused(refusal))
    address = f"{settings.READER_URL}/gate/#token={made.token}"
    context = {"site": row, "reader": made.reader, "address": address, "qr": qr_code(address)}
    return framed(request, "company/sites/readers/made.html", context, current="sites")


@require_POST
@company_page(Power.EDIT_SITE)
def site_reader_stop(request: HttpRequest, seat: SeatMe, site: str, key: UUID) -> HttpResponse:
    """端末を停止する, for good (SITE-14)."""
    reader = found(reader_row(found(site_row(seat.actor, site)), key))
    try:
        revoke_reader(reader=reader, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, site, blank(READER), refusal)
    messages.success(request, f"端末「{reader.name}」を停止しました。")
    return redirect("company:site-readers", site)


def _page(
    request: HttpRequest, seat: SeatMe, site: str, sheet: Sheet, refusal: Refusal | None = None
) -> HttpResponse:
    row = found(site_row(seat.actor, site))
    context = {"site": row, "readers": readers_of(row.pk), "form": sheet.form, "refusal": refusal}
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "company/sites/readers/page.html", context, current="sites", status=status)
