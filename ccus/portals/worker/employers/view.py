"""所属事業者."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.companies.reading import company_numbered
from ccus.domain.workers import options
from ccus.domain.workers.actions.affiliation import (
    accept_affiliation,
    ask_affiliation,
    end_affiliation,
    refuse_affiliation,
)
from ccus.domain.workers.affiliations import employers_of, link_between, open_request, requests_about
from ccus.domain.workers.blocks.affiliation import ENDING
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

ASKING = Block(
    "asking",
    "所属を申請する",
    (
        Field(
            "company",
            "事業者ID",
            Kind.ID14,
            is_required=True,
            help="会社の人に聞いてください。14けたの番号です。",
        ),
        Field("from_on", "所属した日", Kind.DATE, is_required=True),
        Field("employment", "雇用形態", Kind.CHOICE, choices="employment", is_required=True),
        Field("is_main", "主たる所属にする", Kind.TICK),
    ),
)
NOBODY = "この事業者IDの事業者は、登録されていません。番号を会社の人に確かめてください。"


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def employers(request: HttpRequest, me: Me) -> HttpResponse:
    """所属: what stands and what waits; asking a company."""
    if request.method != "POST":
        return _page(request, me, blank(ASKING, options.options))
    sheet = filled(ASKING, request.POST, options.options)
    try:
        if not sheet.faults:
            messages.success(
                request, f"{_ask(me, sheet)}に所属を申請しました。会社が承認すると、所属になります。"
            )
            return redirect("worker:employers")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, me, sheet)


@require_POST
@worker_page
def employer_answer(request: HttpRequest, me: Me, company: str) -> HttpResponse:
    """会社からの申請に答える, or take the own one back."""
    asked = open_request(company=company, worker=me.number)
    if asked is None:
        raise Http404
    try:
        if request.POST.get("act") == "accept":
            accept_affiliation(request=asked, by=actor(me), at=clock.now())
            messages.success(request, f"{asked.company.name}の申請を承認しました。会社に知らせました。")
        else:
            refuse_affiliation(request=asked, by=actor(me), at=clock.now())
            messages.success(request, f"{asked.company.name}との申請を閉じました。会社に知らせました。")
    except Refusal as refusal:
        return _page(request, me, blank(ASKING, options.options), refusal=refusal.sentence)
    return redirect("worker:employers")


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def employer_end(request: HttpRequest, me: Me, company: str) -> HttpResponse:
    """所属を終える (REG-14)."""
    link = link_between(company=company, worker=me.number, on=clock.today())
    if link is None:
        raise Http404
    sheet = blank(ENDING) if request.method != "POST" else filled(ENDING, request.POST)
    last_on = sheet.day("last_on")
    try:
        if last_on is not None and not sheet.faults:
            until_on = last_on + ONE_DAY
            end_affiliation(affiliation=link, until_on=until_on, by=actor(me), at=clock.now())
            messages.success(request, f"{link.company.name}との所属を、{date_words(last_on)}までにしました。")
            return redirect("worker:employers")
    except Refusal as refusal:
        sheet = sheet.refused(Refusal(refusal.sentence, "last_on"))
    context = {"company": link.company.name, "number": company, "form": sheet.form}
    status = 422 if sheet.faults else 200
    return framed(request, "worker/employers/end.html", context, current="employers", status=status)


def _ask(me: Me, sheet: Sheet) -> str:
    """Ask; returns the name of the company."""
    company = company_numbered(sheet.text("company"))
    if company is None:
        raise Refusal(NOBODY, "company")
    ask_affiliation(
        worker=worker_of(me),
        company=company,
        is_main=bool(sheet.values.get("is_main")),
        from_on=sheet.day("from_on") or date.min,
        employment=sheet.text("employment"),
        by=actor(me),
        at=clock.now(),
    )
    return company.name


def _page(request: HttpRequest, me: Me, sheet: Sheet, *, refusal: str = "") -> HttpResponse:
    today = clock.today()
    waiting = requests_about(me.worker, on=today)
    context = {
        "links": employers_of(me.worker, on=today),
        "to_answer": [each for each in waiting if each.asked_by_company],
        "asked": [each for each in waiting if not each.asked_by_company],
        "form": sheet.form,
        "refusal": refusal,
        "today": today,
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "worker/employers/page.html", context, current="employers", status=status)
