"""技能者をさがす."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.enquiries import LookedUp, Wanted, look_up, open_record
from ccus.domain.applications.enquiring import LONGEST_NOTE
from ccus.domain.applications.reading.enquiries import EnquiryShown, enquiry_of
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.entrance.attached import image_answer
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.record import record_of

WHY = (
    Field("reason", "理由", Kind.CHOICE, choices="enquiry_reason", is_required=True),
    Field(
        "note",
        "くわしい理由",
        longest=LONGEST_NOTE,
        help="技能者本人が「閲覧の記録」で読みます。「その他」のときは必ず書いてください。",
    ),
)
SEARCH = Block(
    "search",
    "さがす",
    (
        *WHY,
        Field("number", "技能者ID", Kind.ID14, help="分かるときは、これだけでさがせます。"),
        Field("kana", "フリガナ", help="姓のはじめの2文字から。ひらがなでも入力できます。"),
        Field("birth_on", "生年月日", Kind.DATE, is_past=True),
    ),
)
OPENING = Block("opening", "開く", (*WHY, Field("number", "技能者ID", Kind.ID14, is_required=True)))


@require_http_methods(["GET", "POST"])
@office_page(Duty.CONTACT)
def enquiries(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """技能者をさがす: why, then whom; what was searched for stays out of the address (OFFICE-06)."""
    if request.method == "GET":
        return _page(request, blank(SEARCH, _reasons))
    sheet = filled(SEARCH, request.POST, _reasons)
    if sheet.faults:
        return _page(request, sheet)
    wanted = Wanted(sheet.text("number"), sheet.text("kana"), sheet.day("birth_on"))
    reason, note = EnquiryReason(sheet.text("reason")), sheet.text("note")
    try:
        found = look_up(wanted=wanted, reason=reason, note=note, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, sheet.refused(refusal))
    return _page(request, sheet, found)


@require_POST
@office_page(Duty.CONTACT)
def enquiry_opening(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """登録情報を開く: writes why before anything is shown."""
    sheet = filled(OPENING, request.POST, _reasons)
    if not sheet.faults:
        reason, note = EnquiryReason(sheet.text("reason")), sheet.text("note")
        try:
            enquiry = open_record(
                number=sheet.text("number"), reason=reason, note=note, by=officer.actor, at=clock.now()
            )
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            return redirect(
                "office:caller" if request.POST.get("to") == "card" else "office:enquiry", enquiry
            )
    again = filled(SEARCH, request.POST, _reasons)
    return _page(request, Sheet(SEARCH, again.raw, again.values, sheet.faults, _reasons, ""))


@require_safe
@office_page(Duty.CONTACT)
def enquiry(request: HttpRequest, officer: OfficerMe, enquiry: int) -> HttpResponse:
    """登録情報, for an hour after saying why; each look leaves a trace."""
    now = clock.now()
    shown = _own(officer, enquiry)
    seen = worker_as_seen_by(officer.actor, shown.worker, purpose=Purpose.ENQUIRY, reason=shown.why, at=now)
    context = {"enquiry": shown, "seen": seen, "record": record_of(seen), "today": clock.today()}
    return framed(request, "office/enquiries/record.html", context, current="enquiries")


@require_safe
@office_page(Duty.CONTACT)
@short_lived
def enquiry_image(request: HttpRequest, officer: OfficerMe, enquiry: int, key: UUID) -> HttpResponse:
    """登録された画像 of the worker whose record is open."""
    shown = _own(officer, enquiry)
    found = picture_of(
        officer.actor, shown.worker, key, purpose=Purpose.ENQUIRY, reason=shown.why, at=clock.now()
    )
    return image_answer(found)


def _own(officer: OfficerMe, enquiry: int) -> EnquiryShown:
    shown = enquiry_of(officer.actor, enquiry, at=clock.now())
    if shown is None:
        raise Http404
    return shown


def _reasons(name: str) -> tuple[Option, ...]:
    """お問い合わせの理由, the only list here."""
    return of_terms(EnquiryReason)


def _page(request: HttpRequest, sheet: Sheet, found: LookedUp | None = None) -> HttpResponse:
    context = {"form": sheet.form, "sheet": sheet, "found": found}
    status = 422 if sheet.faults else 200
    return framed(request, "office/enquiries/page.html", context, current="enquiries", status=status)
