"""待っている日の一覧."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.work_history.actions.bulk import approve_many, confirm_many
from ccus.domain.work_history.claims.inbox import Counts, Tray, counts_of, inbox_page, sites_waiting
from ccus.entrance.asked import key_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.approvals.people import lines_of
from ccus.portals.company.approvals.wanted import Wanted, trays_of, wanted_of

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.APPROVE_RECORDS)
def approvals(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """待っている日, unusual ones on top; ticked ones are answered at once (CLAIM-25, CLAIM-28)."""
    if request.method != "POST":
        return _page(request, seat, wanted_of(request.GET))
    wanted = wanted_of(request.POST)
    tray = wanted.tray or Tray.APPROVE
    ticked = [*request.POST.getlist("odd"), *request.POST.getlist("day")][: 2 * PAGE]
    keys = [key for key in map(key_of, ticked) if key is not None]
    act = approve_many if tray is Tray.APPROVE else confirm_many
    try:
        done = act(company=own_company(seat.seated), claims=keys, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, wanted, refusal=refusal.sentence)
    messages.success(request, said(tray, done, len(keys)))
    return redirect(f"{reverse('company:approvals')}?{wanted.query(tray)}")


def said(tray: Tray, done: int, chosen: int) -> str:
    """What is said after an answer to several days."""
    word = "承認" if tray is Tray.APPROVE else "確認"
    if done < chosen:
        left = f"ほかの{chosen - done:,}日は、先に答えられたか、取り下げられていました。"
        return f"選んだ{chosen:,}日のうち、{done:,}日を{word}しました。{left}"
    return f"{done:,}日を{word}しました。"


def _page(request: HttpRequest, seat: SeatMe, wanted: Wanted, *, refusal: str = "") -> HttpResponse:
    counts = {tray: counts_of(wanted.waiting(seat, tray)) for tray in trays_of(seat)}
    tray = wanted.tray if wanted.tray in counts else _fullest(counts)
    waiting = wanted.waiting(seat, tray)
    after = key_of(request.GET.get("after", ""))
    page = inbox_page(waiting, after=after, limit=PAGE)
    lines = lines_of(seat, page.rows)
    context = {
        "tray": tray,
        "trays": [(each, count, wanted.query(each)) for each, count in counts.items()],
        "count": counts[tray],
        "odd": [line for line in lines if line.ask.oddities],
        "usual": [line for line in lines if not line.ask.oddities],
        "after": page.after,
        "is_first": after is None,
        "wanted": wanted,
        "query": wanted.query(tray),
        "sites": sites_waiting(Wanted().waiting(seat, tray)),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/approvals/listing/page.html", context, current="approvals", status=status)


def _fullest(counts: dict[Tray, Counts]) -> Tray:
    """The first tray in which something waits."""
    return next((tray for tray, count in counts.items() if count.total), next(iter(counts)))
