"""入金の確認."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.fees import rules
from ccus.domain.fees.reading import charge_numbered, charge_of, open_charges
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.office.fees.ledger import Line, lines_of, subjects_numbered
from ccus.ui.entry.sheets import Sheet, blank, filled

PAGE = 50
PAYMENT = Block(
    "payment",
    "入金",
    (
        Field(
            "paid_on",
            "入金日",
            Kind.DATE,
            is_required=True,
            is_past=True,
            help="振り込まれた日です。例：2026年11月20日、2026/11/20、令和8年11月20日",
        ),
    ),
)
WAIVER = Block(
    "waiver",
    "免除",
    (Field("note", "免除の理由", Kind.TEXT, is_required=True, longest=rules.NOTE_LENGTH),),
)
NO_CHARGE = "番号（{}）の請求は見つかりません。番号を確かめてください。"


@require_safe
@office_page(Duty.FEES)
def fees(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """請求の一覧: open ones, oldest first; with 申請番号 the page of its charge (OFFICE-08)."""
    number = request.GET.get("number", "").strip()
    refusal = None
    if number:
        subject = subjects_numbered([number]).get(number)
        charge = charge_of(subject) if subject else None
        if charge:
            return redirect("office:charge", charge.id)
        refusal = Refusal(NO_CHARGE.format(number[:20]), "number")
    after = request.GET.get("after", "")
    found = open_charges(
        after=int(after) if after.isascii() and after.isdecimal() and len(after) < 19 else 0, limit=PAGE + 1
    )
    context = {
        "lines": lines_of(found[:PAGE]),
        "after": found[PAGE - 1].id if len(found) > PAGE else None,
        "is_first": not after,
        "number": number,
        "refusal": refusal,
        "today": clock.today(),
    }
    return framed(request, "office/fees/page.html", context, current="fees", status=422 if refusal else 200)


@require_http_methods(["GET", "POST"])
@office_page(Duty.FEES)
def charge(request: HttpRequest, officer: OfficerMe, charge: int) -> HttpResponse:
    """請求: what became of it, or the forms for 入金 and 免除."""
    found = charge_numbered(charge)
    if found is None:
        raise Http404
    line = lines_of([found])[0]
    if request.method == "GET":
        payment = blank(PAYMENT, raw={"paid_on": clock.today().isoformat()})
        return _charge_page(request, line, payment, blank(WAIVER))
    if "waive" in request.POST:
        waiver = filled(WAIVER, request.POST)
        return _settle(request, officer, line, blank(PAYMENT), waiver)
    return _settle(request, officer, line, filled(PAYMENT, request.POST), blank(WAIVER))


def _settle(
    request: HttpRequest, officer: OfficerMe, line: Line, payment: Sheet, waiver: Sheet
) -> HttpResponse:
    is_waiver = bool(waiver.values or waiver.faults)
    sheet = waiver if is_waiver else payment
    if not sheet.faults:
        try:
            if is_waiver:
                line.waive(sheet.text("note"), by=officer.actor, at=clock.now())
            else:
                line.pay(sheet.day("paid_on") or clock.today(), by=officer.actor, at=clock.now())
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            messages.success(request, _said(line, is_waiver=is_waiver))
            return redirect("office:fees")
    return _charge_page(
        request,
        line,
        payment if is_waiver else sheet,
        sheet if is_waiver else waiver,
        refused=sheet,
    )


def _said(line: Line, *, is_waiver: bool) -> str:
    done = "免除を記録しました。" if is_waiver else "入金を記録しました。"
    queued = f"申請 {line.number} は、審査待ちになりました。" if line.is_awaited else ""
    return done + queued


def _charge_page(
    request: HttpRequest, line: Line, payment: Sheet, waiver: Sheet, refused: Sheet | None = None
) -> HttpResponse:
    context = {
        "line": line,
        "payment": payment.form,
        "waiver": waiver.form,
        "form": refused.form if refused else None,
    }
    status = 422 if refused else 200
    return framed(request, "office/fees/charge.html", context, current="fees", status=status)
