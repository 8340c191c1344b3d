"""所属と異なる事業者の元での就業, the firm's side: ask a worker, answer, end (SITE-25)."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.placements import (
    accept_placement,
    ask_placement,
    end_placement,
    refuse_placement,
)
from ccus.domain.sites.reading.consents import (
    placement_with,
    placements_of,
    request_for,
    requests_of,
    worker_numbered,
)
from ccus.domain.sites.sheet.parsing import NotUnderstood
from ccus.domain.workers.asking import worker_to_ask
from ccus.entrance.asked import found, key_of
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
    """Of somebody who is known: number, フリガナ and 生年月日 belong together (EMP-01)."""
    number = read_number(request.POST.get("number", ""), label="技能者ID", field="number")
    from_on, last = day(request.POST, "from_on", "就業の初日"), day(request.POST, "until_on", "就業の末日")
    if from_on is None:
        raise NotUnderstood("就業の初日が入力されていません。最初の日を入力してください。", "from_on")
    born = day(request.POST, "birth_on", "生年月日")
    if born is None:
        raise NotUnderstood("生年月日が入力されていません。カードのとおりに入力してください。", "birth_on")
    kana, now = request.POST.get("kana", ""), clock.now()
    worker = worker_to_ask(company=seat.company, number=number, kana=kana, birth_on=born, at=now)
    ask_placement(
        worker=worker,
        company=own_company(seat.seated),
        from_on=from_on,
        until_on=last + ONE_DAY if last else None,
        by=seat.actor,
        at=now,
    )
    return "要請を送りました。本人が合意すると、その期間の日が正式になります。"


def _accept(request: HttpRequest, seat: SeatMe) -> str:
    accept_placement(
        request=found(request_for(_key(request), company=seat.company)), by=seat.actor, at=clock.now()
    )
    return "合意しました。作業員名簿に登録できます。"


def _refuse(request: HttpRequest, seat: SeatMe) -> str:
    refuse_placement(
        request=found(request_for(_key(request), company=seat.company)), by=seat.actor, at=clock.now()
    )
    return "要請を終わりにしました。"


def _end(request: HttpRequest, seat: SeatMe) -> str:
    worker, today = found(worker_numbered(request.POST.get("number", ""))), clock.today()
    placement = found(placement_with(worker=worker.pk, company_number=seat.company_number, on=today))
    last = day(request.POST, "last_on", "合意の末日") or today
    end_placement(placement=placement, until_on=last + ONE_DAY, by=seat.actor, at=clock.now())
    return "就業の合意を終えました。"


_ACTS: dict[str, Callable[[HttpRequest, SeatMe], str]] = {
    "ask": _ask,
    "accept": _accept,
    "refuse": _refuse,
    "end": _end,
}


def _key(request: HttpRequest) -> UUID:
    return found(key_of(request.POST.get("request", "")))


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
