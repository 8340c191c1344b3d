"""組織の追加、名称の変更、閉鎖."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.actions.organisation import close_unit, open_unit, rename_unit
from ccus.domain.companies.reading import UnitShown, organisation_of, own_company, unit_of
from ccus.domain.companies.rules import LONGEST_UNIT
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.asked import key_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

UNIT = Block(
    "unit",
    "組織",
    (
        Field("name", "組織の名称", is_required=True, longest=LONGEST_UNIT, help="例：東京支店、多摩営業所"),
        Field("office", "建設業許可の営業所である", Kind.TICK),
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.ORGANISATION)
def unit_new(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """組織の追加, below the unit that the address names, or directly below the company (ORG-01)."""
    shown = organisation_of(seat.seated)
    above = shown.unit(key) if (key := key_of(request.GET.get("below", ""))) else None
    if not (above.may_open_below if above else shown.may_manage_all and not key):
        raise Http404
    parent = unit_of(seat.company, above.key) if above else None
    if request.method != "POST":
        return _form(request, blank(UNIT), parent_name=parent.name if parent else seat.company_name)
    sheet = filled(UNIT, request.POST)
    try:
        if not sheet.faults:
            open_unit(
                company=own_company(seat.seated),
                parent=parent,
                name=sheet.text("name"),
                is_licence_office=bool(sheet.values.get("office")),
                by=seat.actor,
                at=clock.now(),
            )
            messages.success(request, f"{sheet.text('name')}を追加しました。")
            return redirect("company:organisation")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _form(request, sheet, parent_name=parent.name if parent else seat.company_name)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.ORGANISATION)
def unit(request: HttpRequest, seat: SeatMe, unit: UUID) -> HttpResponse:
    """組織の名称の変更と閉鎖 (ORG-01, ORG-09)."""
    shown, held = organisation_of(seat.seated).unit(unit), unit_of(seat.company, unit)
    if shown is None or held is None or not shown.may_be_managed:
        raise Http404
    if request.method != "POST":
        raw = {"name": shown.name, "office": "1" if shown.is_licence_office else ""}
        return _form(request, blank(UNIT, raw=raw), shown=shown)
    sheet = filled(UNIT, request.POST)
    try:
        if request.POST.get("act") == "close":
            close_unit(unit=held, by=seat.actor, at=clock.now())
            messages.success(request, f"{held.name}を閉じました。")
            return redirect("company:organisation")
        if not sheet.faults:
            name, office = sheet.text("name"), bool(sheet.values.get("office"))
            rename_unit(unit=held, name=name, is_licence_office=office, by=seat.actor, at=clock.now())
            messages.success(request, f"{name}の内容を変えました。")
            return redirect("company:organisation")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _form(request, sheet, shown=shown)


def _form(
    request: HttpRequest, sheet: Sheet, *, parent_name: str = "", shown: UnitShown | None = None
) -> HttpResponse:
    context = {"form": sheet.form, "parent_name": parent_name, "shown": shown}
    status = 422 if sheet.faults else 200
    return framed(request, "company/organisation/unit.html", context, current="organisation", status=status)
