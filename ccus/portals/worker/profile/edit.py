"""「編集」: from a block of the registered information to its change."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.sections import section_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.workers.reading import Me
from ccus.domain.workers.terms import Grade
from ccus.entrance.door import actor, worker_page
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.profile.view import page

OFFERED = {ApplicationKind.CHANGE, ApplicationKind.UPGRADE}
WRITABLE = {State.DRAFT, State.RETURNED}


@require_POST
@worker_page
def edit(request: HttpRequest, me: Me) -> HttpResponse:
    """変更申請を開く, at the block that was pressed (guide G11-3, PORTAL-15); what is under review is shown instead."""
    kind, block = request.POST.get("kind", ""), request.POST.get("section", "")
    if kind not in OFFERED:
        raise Http404
    try:
        case = open_application(kind=ApplicationKind(kind), worker=me.worker, by=actor(me), at=clock.now())
    except Refusal as refusal:
        return page(request, me, refusal=refusal.sentence)
    if case.state in WRITABLE and section_of(ApplicationKind(kind), Grade(case.grade), block):
        return redirect("filing:section", case.number, block)
    return redirect("filing:application", case.number)
