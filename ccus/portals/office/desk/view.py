"""お問い合わせ: what waits, without names; a call typed in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.desk.actions.calls import Caller, open_for_caller
from ccus.domain.desk.cases import (
    cases_answered,
    cases_in_hand,
    cases_of_others,
    desk_waiting,
    waiting_cases,
)
from ccus.domain.desk.terms import Channel, Subject
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.desk.forms import CALL, options_of_calls
from ccus.portals.office.paging import page_of
from ccus.ui.entry.sheets import Sheet, blank, filled

PAGE, MOST, PAST = 50, 100, 20


@require_safe
@office_page(Duty.CONTACT)
def desk(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """お問い合わせの一覧: own ones, those that wait, those of others; no names, no words (DESK-05)."""
    page = page_of(request)
    rows = waiting_cases(start=(page - 1) * PAGE, limit=PAGE + 1)
    others = cases_of_others(officer.actor, limit=MOST)
    context = {
        "waiting": desk_waiting(officer.actor, at=clock.now()),
        "mine": cases_in_hand(officer.actor, limit=MOST),
        "rows": rows[:PAGE],
        "newer": page - 1,
        "older": page + 1 if len(rows) > PAGE else 0,
        "size": PAGE,
        "others": others,
        "answered": cases_answered(officer.actor, limit=PAST),
        "names": names_of([line.taken_by for line in others]),
    }
    return framed(request, "office/desk/page.html", context, current="desk")


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.CONTACT)
def desk_call(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """電話・メールを書く: of whom, why, what (DESK-02)."""
    if request.method != "POST":
        return _call(request, blank(CALL, options_of_calls))
    sheet = filled(CALL, request.POST, options_of_calls)
    if sheet.faults:
        return _call(request, sheet)
    try:
        case = open_for_caller(
            caller=_caller(sheet),
            subject=Subject(sheet.text("subject")),
            words=sheet.text("words"),
            on=sheet.day("on"),
            by=officer.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _call(request, sheet.refused(refusal))
    messages.success(request, f"受け付けました。お問い合わせ番号は {case.number} です。")
    return redirect("office:desk-case", case.number)


def _caller(sheet: Sheet) -> Caller:
    return Caller(
        Channel(sheet.text("channel")),
        EnquiryReason(sheet.text("reason")),
        sheet.text("note"),
        sheet.text("worker_number"),
        sheet.text("company_number"),
    )


def _call(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 422 if sheet.faults else 200
    return framed(request, "office/desk/call.html", {"form": sheet.form}, current="desk", status=status)
