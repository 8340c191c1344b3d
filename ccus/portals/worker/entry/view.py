"""就業履歴 › 入力: the days of a site, looked over, sent (PORTAL-21, PORTAL-22)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.work_history.actions.entries import enter_days
from ccus.domain.work_history.actions.own_sites import enter_days_at_own_site
from ccus.domain.work_history.claims.entry_form import company_chosen
from ccus.domain.work_history.claims.entry_preview import EntryPlace, own_place, preview, registered_place
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.entering.pad import Pad, opened, sent
from ccus.entrance.entering.pages import calendar, check
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal

CURRENT = "entry"


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def entry_site(request: HttpRequest, me: Me, site: str) -> HttpResponse:
    """就業日の入力 at a registered site."""
    return _days(request, me, found(registered_place(site)))


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def entry_own_site(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """就業日の入力 at a site that is not registered."""
    return _days(request, me, found(own_place(me.worker, key)))


def _days(request: HttpRequest, me: Me, at: EntryPlace) -> HttpResponse:
    if request.method != "POST":
        return _calendar(request, at, opened(request, me, at))
    pad, act = sent(request, me, at), request.POST.get("act")
    if act not in {"check", "send"}:
        return _calendar(request, at, pad)
    if pad.whole.faults:
        return _calendar(request, at, pad, status=422)
    try:
        if pad.faults:
            return _confirm(request, me, at, pad, status=422)
        return _confirm(request, me, at, pad) if act == "check" else _send(request, me, at, pad)
    except Refusal as refusal:
        return _calendar(request, at, pad.refused(refusal), status=422)


def _send(request: HttpRequest, me: Me, at: EntryPlace, pad: Pad) -> HttpResponse:
    days, company, by, now = pad.typed, company_chosen(pad.whole.values), actor(me), clock.now()
    if at.site is not None:
        worker = worker_of(me)
        enter_days(worker=worker, site=at.site, company=company, days=days, by=by, at=now)
        said = f"{at.name}の{len(days)}日を入力しました。元請事業者の{at.prime_name}に、承認を求めました。"
    else:
        own_site = found(at.own_site)
        enter_days_at_own_site(own_site=own_site, company=company, days=days, by=by, at=now)
        said = f"{at.name}の{len(days)}日を入力しました。「元請事業者の承認のない就業履歴」として残ります。"
    messages.success(request, said)
    return redirect("worker:claims")


def _calendar(request: HttpRequest, at: EntryPlace, pad: Pad, *, status: int = 200) -> HttpResponse:
    return framed(request, "worker/entry/days.html", calendar(at, pad), current=CURRENT, status=status)


def _confirm(request: HttpRequest, me: Me, at: EntryPlace, pad: Pad, *, status: int = 200) -> HttpResponse:
    company = company_chosen(pad.whole.values)
    asked = preview(at, worker=worker_of(me), company=company, days=pad.typed, at=clock.now())
    context = check(at, pad, asked)
    return framed(request, "entrance/entering/confirm.html", context, current=CURRENT, status=status)
