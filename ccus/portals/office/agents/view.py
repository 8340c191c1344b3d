"""登録行政書士."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.actions.agents import end_agent, mark_agent
from ccus.domain.companies.agents import agents as agents_on
from ccus.domain.companies.agents import licence_to_end
from ccus.domain.companies.reading import company_numbered
from ccus.entrance.asked import found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

MARKING = Block(
    "marking",
    "登録行政書士にする",
    (
        Field("company", "事業者ID", Kind.ID14, is_required=True),
        Field(
            "number", "行政書士の登録番号", Kind.DIGITS, digits=8, is_required=True, help="8けたの数字です。"
        ),
        Field("from_on", "始める日", Kind.DATE, is_required=True),
        Field("last_on", "終わりの日", Kind.DATE, help="決まっていないときは、入力しません。"),
    ),
)
NOBODY = "この事業者IDの事業者は、登録されていません。番号を確かめてください。"


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.REVIEW)
def agents(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """Who is a licensed agent, and marking another (PROXY-02)."""
    if request.method != "POST":
        return _page(request, blank(MARKING))
    sheet = filled(MARKING, request.POST)
    try:
        if not sheet.faults:
            messages.success(request, f"{_mark(officer, sheet)}を、登録行政書士にしました。")
            return redirect("office:agents")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, sheet)


@require_POST
@office_page(Duty.REVIEW)
def agent_end(request: HttpRequest, officer: OfficerMe, licence: int) -> HttpResponse:
    """登録行政書士でなくする, at once."""
    marked = found(licence_to_end(licence))
    try:
        end_agent(licence=marked, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, blank(MARKING), refusal)
    messages.success(request, "登録行政書士を終えました。今から、代行の申請はできません。")
    return redirect("office:agents")


def _mark(officer: OfficerMe, sheet: Sheet) -> str:
    company = company_numbered(sheet.text("company"))
    if company is None:
        raise Refusal(NOBODY, "company")
    last_on = sheet.day("last_on")
    mark_agent(
        company=company,
        number=sheet.text("number"),
        from_on=sheet.day("from_on") or date.min,
        until_on=last_on + ONE_DAY if last_on else None,
        by=officer.actor,
        at=clock.now(),
    )
    return company.name


def _page(request: HttpRequest, sheet: Sheet, refusal: Refusal | None = None) -> HttpResponse:
    context = {"agents": agents_on(on=clock.today()), "form": sheet.form, "refusal": refusal}
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "office/agents/page.html", context, current="agents", status=status)
