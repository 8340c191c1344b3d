"""代行の委任."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.applications.reading.done import done_for
from ccus.domain.companies.reading import company_numbered
from ccus.domain.proxies.actions.asks import decline_mandate
from ccus.domain.proxies.actions.mandates import end_mandate, give_mandate
from ccus.domain.proxies.reading.given import (
    asks_of,
    candidates_of,
    ended_mandates_of,
    mandate_between,
    mandates_of,
)
from ccus.domain.workers.reading import Me, worker_of
from ccus.domain.workers.terms import Mandated
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.showing import typed
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.mandates.form import AGENT, GIVING, choices
from ccus.ui.entry.choices import Options
from ccus.ui.entry.sheets import Sheet, blank, filled

NOBODY = "この事業者IDの行政書士は、登録されていません。番号を行政書士に確かめてください。"


@require_safe
@worker_page
def mandates(request: HttpRequest, me: Me) -> HttpResponse:
    """What stands, what is asked, everything that was done (PROXY-03)."""
    return _page(request, me)


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def mandate_new(request: HttpRequest, me: Me) -> HttpResponse:
    """委任する; with `company` in the address the one that asked is chosen."""
    today = clock.today()
    options = choices(list(candidates_of(me.worker, on=today)))
    if request.method != "POST":
        begun = {"company": _chosen(request.GET.get("company", ""), options), "from_on": _today(today)}
        begun |= {"agent": request.GET.get("company", "")} if begun["company"] == AGENT else {}
        return _form(request, blank(GIVING, options, raw=begun))
    sheet = filled(GIVING, request.POST, options)
    try:
        if not sheet.faults:
            name = _give(me, sheet)
            messages.success(request, f"{name}に、申請の代行を委任しました。会社に知らせました。")
            return redirect("worker:mandates")
    except Refusal as refusal:
        sheet = sheet.refused(_placed(refusal, sheet))
    return _form(request, sheet)


@require_POST
@worker_page
def mandate_end(request: HttpRequest, me: Me, company: str) -> HttpResponse:
    """委任を終える, with one press, at once (PROXY-03, PROXY-07)."""
    mandate = found(mandate_between(me.worker, company, on=clock.today()))
    try:
        end_mandate(mandate=mandate, by=actor(me), at=clock.now())
    except Refusal as refusal:
        return _page(request, me, refusal)
    messages.success(request, f"{mandate.company.name}への委任を終えました。会社は、もう申請できません。")
    return redirect("worker:mandates")


@require_POST
@worker_page
def mandate_decline(request: HttpRequest, me: Me, company: str) -> HttpResponse:
    """お願いを断る (PROXY-04)."""
    asking = found(company_numbered(company))
    if all(ask.company_number != company for ask in asks_of(me.worker, on=clock.today())):
        raise Http404
    try:
        decline_mandate(worker=worker_of(me), company=asking, by=actor(me), at=clock.now())
    except Refusal as refusal:
        return _page(request, me, refusal)
    messages.success(request, f"{asking.name}のお願いを断りました。会社に知らせました。")
    return redirect("worker:mandates")


def _give(me: Me, sheet: Sheet) -> str:
    """Give; returns the name of the company."""
    number = sheet.text("company")
    company = company_numbered(sheet.text("agent") if number == AGENT else number)
    if company is None:
        raise Refusal(NOBODY, "agent")
    last_on = sheet.day("last_on")
    give_mandate(
        worker=worker_of(me),
        company=company,
        acts=list(Mandated),
        from_on=sheet.day("from_on") or date.min,
        until_on=last_on + ONE_DAY if last_on else None,
        by=actor(me),
        at=clock.now(),
    )
    return company.name


def _placed(refusal: Refusal, sheet: Sheet) -> Refusal:
    """The refusal beside the field that the page has."""
    names = {"until_on": "last_on", "company": "agent" if sheet.text("company") == AGENT else "company"}
    return Refusal(refusal.sentence, names.get(refusal.field or "", refusal.field))


def _chosen(number: str, options: Options) -> str:
    known = {option.value for option in options("companies")}
    return number if number in known else AGENT if number else ""


def _today(today: date) -> str:
    return typed(GIVING["from_on"], today.isoformat())


def _form(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 422 if sheet.faults else 200
    context = {"form": sheet.form}
    return framed(request, "worker/mandates/new.html", context, current="mandates", status=status)


def _page(request: HttpRequest, me: Me, refusal: Refusal | None = None) -> HttpResponse:
    today = clock.today()
    context = {
        "mandates": mandates_of(me.worker, on=today),
        "asks": asks_of(me.worker, on=today),
        "ended": ended_mandates_of(me.worker, on=today),
        "done": done_for(me.worker),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "worker/mandates/page.html", context, current="mandates", status=status)
