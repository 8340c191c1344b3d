"""委任した方の申請."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.reading import filed_by
from ccus.domain.applications.terms import CLOSED, ApplicationKind
from ccus.entrance.acting.door import client_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.home.offers import offers_for_client


@require_safe
@client_page
def client(request: HttpRequest, filer: Filer, worker: str) -> HttpResponse:
    """The applications that were entrusted, open ones first (PROXY-08)."""
    return _page(request, filer, worker)


@require_POST
@client_page
def client_start(request: HttpRequest, filer: Filer, worker: str) -> HttpResponse:
    """申請を始める for the client; an open one that was entrusted is gone on with (PROXY-05)."""
    kind = request.POST.get("kind", "")
    offered = {offer.kind.value for offer in offers_for_client(filer.worker or 0, on=clock.today())}
    if kind not in offered:
        return _page(request, filer, worker, "始められない申請です。下から選んでください。")
    try:
        case = open_application(
            kind=ApplicationKind(kind), worker=filer.worker, by=filer.actor, at=clock.now()
        )
    except Refusal as refusal:
        return _page(request, filer, worker, refusal.sentence)
    return redirect("filing:application", case.number)


def _page(request: HttpRequest, filer: Filer, worker: str, error: str = "") -> HttpResponse:
    cases = filed_by(filer.actor)
    open_cases = [case for case in cases if case.state not in CLOSED]
    context = {
        "worker": worker,
        "open_cases": open_cases,
        "closed_cases": [case for case in cases if case.state in CLOSED],
        "offers": offers_for_client(filer.worker or 0, on=clock.today()),
        "begun": {case.kind for case in open_cases},
        "error": error,
    }
    status = 422 if error else 200
    return framed(request, "filing/clients/page.html", context, current="company:clients", status=status)
