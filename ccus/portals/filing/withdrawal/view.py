"""申請の取下げ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.applications.actions.filing import withdraw_application
from ccus.entrance.acting.door import filing_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.sheet.loading import case_of


@require_http_methods(["GET", "HEAD", "POST"])
@filing_page
def withdrawal(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """The question, then the act (APP-13)."""
    case = case_of(filer, number)
    error = ""
    if request.method == "POST":
        try:
            withdraw_application(number=number, by=filer.actor, at=clock.now())
        except Refusal as refusal:
            error = refusal.sentence
        else:
            messages.success(request, f"申請 {case.number} を取り下げました。")
            return (
                redirect("filing:client", case.worker_number)
                if filer.actor.client
                else redirect("filing:home")
            )
    context = {"case": case, "error": error}
    status = 422 if error else 200
    return framed(request, "filing/withdrawal/page.html", context, current="filing:home", status=status)
