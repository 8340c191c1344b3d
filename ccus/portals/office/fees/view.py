"""入金の確認."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.fees import rules
from ccus.domain.fees.reading import charge_numbered, charge_of, open_charges, taken_back
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.ledger import Line, lines_of, subjects_numbered
from ccus.domain.office.reading import waiting_for
from ccus.domain.office.terms import What
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.office.second.saying import say_proposed
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
TAKING_BACK = Block(
    "taking_back",
    "入金の取消し",
    (Field("words", "取消しの理由", Kind.TEXT, is_required=True, longest=rules.NOTE_LENGTH),),
)
FORMS: Mapping[str, Block] = {"waive": WAIVER, "back": TAKING_BACK, "pay": PAYMENT}
PROPOSED: Mapping[str, tuple[What, str]] = {
    "waive": (What.WAIVER, "note"),
    "back": (What.PAYMENT_BACK, "words"),
}
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
    """請求: what became of it, or the forms for 入金, 免除 and 入金の取消し; the last two are proposed (EYES-02)."""
    line = _line(charge)
    act = next((name for name in FORMS if name in request.POST), "pay")
    if request.method == "GET":
        return _charge_page(request, line, {})
    sheet = filled(FORMS[act], request.POST)
    if not sheet.faults:
        try:
            _do(request, officer, line, act, sheet)
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            return redirect("office:fees")
    return _charge_page(request, line, {act: sheet})


def _line(charge: int) -> Line:
    found = charge_numbered(charge)
    if found is None:
        raise Http404
    return lines_of([found])[0]


def _do(request: HttpRequest, officer: OfficerMe, line: Line, act: str, sheet: Sheet) -> None:
    now, by = clock.now(), officer.actor
    if act == "pay":
        line.pay(sheet.day("paid_on") or clock.today(), by=by, at=now)
        queued = f"申請 {line.number} は、審査待ちになりました。" if line.is_awaited else ""
        messages.success(request, f"入金を記録しました。{queued}")
        return
    what, field = PROPOSED[act]
    propose(what=what, given={"charge": line.charge.id, field: sheet.text(field)}, by=by, at=now)
    say_proposed(request, what.label)


def _charge_page(request: HttpRequest, line: Line, filled_in: Mapping[str, Sheet]) -> HttpResponse:
    today = {"paid_on": clock.today().isoformat()}
    sheets = {
        name: filled_in.get(name) or blank(block, raw=today if name == "pay" else None)
        for name, block in FORMS.items()
    }
    refused = next(iter(filled_in.values()), None)
    subject, now = f"charge:{line.charge.id}", clock.now()
    context = {
        "line": line,
        "payment": sheets["pay"].form,
        "waiver": sheets["waive"].form,
        "taking_back": sheets["back"].form,
        "waiting": [waiting_for(what, subject, at=now) for what, _ in PROPOSED.values()],
        "taken_back": taken_back(line.charge.id),
        "form": refused.form if refused else None,
    }
    status = 422 if refused else 200
    return framed(request, "office/fees/charge.html", context, current="fees", status=status)
