"""入力した現場: the list, and the form with the signboard (PORTAL-23, PORTAL-24)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.work_history.actions.own_sites import mend_own_site, open_own_site
from ccus.domain.work_history.claims.blocks import OWN_SITE
from ccus.domain.work_history.claims.own_sites import FIELDS, own_site_row, own_site_shown, own_sites_of
from ccus.domain.work_history.claims.proposals import entered_days, proposals_for
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.entering.ticks import day_in
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

CURRENT = "own-sites"


@require_safe
@worker_page
def own_sites(request: HttpRequest, me: Me) -> HttpResponse:
    """入力した現場の一覧."""
    return framed(request, "worker/own_sites/page.html", {"sites": own_sites_of(me.worker)}, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def own_site_new(request: HttpRequest, me: Me) -> HttpResponse:
    """新しい現場の入力; then its days."""
    if request.method != "POST":
        return _form(request, blank(OWN_SITE))
    sheet = filled(OWN_SITE, request.POST)
    try:
        if not sheet.faults:
            made = open_own_site(worker=worker_of(me), **_texts(sheet), by=actor(me), at=clock.now())
            on = day_in(request.GET.get("on", ""))
            return redirect(reverse("worker:entry-own-site", args=[made.key]) + (f"?on={on}" if on else ""))
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _form(request, sheet)


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def own_site(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """One typed site: which registered one it may be, and its text to be mended."""
    shown = found(own_site_shown(me.worker, key))
    row = found(own_site_row(me.worker, key))
    if request.method != "POST":
        return _one(request, me, key, blank(OWN_SITE, raw=shown.raw))
    sheet = filled(OWN_SITE, request.POST)
    try:
        if not sheet.faults:
            mend_own_site(own_site=row, **_texts(sheet), by=actor(me), at=clock.now())
            messages.success(request, "現場の内容をなおしました。")
            return redirect("worker:own-site", key)
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _one(request, me, key, sheet)


def _texts(sheet: Sheet) -> dict[str, Any]:
    return {name: sheet.text(name) for name in FIELDS}


def _form(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 422 if sheet.faults else 200
    context = {"form": sheet.form}
    return framed(request, "worker/own_sites/new.html", context, current=CURRENT, status=status)


def _one(request: HttpRequest, me: Me, key: UUID, sheet: Sheet) -> HttpResponse:
    row = found(own_site_row(me.worker, key))
    days = entered_days(row)
    context = {
        "site": found(own_site_shown(me.worker, key)),
        "proposals": proposals_for(row, days),
        "form": sheet.form,
        "is_open": bool(sheet.faults),
    }
    status = 422 if sheet.faults else 200
    return framed(request, "worker/own_sites/one.html", context, current=CURRENT, status=status)
