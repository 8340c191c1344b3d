"""開示設定 of all own workers."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.actions import set_employers_half
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.switches import SWITCHABLE, employers_half
from ccus.domain.disclosure.terms import WORDS, Purpose
from ccus.domain.employees.staff import Wanted, everybody, staff_of
from ccus.domain.workers.terms import Item
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.disclosure.items import Switch, named
from ccus.portals.company.employees.listing.rows import ITEMS, row_of

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.EMPLOYEES)
def disclosure(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """所属技能者: our half item by item for everybody, and a list that leads to each (DISC-20)."""
    if request.method != "POST":
        return _page(request, seat)
    items, is_open = named(request.POST.getlist("item")), request.POST.get("act") == "open"
    if not items:
        return _page(request, seat, refusal="情報項目が選ばれていません。項目のボタンを押してください。")
    try:
        set_employers_half(
            company=own_company(seat.seated),
            workers=everybody(seat.company, on=clock.today()),
            items=items,
            is_open=is_open,
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, seat, refusal=refusal.sentence)
    words = "・".join(WORDS[item] for item in SWITCHABLE if item in items)
    messages.success(request, f"所属技能者全員の「{words}」を、{'開示' if is_open else '非開示'}にしました。")
    return redirect("company:disclosure")


def _page(request: HttpRequest, seat: SeatMe, *, refusal: str = "") -> HttpResponse:
    today, words, after = (
        clock.today(),
        request.GET.get("q", "").strip()[:60],
        request.GET.get("after", "")[:14],
    )
    halves = employers_half(seat.company, everybody(seat.company, on=today), on=today)
    page = staff_of(seat.company, on=today, wanted=Wanted(words.replace("\x00", "")), after=after, limit=PAGE)
    seen = workers_as_seen_by(
        seat.actor, page.workers, purpose=Purpose.EMPLOYEES, at=clock.now(), items=ITEMS
    )
    context = {
        "switches": [Switch(item, count=_count(halves, item)) for item in SWITCHABLE],
        "rows": [(row_of(one, seat.company_number), len(halves.get(one.worker, ()))) for one in seen],
        "page": page,
        "of": len(SWITCHABLE),
        "words": words,
        "is_first": not after,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/disclosure/all/page.html", context, current="disclosure", status=status)


def _count(halves: Mapping[int, frozenset[Item]], item: Item) -> int:
    return sum(item in opened for opened in halves.values())
