"""お問い合わせの一件: take it, read it, answer it with a canned text and a screen (DESK-04 to DESK-06, DESK-12)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.enquiries import open_record
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.desk.actions import handling
from ccus.domain.desk.answers import ANSWERS
from ccus.domain.desk.cases import case_row, shown
from ccus.domain.desk.terms import REASONS
from ccus.entrance.asked import found
from ccus.entrance.asking.shown import told
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.desk.forms import CANNED, NOTE, begun_with, block_for, options_for, reply_of
from ccus.portals.office.desk.seen import asker_seen
from ccus.ui.entry.form import raw_of
from ccus.ui.entry.sheets import Sheet, blank, filled

Do = Callable[..., None]
_PLAIN: dict[str, tuple[Do, str]] = {
    "take": (handling.take_case, "このお問い合わせを担当します。"),
    "back": (handling.hand_back_case, "担当をやめました。ほかの係員が担当できます。"),
}
_REPLIES: dict[str, tuple[Do, str]] = {
    "answer": (handling.answer_case, "答えました。"),
    "ask": (handling.ask_back, "聞き返しました。返事があると、あなたの担当に戻ります。"),
}


@require_safe
@office_page(Duty.CONTACT)
def desk_case(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """お問い合わせの一件: its words for the officer who has it."""
    return _page(request, officer, number)


@require_POST
@office_page(Duty.CONTACT)
def desk_act(request: HttpRequest, officer: OfficerMe, number: str, act: str) -> HttpResponse:
    """担当する、担当をやめる: one act, then the case again."""
    row = found(case_row(number))
    if act not in _PLAIN:
        raise Http404
    do, words = _PLAIN[act]
    try:
        do(case=row, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, officer, number, refusal=refusal)
    messages.success(request, words)
    return redirect("office:desk-case", number)


@require_POST
@office_page(Duty.CONTACT)
def desk_reply(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """答える、聞き返す; or put a canned text into what is typed."""
    row = found(case_row(number))
    case = shown(row, officer.actor)
    block, options = block_for(case.asker.side), options_for(case.asker.side)
    raw = raw_of(block, request.POST, prefix="reply-")
    chosen = request.POST.get("canned-answer", "")
    kept = chosen if chosen in ANSWERS else ""
    do = request.POST.get("do", "")
    if do == "fill":
        begun = begun_with(raw, kept, case.on.isoformat() if case.on else "") if kept else raw
        return _page(
            request, officer, number, reply=blank(block, options, prefix="reply-", raw=begun), canned=kept
        )
    if do not in _REPLIES:
        raise Http404
    sheet = filled(block, request.POST, options, prefix="reply-")
    act, words = _REPLIES[do]
    if not sheet.faults:
        try:
            act(case=row, reply=reply_of(sheet, kept), by=officer.actor, at=clock.now())
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            messages.success(request, words)
            return redirect("office:desk-case", number)
    return _page(request, officer, number, reply=sheet, canned=kept)


@require_POST
@office_page(Duty.CONTACT)
def desk_note(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """電話・メールで聞いたことを書く."""
    row = found(case_row(number))
    sheet = filled(NOTE, request.POST, prefix="note-")
    if not sheet.faults:
        try:
            handling.note_call(case=row, words=sheet.text("words"), by=officer.actor, at=clock.now())
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            messages.success(request, "書きました。問い合わせた人も読めます。")
            return redirect("office:desk-case", number)
    return _page(request, officer, number, note=sheet)


@require_POST
@office_page(Duty.CONTACT)
def desk_record(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """登録情報を開く, of the worker who asks, for the officer who has the case; the number is the reason (DESK-06)."""
    row = found(case_row(number))
    case = shown(row, officer.actor)
    if not case.is_mine or row.worker is None:
        raise Http404
    reason = REASONS.get(case.line.subject, EnquiryReason.WORKER_ASKED)
    note = f"お問い合わせ {number}"
    try:
        enquiry = open_record(
            number=row.worker.number, reason=reason, note=note, by=officer.actor, at=clock.now()
        )
    except Refusal as refusal:
        return _page(request, officer, number, refusal=refusal)
    return redirect("office:enquiry", enquiry)


def _page(
    request: HttpRequest,
    officer: OfficerMe,
    number: str,
    *,
    reply: Sheet | None = None,
    canned: str = "",
    note: Sheet | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    case = shown(found(case_row(number)), officer.actor)
    options = options_for(case.asker.side)
    entries = case.entries or ()
    wrong = next((sheet for sheet in (reply, note) if sheet is not None and sheet.faults), None)
    context = {
        "case": case,
        "told": told(entries),
        "seen": asker_seen(officer.actor, case) if case.is_mine else None,
        "canned": blank(CANNED, options, prefix="canned-", raw={"answer": canned}).form,
        "reply": (reply or blank(block_for(case.asker.side), options, prefix="reply-")).form,
        "note": (note or blank(NOTE, prefix="note-")).form,
        "form": wrong.form if wrong else None,
        "is_begun": bool(canned) and reply is not None and not reply.faults,
        "refusal": refusal,
        "names": names_of([case.line.taken_by, *(entry.by for entry in entries)]),
    }
    status = 422 if wrong or refusal else 200
    return framed(request, "office/desk/case.html", context, current="desk", status=status)
