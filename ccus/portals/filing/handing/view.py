"""技能者IDと初期パスワード."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ccus.domain.applications.actions.applicants import hand_over
from ccus.domain.applications.terms import State
from ccus.entrance.acting.door import filing_page
from ccus.entrance.frame import framed
from ccus.entrance.ways import sign_in_of
from ccus.entrance.who import Filer, Side
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.sheet.loading import case_of


@sensitive_variables("secret")
@require_http_methods(["GET", "HEAD", "POST"])
@filing_page
def handing(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """The ID always; the password on request, on this answer only."""
    case = case_of(filer, number)
    if filer.applicant is None or case.state is not State.APPROVED:
        raise Http404
    secret = error = ""
    if request.method == "POST":
        try:
            secret = hand_over(applicant_id=filer.applicant, by=filer.actor, at=clock.now())
        except Refusal as refusal:
            error = refusal.sentence
    side = Side.COMPANY if case.kind.is_of_company else Side.WORKER
    context = {
        "case": case,
        "secret": secret,
        "error": error,
        "number": case.company_number or case.worker_number,
        "id_label": "事業者ID" if side is Side.COMPANY else side.id_label,
        "portal": side.label,
        "sign_in": sign_in_of(side),
    }
    status = 422 if error else 200
    return framed(request, "filing/handing/page.html", context, current="filing:home", status=status)
