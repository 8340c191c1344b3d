"""現場を付ける: a registered site for the days of a typed one; first which days go along (PORTAL-25, D-16)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.sites.reading.finding import find_sites
from ccus.domain.work_history.actions.attachments import attach_site
from ccus.domain.work_history.claims.attaching import fit_at
from ccus.domain.work_history.claims.day_checks import days_words
from ccus.domain.work_history.claims.entry_preview import preview_attaching, registered_place
from ccus.domain.work_history.claims.own_sites import own_site_row, own_site_shown
from ccus.domain.workers.reading import Me
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.own_sites.view import CURRENT


@require_safe
@worker_page
def attach_search(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """付ける現場をさがす, where none is proposed."""
    text = request.GET.get("q", "")
    context = {
        "site": found(own_site_shown(me.worker, key)),
        "text": text,
        "is_asked": bool(tidy(text)),
        "found": find_sites(text),
    }
    return framed(request, "worker/own_sites/search.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def attach(request: HttpRequest, me: Me, key: UUID, site: str) -> HttpResponse:
    """現場IDの付与: look it over, then do it."""
    own, target = found(own_site_row(me.worker, key)), found(registered_place(site))
    registered, refused = found(target.site), None
    if request.method == "POST":
        try:
            made = attach_site(own_site=own, site=registered, days=None, by=actor(me), at=clock.now())
        except Refusal as refusal:
            refused = refusal
        else:
            said = f"{len(made)}日に、{target.name}を付けました。"
            messages.success(request, f"{said}元請事業者の{target.prime_name}に、承認を求めました。")
            return redirect("worker:claims")
    fit = fit_at(own, registered)
    stays = (
        (fit.outside, "この現場の就業履歴蓄積期間に入っていません。"),
        (fit.entered, "この現場に、もう入力してあります。"),
        (fit.official, "この現場の記録が、もう「正式」になっています。"),
    )
    context = {
        "own": found(own_site_shown(me.worker, key)),
        "at": target,
        "number": site,
        "goes": days_words(fit.free),
        "count": len(fit.free),
        "stays": [(days_words(days), why) for days, why in stays if days],
        "asked": preview_attaching(own, registered, fit.free, at=clock.now()),
        "refusal": refused,
    }
    status = 422 if refused else 200
    return framed(request, "worker/own_sites/attach.html", context, current=CURRENT, status=status)
