"""一日を見て答える: everything about one claim; approve it, confirm it, or refuse it with a ground and in words."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.work_history.actions.answers import LONGEST, approve, confirm, refuse
from ccus.domain.work_history.claim_terms import ClaimState, Ground
from ccus.domain.work_history.claims.answered import answer_to
from ccus.domain.work_history.claims.answering import state_of
from ccus.domain.work_history.claims.inbox import Tray, ask_shown, claim_asked_of
from ccus.entrance.asked import count_of, found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.approvals.people import lines_of
from ccus.portals.company.approvals.wanted import trays_of, wanted_of

_DONE = {
    "approve": "承認しました。",
    "confirm": "確認しました。",
    "refuse": "否認しました。技能者に知らせました。",
}


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.APPROVE_RECORDS)
def approval(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """一日: what was said, by whom, what is unusual, who confirmed; and the answer (CLAIM-25, CLAIM-30)."""
    tray = next((each for each in trays_of(seat) if claim_asked_of(seat.seated, each, key)), None)
    if tray is None:
        raise Http404
    if request.method != "POST":
        return _page(request, seat, tray, key)
    act = request.POST.get("act", "")
    try:
        _answer(request, seat, tray, key, act)
    except Refusal as refusal:
        return _page(request, seat, tray, key, refusal)
    messages.success(request, _DONE[act])
    return redirect(f"{reverse('company:approvals')}?{wanted_of(request.GET).query(tray)}")


def _answer(request: HttpRequest, seat: SeatMe, tray: Tray, key: UUID, act: str) -> None:
    claim = found(claim_asked_of(seat.seated, tray, key))
    if act == "confirm":
        confirm(claim=claim, by=seat.actor, at=clock.now())
    elif act == "approve":
        approve(claim=claim, by=seat.actor, at=clock.now())
    elif act == "refuse":
        code = count_of(request.POST.get("ground", ""))
        ground = Ground(code) if code in set(Ground) else None
        words = request.POST.get("words", "").replace("\x00", "")
        refuse(claim=claim, ground=ground, words=words, by=seat.actor, at=clock.now())
    else:
        raise Http404


def _page(
    request: HttpRequest, seat: SeatMe, tray: Tray, key: UUID, refusal: Refusal | None = None
) -> HttpResponse:
    claim = found(claim_asked_of(seat.seated, tray, key))
    state = state_of(claim)
    (line,) = lines_of(seat, [ask_shown(claim, tray)])
    answered = answer_to(claim, seat.company)
    context = {
        "line": line,
        "tray": tray,
        "query": wanted_of(request.GET).query(tray),
        "state": state,
        "answered": answered,
        "is_open": state is ClaimState.WAITING and answered is None,
        "grounds": list(Ground),
        "longest": LONGEST,
        "typed": request.POST if refusal else {},
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/approvals/one/page.html", context, current="approvals", status=status)
