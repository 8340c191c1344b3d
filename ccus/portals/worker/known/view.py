"""就業履歴 › 〇月〇日の時点で."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.work_history.past import month_known
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.known.differences import difference_of
from ccus.portals.worker.profile.form import ON, day_asked


@require_safe
@worker_page
def known(request: HttpRequest, me: Me, month: date) -> HttpResponse:
    """A month as the register knew it at the end of the day that `?on=` names; today where it names none."""
    today, typed, refusal = clock.today(), request.GET.get("on", ""), ""
    try:
        on = day_asked(typed, today=today)
    except Refusal as fault:
        on, refusal = today, fault.sentence
    shown = month_known(me.worker, month, at=clock.end_of(on))
    context = {
        "month": shown,
        "on": on,
        "is_past": on < today,
        "on_field": ON,
        "on_typed": typed,
        "on_refusal": refusal,
        "different": [(day, difference_of(day)) for day in shown.different if day.on <= on],
        "to_come": sum(day.on > on for day in shown.different),
    }
    status = 422 if refusal else 200
    return framed(request, "worker/known/page.html", context, current="history", status=status)
