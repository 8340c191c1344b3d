"""申請: what was filed, and what can be started."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.reading import A_PAGE, filed_by, has_older
from ccus.domain.applications.terms import CLOSED, ApplicationKind
from ccus.domain.workers.terms import Grade
from ccus.entrance.door import filer_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.home.offers import offers_for

LONGEST_KEY = 18


@require_safe
@filer_page
def home(request: HttpRequest, filer: Filer) -> HttpResponse:
    """申請の一覧: open ones first. Whoever only files for others has their list."""
    if filer.worker is None and filer.applicant is None and filer.company is None:
        return redirect("company:clients")
    return _page(request, filer)


@require_POST
@filer_page
def start(request: HttpRequest, filer: Filer) -> HttpResponse:
    """申請を始める; an open one of the kind is gone on with (APP-04)."""
    kind, grade = request.POST.get("kind", ""), request.POST.get("grade", "")
    offered = {(offer.kind.value, offer.grade) for offer in offers_for(filer, on=clock.today())}
    if (kind, grade) not in offered:
        return _page(request, filer, "始められない申請です。下から選んでください。", 422)
    wanted = ApplicationKind(kind)
    is_companys = wanted.is_of_company and not wanted.is_first
    try:
        case = open_application(
            kind=wanted,
            grade=Grade(grade) if grade else None,
            worker=None if is_companys else filer.worker,
            applicant=filer.applicant,
            company=filer.company if is_companys else None,
            by=filer.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, filer, refusal.sentence, 422)
    return redirect("filing:application", case.number)


def _page(request: HttpRequest, filer: Filer, error: str = "", status: int = 200) -> HttpResponse:
    before = request.GET.get("before", "")
    is_older = before.isascii() and before.isdecimal() and len(before) <= LONGEST_KEY
    cases = filed_by(filer.actor, before=int(before) if is_older else None)
    open_cases = [case for case in cases if case.state not in CLOSED]
    closed_cases = [case for case in cases if case.state in CLOSED]
    last = closed_cases[-1].id if len(closed_cases) >= A_PAGE else 0
    context = {
        "open_cases": open_cases,
        "closed_cases": closed_cases,
        "older": last if last and has_older(filer.actor, before=last) else 0,
        "is_older": is_older,
        "offers": offers_for(filer, on=clock.today()),
        "begun": {case.kind for case in open_cases},
        "is_applicant": filer.applicant is not None,
        "is_for_company": filer.is_for_company,
        "is_registered": filer.applicant is not None
        and any(case.worker_number or case.company_number for case in cases),
        "error": error,
    }
    return framed(request, "filing/home/page.html", context, current="filing:home", status=status)
