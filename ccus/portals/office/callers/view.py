"""電話の相手のカード (CARD-20, CARD-24)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.callers import (
    file_reissue_for_caller,
    report_found_for_caller,
    report_loss_for_caller,
)
from ccus.domain.applications.checks.faults import Incomplete
from ccus.domain.applications.reading.enquiries import EnquiryShown, enquiry_of, reissue_under_way
from ccus.domain.applications.terms import Confirmed
from ccus.domain.cards.faces import looks
from ccus.domain.cards.history import CardState, cards_of
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.printing.reading import delivery_of, never_arrived
from ccus.domain.workers.terms import Item
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.callers.form import FINDING, REISSUE, options
from ccus.ui.entry.places import asks_for_address, with_address
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_safe
@office_page(Duty.CONTACT)
def caller(request: HttpRequest, officer: OfficerMe, enquiry: int) -> HttpResponse:
    """電話の相手のカード, for an hour after saying why (OFFICE-06)."""
    return _page(request, officer, enquiry)


@require_POST
@office_page(Duty.CONTACT)
def caller_loss(request: HttpRequest, officer: OfficerMe, enquiry: int, serial: int) -> HttpResponse:
    """紛失を受け付ける: one press."""
    _own(officer, enquiry)
    try:
        report_loss_for_caller(enquiry=enquiry, serial=serial, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, officer, enquiry, refusal=refusal)
    messages.success(request, "カードを止めました。今から、どのカードリーダーでも使えません。")
    return redirect("office:caller", enquiry)


@require_POST
@office_page(Duty.CONTACT)
def caller_finding(request: HttpRequest, officer: OfficerMe, enquiry: int, serial: int) -> HttpResponse:
    """発見を受け付ける, once it is known who calls."""
    _own(officer, enquiry)
    sheet = filled(FINDING, request.POST, options, prefix="f-")
    try:
        if not sheet.faults:
            confirmed = Confirmed(sheet.text("confirmed"))
            report_found_for_caller(
                enquiry=enquiry, serial=serial, confirmed=confirmed, by=officer.actor, at=clock.now()
            )
            messages.success(request, "カードが、また使えるようになりました。")
            return redirect("office:caller", enquiry)
    except Refusal as refusal:
        return _page(request, officer, enquiry, finding=sheet, refusal=refusal)
    return _page(request, officer, enquiry, finding=sheet)


@require_http_methods(["GET", "POST"])
@office_page(Duty.CONTACT)
def caller_reissue(request: HttpRequest, officer: OfficerMe, enquiry: int) -> HttpResponse:
    """再発行を申請する, in the name of the office, for the caller; loaded anew, it is the page of the caller."""
    _own(officer, enquiry)
    if request.method == "GET":
        return redirect("office:caller", enquiry)
    sheet = filled(REISSUE, request.POST, options)
    if asks_for_address(request.POST):
        return _page(request, officer, enquiry, reissue=with_address(sheet))
    try:
        if not sheet.faults:
            number = file_reissue_for_caller(
                enquiry=enquiry,
                confirmed=Confirmed(sheet.text("confirmed")),
                typed=sheet.raw,
                by=officer.actor,
                at=clock.now(),
            )
            messages.success(
                request, f"再発行を申請しました。申請番号は {number} です。本人に伝えてください。"
            )
            return redirect("office:caller", enquiry)
    except Incomplete as incomplete:
        for fault in incomplete.faults:
            sheet = sheet.refused(fault.refusal)
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, officer, enquiry, reissue=sheet)


def _own(officer: OfficerMe, enquiry: int) -> EnquiryShown:
    shown = enquiry_of(officer.actor, enquiry, at=clock.now())
    if shown is None:
        raise Http404
    return shown


def _page(
    request: HttpRequest,
    officer: OfficerMe,
    enquiry: int,
    *,
    finding: Sheet | None = None,
    reissue: Sheet | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    now, today = clock.now(), clock.today()
    shown = _own(officer, enquiry)
    cards = cards_of(shown.worker, on=today)
    known = looks()
    sheet = reissue or blank(REISSUE, options)
    wrong = [each for each in (finding, reissue) if each is not None and each.faults]
    context = {
        "enquiry": shown,
        "seen": worker_as_seen_by(
            officer.actor, shown.worker, purpose=Purpose.ENQUIRY, reason=shown.why, at=now, items=[Item.CARD]
        ),
        "cards": [(card, known[card.colour].label) for card in cards],
        "has_card": any(card.state is not CardState.REVOKED for card in cards),
        "delivery": delivery_of(shown.worker, today=today),
        "under_way": reissue_under_way(shown.worker),
        "price": 0 if never_arrived(shown.worker) else price(FeeKind.REISSUE, on=today),
        "finding": (finding or blank(FINDING, options, prefix="f-")).form,
        "form": sheet.form,
        "wrong": wrong[0].form if wrong else None,
        "refusal": refusal,
    }
    status = 422 if wrong or refusal else 200
    return framed(request, "office/callers/page.html", context, current="enquiries", status=status)
