"""開示設定 of one own worker."""

from collections.abc import Collection

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.actions import choose_employers_half
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.switches import SWITCHABLE, employers_half, workers_half
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import own_worker
from ccus.domain.workers.terms import Item
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.disclosure.items import Switch, named
from ccus.portals.company.employees.listing.rows import ITEMS, row_of


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.EMPLOYEES)
def disclosure_of(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """一人の設定: our half of every item that can be switched (DISC-20); `again`: back from 見え方の確認."""
    worker = own_worker(seat.company, number, on=clock.today())
    if worker is None:
        raise Http404
    if request.method != "POST":
        return _page(request, seat, worker)
    wanted = named(request.POST.getlist("item"))
    if request.POST.get("act") == "again":
        return _page(request, seat, worker, ticked=wanted)
    try:
        choose_employers_half(
            company=own_company(seat.seated),
            worker=worker,
            items=wanted,
            shown=named(request.POST.getlist("shown")),
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, seat, worker, refusal=refusal.sentence)
    messages.success(request, "開示の設定を登録しました。")
    return redirect("company:disclosure-of", number)


def _page(
    request: HttpRequest,
    seat: SeatMe,
    worker: int,
    *,
    ticked: Collection[Item] | None = None,
    refusal: str = "",
) -> HttpResponse:
    today = clock.today()
    seen = worker_as_seen_by(seat.actor, worker, purpose=Purpose.EMPLOYEES, at=clock.now(), items=ITEMS)
    ours = employers_half(seat.company, [worker], on=today).get(worker, frozenset())
    theirs = workers_half([worker], on=today).get(worker, frozenset())
    on = ours if ticked is None else ticked
    context = {
        "row": row_of(seen, seat.company_number),
        "switches": [
            Switch(item, is_on=item in on, is_opened_by_worker=item in theirs) for item in SWITCHABLE
        ],
        "shown": sorted(item.value for item in ours),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/disclosure/one/page.html", context, current="disclosure", status=status)
