"""所属と異なる事業者の元での就業要請, the worker's side: search a company, ask, answer, end (SITE-25)."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.sites.actions.placements import (
    accept_placement,
    ask_placement,
    end_placement,
    refuse_placement,
)
from ccus.domain.sites.reading.consents import (
    parties,
    placement_with,
    placements_of,
    request_for,
    requests_of,
    search_companies,
)
from ccus.domain.workers.reading import Me
from ccus.entrance.asked import found, key_of
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry import dates
from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.japanese import tidy
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal

_FIRST = Field("from_on", "就業の初日", Kind.DATE, is_required=True)
_LAST = Field("until_on", "就業の末日", Kind.DATE)


@require_http_methods(["GET", "POST"])
@worker_page
def worker_placements(request: HttpRequest, me: Me) -> HttpResponse:
    """所属と異なる事業者の元での就業要請."""
    if request.method == "GET":
        return _page(request, me)
    act = found(_ACTS.get(request.POST.get("act", "")))
    try:
        said = act(request, me)
    except Refusal as refusal:
        return _page(request, me, refusal)
    messages.success(request, said)
    return redirect("worker:placements")


def _ask(request: HttpRequest, me: Me) -> str:
    both = found(parties(me.worker, request.POST.get("company", "")))
    today = clock.today()
    typed = request.POST.get("until_on", "")
    last = dates.day(_LAST, typed, today=today) if tidy(typed) else None
    ask_placement(
        worker=both[0],
        company=both[1],
        from_on=dates.day(_FIRST, request.POST.get("from_on", ""), today=today),
        until_on=last + ONE_DAY if last else None,
        by=actor(me),
        at=clock.now(),
    )
    return f"{both[1].name}に、合意要請を送りました。"


def _accept(request: HttpRequest, me: Me) -> str:
    accept_placement(
        request=found(request_for(_key(request), worker=me.worker)), by=actor(me), at=clock.now()
    )
    return "合意しました。"


def _refuse(request: HttpRequest, me: Me) -> str:
    refuse_placement(
        request=found(request_for(_key(request), worker=me.worker)), by=actor(me), at=clock.now()
    )
    return "要請を終わりにしました。"


def _end(request: HttpRequest, me: Me) -> str:
    number, today = request.POST.get("company", ""), clock.today()
    placement = found(placement_with(worker=me.worker, company_number=number, on=today))
    end_placement(placement=placement, until_on=today + ONE_DAY, by=actor(me), at=clock.now())
    return f"{placement.company.name}での就業の合意を、今日で終えました。"


_ACTS: dict[str, Callable[[HttpRequest, Me], str]] = {
    "ask": _ask,
    "accept": _accept,
    "refuse": _refuse,
    "end": _end,
}


def _key(request: HttpRequest) -> UUID:
    return found(key_of(request.POST.get("request", "")))


def _page(request: HttpRequest, me: Me, refusal: Refusal | None = None) -> HttpResponse:
    text, today = request.GET.get("q", ""), clock.today()
    context = {
        "requests": requests_of(worker=me.worker),
        "placements": placements_of(worker=me.worker, on=today),
        "text": text,
        "found": search_companies(text),
        "from_on": request.POST.get("from_on", f"{today:%Y/%m/%d}"),
        "until_on": request.POST.get("until_on", ""),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "worker/placements/page.html", context, current="placements", status=status)
