"""マイカード (PORTAL-43)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.cards.actions.loss import report_found, report_loss
from ccus.domain.cards.history import card_numbered
from ccus.domain.printing.actions.arrival import confirm_arrival, report_missing
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.card.form import LOSS, lost_from
from ccus.portals.worker.card.sheet import card_sheet
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_safe
@worker_page
def card(request: HttpRequest, me: Me) -> HttpResponse:
    """マイカード."""
    return _page(request, me, blank(LOSS))


@require_POST
@worker_page
def card_loss(request: HttpRequest, me: Me, serial: int) -> HttpResponse:
    """紛失の届出: one press; the moment is asked of nobody (CARD-20)."""
    lost = card_numbered(me.worker, serial)
    if lost is None:
        raise Http404
    sheet, now = filled(LOSS, request.POST), clock.now()
    try:
        if not sheet.faults:
            report_loss(card=lost, lost_from=lost_from(sheet, now), by=actor(me), at=now)
            messages.success(request, "カードを止めました。このカードは、もうカードリーダーで使えません。")
            return redirect("worker:card")
    except Refusal as refusal:
        is_about_the_day = refusal.field is not None
        sheet = sheet.refused(Refusal(refusal.sentence, "lost_on" if is_about_the_day else None))
    return _page(request, me, sheet)


@require_POST
@worker_page
def card_finding(request: HttpRequest, me: Me, serial: int) -> HttpResponse:
    """発見: the card opens gates again, unless another was made in its place (CARD-22)."""
    found = card_numbered(me.worker, serial)
    if found is None:
        raise Http404
    return _done(
        request,
        me,
        lambda: report_found(card=found, by=actor(me), at=clock.now()),
        "カードが、また使えるようになりました。",
    )


@require_POST
@worker_page
def card_arrival(request: HttpRequest, me: Me) -> HttpResponse:
    """届いた・届かない (PRINT-09)."""
    if request.POST.get("act") == "missing":
        return _done(
            request,
            me,
            lambda: report_missing(worker=me.worker, by=actor(me), at=clock.now()),
            "届いていないカードを止めました。再発行を、無料で申し込めます。",
        )
    return _done(
        request,
        me,
        lambda: confirm_arrival(worker=me.worker, by=actor(me), at=clock.now()),
        "カードが届いたことを、受け付けました。",
    )


def _done(request: HttpRequest, me: Me, act: Callable[[], object], words: str) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return _page(request, me, blank(LOSS).refused(Refusal(refusal.sentence)))
    messages.success(request, words)
    return redirect("worker:card")


def _page(request: HttpRequest, me: Me, sheet: Sheet) -> HttpResponse:
    context = card_sheet(me, at=clock.now()) | {"form": sheet.form, "is_telling_when": sheet.is_begun}
    status = 422 if sheet.faults else 200
    return framed(request, "worker/card/page.html", context, current="card", status=status)
