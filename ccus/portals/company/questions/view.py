"""閲覧についての質問: the list, one of a worker, one of the office."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.looks.actions.cases import answer_case
from ccus.domain.looks.actions.questions import answer_question
from ccus.domain.looks.asked import asked_of_company, asked_question
from ccus.domain.looks.cases import case_asked, is_waiting
from ccus.domain.looks.fields import answer
from ccus.domain.looks.questions import asked_of
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

ANSWER = answer("技能者本人が読みます。何のために、どの画面で見たかを書いてください。")
TO_OFFICE = answer("運営主体の係員が読みます。どんな仕事のための閲覧だったかを書いてください。")


@require_safe
@company_page(Power.EMPLOYEES)
def questions(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """質問の一覧: what waits for an answer on top, of the office first."""
    context = {"asked": asked_of_company(seat.company, at=clock.now())}
    return framed(request, "company/questions/page.html", context, current="questions")


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.EMPLOYEES)
def question(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """技能者からの質問: which looks it is about, and who of the company looked; the answer (LOOK-03)."""
    row = found(asked_of(seat.company, key))
    sheet = blank(ANSWER)
    if request.method == "POST":
        sheet = filled(ANSWER, request.POST)
        try:
            if not sheet.faults:
                answer_question(question=row, words=sheet.text("words"), by=seat.actor, at=clock.now())
                messages.success(request, "答えました。技能者に知らせました。")
                return redirect("company:question", key)
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
    context = {
        "asked": asked_question(found(asked_of(seat.company, key)), at=clock.now()),
        "form": sheet.form,
    }
    return _page(request, "company/questions/one.html", context, sheet)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.EMPLOYEES)
def look_case(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """運営主体からの質問: about how the company looked (LOOK-08)."""
    row = found(case_asked(seat.company, key))
    sheet = blank(TO_OFFICE)
    if request.method == "POST":
        sheet = filled(TO_OFFICE, request.POST)
        try:
            if not sheet.faults:
                answer_case(case=row, words=sheet.text("words"), by=seat.actor, at=clock.now())
                messages.success(request, "答えました。運営主体が読みます。")
                return redirect("company:look-case", key)
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
    case = found(case_asked(seat.company, key))
    context = {"case": case, "is_waiting": is_waiting(case), "form": sheet.form}
    return _page(request, "company/questions/case.html", context, sheet)


def _page(request: HttpRequest, template: str, context: dict[str, object], sheet: Sheet) -> HttpResponse:
    return framed(request, template, context, current="questions", status=422 if sheet.faults else 200)
