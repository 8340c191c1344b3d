"""技能者退会 → 登録内容 → 「削除申請」 → 「申請番号確認」 (LEAVE-01, guide G19-4 to G19-6)."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.applications.blocks import LEAVING
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.departing import ask_to_leave
from ccus.domain.applications.reading import ApplicationShown, filed_by
from ccus.domain.applications.terms import CLOSED, ApplicationKind, State
from ccus.domain.companies.seats import seat_of
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.rules import last_day_to_return
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.profile.sections import ShownPart
from ccus.portals.worker.profile.sheet import sheet_of
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_safe
@worker_page
def leaving(request: HttpRequest, me: Me) -> HttpResponse:
    """技能者退会: what is registered, and below it 「削除申請」 (G19-4, G19-5)."""
    today = clock.today()
    sheet = sheet_of(me, on=today, at=clock.now(), today=today, asked={})
    context = {
        "sheet": sheet,
        "parts": [_plain(part) for part in sheet.parts],
        "filed": _filed(me),
        "is_open": is_open(Feature.WITHDRAWAL, on=today),
    }
    return framed(request, "worker/leaving/page.html", context, current="leaving")


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def leaving_request(request: HttpRequest, me: Me) -> HttpResponse:
    """削除申請: what ends, what stays, what it costs to come back; one confirmation files it (LEAVE-01)."""
    filed = _filed(me)
    if filed is not None and filed.state not in {State.DRAFT, State.RETURNED}:
        return redirect("filing:received", filed.number)
    if not is_open(Feature.WITHDRAWAL, on=clock.today()):
        return redirect("worker:leaving")
    if request.method != "POST":
        return _confirmation(request, me, blank(LEAVING))
    sheet = filled(LEAVING, request.POST)
    if sheet.faults:
        return _confirmation(request, me, sheet)
    try:
        number = ask_to_leave(worker=me.worker, typed=sheet.raw, by=actor(me), at=clock.now())
    except Incomplete as refusal:
        faults = [fault.refusal for fault in refusal.faults]
        return _confirmation(request, me, replace(sheet, faults=(*sheet.faults, *faults)))
    except Refusal as refusal:
        return _confirmation(request, me, sheet.refused(refusal))
    return redirect("filing:received", number)


def _confirmation(request: HttpRequest, me: Me, sheet: Sheet) -> HttpResponse:
    today = clock.today()
    context = {
        "form": sheet.form,
        "seat": seat_of(me.account),
        "return_until": last_day_to_return(today),
        "yen": price(FeeKind.REISSUE, on=today),
    }
    status = 422 if sheet.faults else 200
    return framed(request, "worker/leaving/request.html", context, current="leaving", status=status)


def _filed(me: Me) -> ApplicationShown | None:
    """The open application for leaving, if there is one."""
    own = filed_by(actor(me))
    leaving = (each for each in own if each.kind is ApplicationKind.WITHDRAWAL)
    return next((each for each in leaving if each.state not in CLOSED), None)


def _plain(part: ShownPart) -> ShownPart:
    """The part to read, without the way to change it and without a search."""
    sections = tuple(
        replace(section, edit="", is_locked=False) for section in part.sections if not section.is_locked
    )
    return replace(part, part=replace(part.part, sought=""), sections=sections)
