"""所属の申請."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.workers import options
from ccus.domain.workers.actions.affiliation import accept_affiliation, ask_affiliation, refuse_affiliation
from ccus.domain.workers.affiliations import open_request, requests_to
from ccus.domain.workers.asking import worker_to_ask
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

_CARD = "技能者のカードや、登録内容のとおりに入力してください。"
ASKING = Block(
    "asking",
    "所属を申請する",
    (
        Field("number", "技能者ID", Kind.ID14, is_required=True),
        Field("kana", "フリガナ", is_required=True, longest=120, help=f"{_CARD}ひらがなでも入力できます。"),
        Field("birth_on", "生年月日", Kind.DATE, is_required=True, is_past=True),
        Field(
            "from_on",
            "所属した日",
            Kind.DATE,
            is_required=True,
            help="前の日でも、これからの日でも入力できます。",
        ),
        Field("employment", "雇用形態", Kind.CHOICE, choices="employment", is_required=True),
        Field("is_main", "主たる所属にする", Kind.TICK),
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.EMPLOYEES)
def requests(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """待っている申請, and asking for one more worker (EMP-01)."""
    if request.method != "POST":
        return _page(request, seat, blank(ASKING, options.options))
    sheet = filled(ASKING, request.POST, options.options)
    try:
        if not sheet.faults:
            _ask(seat, sheet)
            messages.success(request, "所属を申請しました。技能者が承認すると、所属になります。")
            return redirect("company:employee-requests")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, seat, sheet)


@require_POST
@company_page(Power.EMPLOYEES)
def request_answer(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """申請に答える, or take the own one back (REG-11, REG-12)."""
    asked = open_request(company=seat.company_number, worker=number)
    if asked is None:
        raise Http404
    try:
        if request.POST.get("act") == "accept":
            accept_affiliation(request=asked, by=seat.actor, at=clock.now())
            messages.success(request, "所属の申請を承認しました。技能者に知らせました。")
        else:
            refuse_affiliation(request=asked, by=seat.actor, at=clock.now())
            messages.success(request, "所属の申請を閉じました。技能者に知らせました。")
    except Refusal as refusal:
        return _page(request, seat, blank(ASKING, options.options), refusal=refusal.sentence)
    return redirect("company:employee-requests")


def _ask(seat: SeatMe, sheet: Sheet) -> None:
    now = clock.now()
    worker = worker_to_ask(
        company=seat.company,
        number=sheet.text("number"),
        kana=sheet.text("kana"),
        birth_on=sheet.day("birth_on") or date.min,
        at=now,
    )
    ask_affiliation(
        worker=worker,
        company=own_company(seat.seated),
        is_main=bool(sheet.values.get("is_main")),
        from_on=sheet.day("from_on") or clock.today(),
        employment=sheet.text("employment"),
        by=seat.actor,
        at=now,
    )


def _page(request: HttpRequest, seat: SeatMe, sheet: Sheet, *, refusal: str = "") -> HttpResponse:
    waiting = requests_to(seat.company, on=clock.today())
    context = {
        "to_answer": [each for each in waiting if not each.asked_by_company],
        "asked": [each for each in waiting if each.asked_by_company],
        "form": sheet.form,
        "refusal": refusal,
        "tab": "requests",
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(
        request, "company/employees/requests/page.html", context, current="employees", status=status
    )
