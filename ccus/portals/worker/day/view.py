"""就業履歴 › 一日."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.work_history.actions.papers import ask_for_paper
from ccus.domain.work_history.claims.day_checks import FIRST_DAY
from ccus.domain.work_history.missing_terms import Missing
from ccus.domain.work_history.why.lacks import last_day
from ccus.domain.work_history.why.reading import why_day
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.day.verdict import verdict_of


@require_safe
@worker_page
def day(request: HttpRequest, me: Me, on: date) -> HttpResponse:
    """一日の就業と、その根拠 (guide G14-6)."""
    return _page(request, me, on)


@require_POST
@worker_page
def day_asking(request: HttpRequest, me: Me, on: date) -> HttpResponse:
    """足りないものをお願いする: of one company (REC-16)."""
    fact = request.POST.get("fact", "")
    if fact not in Missing.__members__:
        raise Http404
    try:
        ask_for_paper(
            worker=worker_of(me),
            site=request.POST.get("site", ""),
            on=on,
            missing=Missing[fact],
            company=request.POST.get("company", ""),
            by=actor(me),
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, me, on, refusal=refusal.sentence)
    messages.success(request, f"{Missing[fact].label}を、お願いしました。相手に通知しました。")
    return redirect("worker:history-day", on)


def _page(request: HttpRequest, me: Me, on: date, *, refusal: str = "") -> HttpResponse:
    today = clock.today()
    if on > today:
        raise Http404
    shown = why_day(me.worker, on, at=clock.now())
    sentence, badge = verdict_of(shown)
    context = {
        "day": shown,
        "sentence": sentence,
        "badge": badge,
        "is_over": last_day(on) < today,
        "last_on": last_day(on),
        "me_said": str(actor(me)),
        "refusal": refusal,
        "today": today,
        "before": on - ONE_DAY if on > FIRST_DAY else None,
        "after": on + ONE_DAY if on < today else None,
    }
    return framed(request, "worker/day/page.html", context, current="history", status=422 if refusal else 200)
