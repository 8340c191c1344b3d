"""現場情報の編集 (SITE-01, SITE-02, SITE-15)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.sites.actions.registration import edit_site
from ccus.domain.sites.blocks import editing
from ccus.domain.sites.options import options
from ccus.domain.sites.reading.choices import units_for
from ccus.domain.sites.reading.sites import SiteShown, site_row
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.options import Option
from ccus.foundation.refusals import Refusal
from ccus.portals.company.sites.reached import seen_site
from ccus.portals.company.sites.registration.form import details_of
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "POST"])
@company_page(Power.EDIT_SITE)
def site_edit(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """現場情報を編集する. To which unit it belongs, only those change who register sites."""
    row, shown = found(site_row(seat.actor, site)), seen_site(seat, site)
    units = units_for(seat.seated) if seat.may(Power.REGISTER_SITE) else ()
    is_tier = seat.seated.scope(Power.REGISTER_SITE) is Scope.BELOW
    block = editing(has_units=bool(units), needs_unit=is_tier, is_small=shown.is_small)

    def choices(name: str) -> tuple[Option, ...]:
        return units if name == "own_unit" else options(name)

    if request.method == "GET":
        return _page(request, shown, blank(block, choices, raw=_typed(shown)))
    sheet = filled(block, request.POST, choices)
    if sheet.faults:
        return _page(request, shown, sheet)
    unit = sheet.text("unit")
    try:
        edit_site(
            site=row,
            name=sheet.text("name"),
            name_kana=sheet.text("name_kana"),
            address=sheet.text("address"),
            unit=UUID(unit) if unit else None,
            details=details_of(sheet),
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, shown, sheet.refused(refusal))
    messages.success(request, "現場情報を変えました。")
    return redirect("company:site", site)


def _typed(shown: SiteShown) -> dict[str, str]:
    return {
        "name": shown.name,
        "name_kana": shown.kana,
        "address": shown.address,
        "unit": str(shown.unit_key or ""),
        "client_class": shown.client_class,
        "has_hazard": "1" if shown.has_hazard else "",
        "labour_insurance": shown.labour_insurance,
        "building_confirmation": shown.building_confirmation,
        "corins": shown.corins,
    }


def _page(request: HttpRequest, shown: SiteShown, sheet: Sheet) -> HttpResponse:
    context = {"site": shown, "form": sheet.form, "title": "現場情報を編集する", "press": "保存する"}
    status = 422 if sheet.faults else 200
    return framed(request, "company/sites/sheet.html", context, current="sites", status=status)
