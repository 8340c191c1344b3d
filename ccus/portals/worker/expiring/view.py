"""期限."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.employees.own import own_expiries
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.worker.expiring.line import Line


@require_safe
@worker_page
def expiring(request: HttpRequest, me: Me) -> HttpResponse:
    """期限が30日以内に来るもの, what is past, and until when all is good (PORTAL-41)."""
    today = clock.today()
    shown = own_expiries(me.worker, today=today)
    context = {
        "today": today,
        "near": [Line(each) for each in shown.near],
        "past": [Line(each) for each in shown.past],
        "next": shown.next,
    }
    return framed(request, "worker/expiring/page.html", context, current="expiring")
