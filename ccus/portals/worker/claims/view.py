"""申告の状況: the list, one claim, its withdrawal, the answer to a refusal."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.work_history.actions.answers import answer_refusal
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import ClaimAct
from ccus.domain.work_history.claims.blocks import PLEA
from ccus.domain.work_history.claims.filters import Shown, waits_for_the_worker
from ccus.domain.work_history.claims.reading import A_PAGE, claim_for, claim_row, claims_of
from ccus.domain.workers.reading import Me
from ccus.entrance.asked import found, key_of
from ccus.entrance.door import actor, worker_page
from ccus.entrance.entering.shown import row_of
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

CURRENT = "claims"


@require_safe
@worker_page
def claims(request: HttpRequest, me: Me) -> HttpResponse:
    """申告の一覧, by whose turn it is."""
    asked = request.GET.get("show", "")
    shown = Shown(asked) if asked in {*Shown} else Shown.ALL
    rows = claims_of(me.worker, shown=shown, after=key_of(request.GET.get("after", "")), limit=A_PAGE + 1)
    mine = (
        claims_of(me.worker, shown=Shown.MINE) if shown is Shown.ALL and not request.GET.get("after") else ()
    )
    context = {
        "shown": shown,
        "filters": list(Shown),
        "mine": [row_of(claim) for claim in mine],
        "rows": [row_of(claim) for claim in rows[:A_PAGE]],
        "next": rows[A_PAGE - 1].key if len(rows) > A_PAGE else None,
        "waiting": waits_for_the_worker(me.worker),
    }
    return framed(request, "worker/claims/page.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def claim(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """One claim: who was asked, what they said, and what the worker can do about it."""
    row = found(claim_row(me.worker, key))
    act = request.POST.get("act")
    sheet = filled(PLEA, request.POST) if act == "answer" else blank(PLEA)
    refused = None
    try:
        if act == "withdraw":
            withdraw(claim=row, by=actor(me), at=clock.now())
            messages.success(request, "取り下げました。")
            return redirect("worker:claims")
        if act == "answer" and not sheet.faults:
            answer_refusal(claim=row, plea=sheet.text("plea"), by=actor(me), at=clock.now())
            messages.success(request, "申し立てを送りました。運営主体が確かめて、結果を知らせます。")
            return redirect("worker:claim", key)
    except Refusal as refusal:
        sheet, refused = (sheet.refused(refusal), None) if act == "answer" else (sheet, refusal)
    return _one(request, me, key, sheet, refused)


def _one(request: HttpRequest, me: Me, key: UUID, sheet: Sheet, refused: Refusal | None) -> HttpResponse:
    shown, now, by = found(claim_for(me.worker, key)), clock.now(), str(actor(me))
    context = {
        "row": row_of(shown),
        "claim": shown,
        "may_withdraw": shown.may(ClaimAct.WITHDRAW, by=by, at=now),
        "may_answer": shown.may(ClaimAct.ANSWER, by=by, at=now),
        "is_own_word": shown.said_by == by,
        "form": sheet.form,
        "refusal": refused,
    }
    status = 422 if refused or sheet.faults else 200
    return framed(request, "worker/claims/one.html", context, current=CURRENT, status=status)
