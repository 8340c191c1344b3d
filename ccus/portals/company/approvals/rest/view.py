"""残りをまとめて答える: says how many, then does it (CLAIM-28)."""

from dataclasses import replace
from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.work_history.actions.bulk import approve_many, confirm_many
from ccus.domain.work_history.claims.inbox import Tray, exact_count, sites_waiting
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.approvals.listing.view import said
from ccus.portals.company.approvals.wanted import Wanted, trays_of, wanted_of


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.APPROVE_RECORDS)
def approvals_rest(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """残りをまとめて: all of the list that is not unusual, as it stood when the page was read."""
    wanted = wanted_of(request.POST or request.GET)
    tray = wanted.tray or Tray.APPROVE
    if tray not in trays_of(seat):
        raise Http404
    if request.method != "POST":
        return _page(request, seat, wanted, tray)
    read_at = _instant(request.POST.get("read_at", ""))
    waiting = replace(wanted.waiting(seat, tray), asked_until=read_at)
    act = approve_many if tray is Tray.APPROVE else confirm_many
    try:
        done = act(company=own_company(seat.seated), waiting=waiting, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, wanted, tray, refusal=refusal.sentence)
    messages.success(request, said(tray, done, done))
    return redirect(f"{reverse('company:approvals')}?{wanted.query(tray)}")


def _instant(typed: str) -> datetime:
    """When the page was read. Raises Http404 for what no page of ours wrote."""
    try:
        at = datetime.fromisoformat(typed)
        if at.tzinfo is None:
            raise Http404
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Http404 from None


def _page(
    request: HttpRequest, seat: SeatMe, wanted: Wanted, tray: Tray, *, refusal: str = ""
) -> HttpResponse:
    waiting = wanted.waiting(seat, tray)
    sites = dict(sites_waiting(waiting)) if wanted.site else {}
    context = {
        "tray": tray,
        "wanted": wanted,
        "site": sites.get(wanted.site, ""),
        "query": wanted.query(tray),
        "count": exact_count(waiting),
        "odd": exact_count(waiting, is_odd=True),
        "read_at": clock.now().isoformat(),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/approvals/rest/page.html", context, current="approvals", status=status)
