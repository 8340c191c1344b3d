"""現場登録 (SITE-01 to SITE-03, SITE-15 to SITE-17)."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.portals.company.sites.registration.form import MOST, Registration, asked


@require_http_methods(["GET", "POST"])
@company_page(Power.REGISTER_SITE)
def new_site(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """現場を登録する: one form; contracts are added to it one by one, without losing what was typed."""
    if request.method == "GET":
        return _page(request, asked(seat, None))
    sheet = asked(seat, request.POST)
    if request.POST.get("act") == "more":
        return _page(request, sheet, is_growing=True)
    if sheet.together.is_faulty:
        return _page(request, sheet)
    try:
        number = sheet.register(seat)
    except Refusal as refusal:
        return _page(request, replace(sheet, refusal=refusal))
    messages.success(request, f"現場を登録しました。現場IDは {grouped(number)} です。")
    return redirect("company:site", number)


def _page(request: HttpRequest, sheet: Registration, *, is_growing: bool = False) -> HttpResponse:
    together = sheet.together
    is_refused = together.is_faulty and not is_growing
    site = sheet.site.refused(sheet.refusal) if sheet.refusal else sheet.site
    context = {
        "site": site.form if is_refused else replace(site, faults=()).form,
        "details": sheet.details.form if is_refused else replace(sheet.details, faults=()).form,
        "contracts": [
            tuple(
                part.form if is_refused and not each.is_empty else replace(part, faults=()).form
                for part in (each.contract, each.works)
            )
            for each in sheet.contracts
        ],
        "form": together if is_refused else None,
        "is_growing": is_growing,
        "has_details": any(sheet.details.raw.values()),
        "may_add": len(sheet.contracts) < MOST,
    }
    return framed(
        request,
        "company/sites/registration/page.html",
        context,
        current="sites",
        status=422 if is_refused else 200,
    )
