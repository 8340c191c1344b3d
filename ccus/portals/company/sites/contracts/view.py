"""契約情報・工事情報: added, changed and removed one by one (SITE-16)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.contracts import add_contract, change_contract, remove_contract
from ccus.domain.sites.blocks import CONTRACT, WORKS
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.options import options
from ccus.domain.sites.reading.parts import contract_row, items_of
from ccus.domain.sites.reading.sites import site_row
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.sites.contracts.words import contract_typed
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.entry.together import Together

Sheets = tuple[Sheet, Sheet]


@require_http_methods(["GET", "POST"])
@company_page(Power.EDIT_SITE)
def site_new_contract(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """契約を加える."""
    row = found(site_row(seat.actor, site))
    if request.method == "GET":
        return _page(request, site, row.name, (blank(CONTRACT, options), blank(WORKS, options)))
    sheets = _filled(request)
    if not _is_faulty(sheets):
        try:
            add_contract(site=row, items=_items(sheets), by=seat.actor, at=clock.now())
        except Refusal as refusal:
            return _page(request, site, row.name, (sheets[0].refused(refusal), sheets[1]))
        messages.success(request, "契約を加えました。")
        return redirect("company:site", site)
    return _page(request, site, row.name, sheets)


@require_http_methods(["GET", "POST"])
@company_page(Power.EDIT_SITE)
def site_contract(request: HttpRequest, seat: SeatMe, site: str, key: UUID) -> HttpResponse:
    """契約を変える、または削除する."""
    row = found(site_row(seat.actor, site))
    contract = found(contract_row(row, key))
    if request.method == "GET":
        raw = contract_typed(items_of(contract))
        sheets = blank(CONTRACT, options, raw=raw), blank(WORKS, options, raw=raw)
        return _page(request, site, row.name, sheets, is_there=True)
    sheets = _filled(request)
    is_removal = request.POST.get("act") == "remove"
    if not is_removal and _is_faulty(sheets):
        return _page(request, site, row.name, sheets, is_there=True)
    try:
        if is_removal:
            remove_contract(contract=contract, by=seat.actor, at=clock.now())
        else:
            change_contract(contract=contract, items=_items(sheets), by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, site, row.name, (sheets[0].refused(refusal), sheets[1]), is_there=True)
    messages.success(request, "契約を削除しました。" if is_removal else "契約を変えました。")
    return redirect("company:site", site)


def _filled(request: HttpRequest) -> Sheets:
    return filled(CONTRACT, request.POST, options), filled(WORKS, request.POST, options)


def _is_faulty(sheets: Sheets) -> bool:
    return any(sheet.faults for sheet in sheets)


def _items(sheets: Sheets) -> ContractItems:
    return ContractItems.of({**sheets[0].values, **sheets[1].values})


def _page(
    request: HttpRequest, number: str, name: str, sheets: Sheets, *, is_there: bool = False
) -> HttpResponse:
    contract, works = (sheet.form for sheet in sheets)
    together = Together((contract, works))
    context = {
        "number": number,
        "name": name,
        "contract": contract,
        "works": works,
        "form": together,
        "is_there": is_there,
    }
    status = 422 if together.is_faulty else 200
    return framed(request, "company/sites/contracts/page.html", context, current="sites", status=status)
