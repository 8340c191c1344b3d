"""所属と異なる事業者の元での就業, the firm's side: ask a worker, answer, end (SITE-25)."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
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
    worker_numbered,
)
from ccus.domain.sites.sheet.parsing import NotUnderstood
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.identifiers import read_number
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.company.roster.typed import day


@require_http_methods(["GET", "POST"])
@company_page(Power.EMPLOYEES)
def placements(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """就業の合意."""
    if request.method == "GET":
        return _page(request, seat)
    try:
        said = _ACTS.get(request.POST.get("act", ""), _ask)(request, seat)
    except Refusal as refusal:
        return _page(request, seat, refusal)
    messages.success(request, said)
    return redirect("company:placements")


def _ask(request: HttpRequest, seat: SeatMe) -> str:
    """A number that nobody has is answered like one that somebody has: nothing is told about who that is."""
    number = read_number(request.POST.get("number", ""), label="技能者ID", field="number")
    from_on, last = day(request.POST, "from_on", "就業の初日"), day(request.POST, "until_on", "就業の末日")
    if from_on is None:
        raise NotUnderstood("就業の初日が入力されていません。最初の日を入力してください。", "from_on")
    worker = worker_numbered(number)
    both = parties(worker.pk, seat.company_number) if worker is not None else None
    if both is not None:
        ask_placement(
            worker=both[0],
            company=both[1],
            from_on=from_on,
            until_on=last + ONE_DAY if last else None,
            by=seat.actor,
            at=clock.now(),
        )
    return "要請を送りました。その技能者IDの方がいれば、本人に届きます。"


def _accept(request: HttpRequest, seat: SeatMe) -> str:
    found = request_for(_uuid(request), company=seat.company)
    if found is None:
        raise Http404
    accept_placement(request=found, by=seat.actor, at=clock.now())
    return "合意しました。作業員名簿に登録できます。"


def _refuse(request: HttpRequest, seat: SeatMe) -> str:
    found = request_for(_uuid(request), company=seat.company)
    if found is None:
        raise Http404
    refuse_placement(request=found, by=seat.actor, at=clock.now())
    return "要請を終わりにしました。"


def _end(request: HttpRequest, seat: SeatMe) -> str:
    worker = worker_numbered(request.POST.get("number", ""))
    today = clock.today()
    found = worker and placement_with(worker=worker.pk, company_number=seat.company_number, on=today)
    if not found:
        raise Http404
    last = day(request.POST, "last_on", "合意の末日") or today
    end_placement(placement=found, until_on=last + ONE_DAY, by=seat.actor, at=clock.now())
    return "就業の合意を終えました。"


_ACTS: dict[str, Callable[[HttpRequest, SeatMe], str]] = {
    "ask": _ask,
    "accept": _accept,
    "refuse": _refuse,
    "end": _end,
}


def _uuid(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("request", ""))
    except ValueError as error:
        raise Http404 from error


def _page(request: HttpRequest, seat: SeatMe, refusal: Refusal | None = None) -> HttpResponse:
    today = clock.today()
    context = {
        "requests": requests_of(company=seat.company),
        "placements": placements_of(company=seat.company, on=today),
        "sent": request.POST,
        "from_on": request.POST.get("from_on", f"{today:%Y/%m/%d}"),
        "refusal": refusal,
        "today": today,
    }
    status = 422 if refusal else 200
    return framed(
        request, "company/roster/placements/page.html", context, current="placements", status=status
    )
