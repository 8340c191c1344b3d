"""申請を代行にまかせる (PROXY-08)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ccus.domain.applications.actions.entrusting import entrust_case
from ccus.domain.companies.reading import company_numbered
from ccus.entrance.acting.door import filing_page
from ccus.entrance.asked import found
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.identifiers import digits_of
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.application.view import application_page
from ccus.portals.filing.sheet.loading import case_of


@require_POST
@filing_page
def entrusting(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """まかせる: an application that the worker has begun, to a company with a mandate."""
    case_of(filer, number)
    company = found(company_numbered(digits_of(request.POST.get("company", ""))))
    try:
        entrust_case(number=number, company=company, by=filer.actor, at=clock.now())
    except Refusal as refusal:
        return application_page(request, filer, number, refusal)
    messages.success(request, f"この申請を、{company.name}にまかせました。会社に知らせました。")
    return redirect("filing:application", number)
