"""この日について聞く."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from ccus.domain.desk.asked import cases_of
from ccus.domain.desk.terms import Asks, Subject
from ccus.domain.work_history.why.lacks import last_day
from ccus.domain.work_history.why.reading import why_day
from ccus.domain.workers.reading import Me
from ccus.entrance.asking.view import ASK, MOST, ask
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.worker.day.verdict import verdict_of
from ccus.ui.entry.sheets import Sheet, blank


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def asking_day(request: HttpRequest, me: Me, on: date) -> HttpResponse:
    """この日について聞く: why it counts or not, and whether that helped; `still` in the address: it did not."""
    if on > clock.today():
        raise Http404
    if request.method != "POST":
        return _page(request, me, on, blank(ASK), is_asking="still" in request.GET)
    asked = ask(request, actor(me), Asks.WORKER, Subject.DAYS, on)
    return _page(request, me, on, asked, is_asking=True) if isinstance(asked, Sheet) else asked


def _page(request: HttpRequest, me: Me, on: date, sheet: Sheet, *, is_asking: bool) -> HttpResponse:
    day = why_day(me.worker, on, at=clock.now())
    sentence, badge = verdict_of(day)
    context = {
        "day": day,
        "sentence": sentence,
        "badge": badge,
        "is_over": last_day(on) < clock.today(),
        "asked": [case for case in cases_of(actor(me), limit=MOST) if case.on == on and case.is_open],
        "is_asking": is_asking,
        "form": sheet.form,
    }
    status = 422 if sheet.faults else 200
    return framed(request, "worker/asking/page.html", context, current="asking", status=status)
