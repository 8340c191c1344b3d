"""修正の一覧, and a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.actions.writing import write_set
from ccus.domain.corrections.reading import sets
from ccus.domain.corrections.terms import Side
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.corrections.forms import NEW, which
from ccus.portals.office.paging import page_of
from ccus.ui.entry.sheets import Sheet, blank, filled

CURRENT = "corrections"


@require_safe
@office_page(Duty.CORRECT)
def corrections(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """登録の修正: what is open, or what is over; the newest first, without anybody's name (FIX-13)."""
    page, is_past = page_of(request), request.GET.get("past") == "1"
    found = sets(page=page, is_over=is_past)
    context = {
        "sets": found.sets,
        "is_past": is_past,
        "page": page,
        "has_more": found.has_more,
        "names": names_of([each.written_by for each in found.sets]),
    }
    return framed(request, "office/corrections/page.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.CORRECT)
def new_correction(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """新しい修正: whose facts, which 区分, why, on what it rests (FIX-02)."""
    if request.method != "POST":
        return _new(request, blank(NEW, which))
    sheet = filled(NEW, request.POST, which)
    day = sheet.day("received_on")
    if day is None or sheet.faults:
        return _new(request, sheet)
    side, _, block = sheet.text("which").partition(":")
    try:
        written = write_set(
            side=Side(side),
            block=block,
            words=sheet.text("words"),
            basis=sheet.text("basis"),
            received_on=day,
            by=officer.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _new(request, sheet.refused(refusal))
    messages.success(request, f"修正 {written.number} を書きはじめました。直す行を入れてください。")
    return redirect("office:correction", written.key)


def _new(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 422 if sheet.faults else 200
    return framed(
        request, "office/corrections/new.html", {"form": sheet.form}, current=CURRENT, status=status
    )
