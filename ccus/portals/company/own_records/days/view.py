"""日を選び、確かめて、送る: the form of the worker, filled in by the employer (CLAIM-12 to CLAIM-16)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.consents import worker_numbered
from ccus.domain.work_history.actions.entries import enter_days
from ccus.domain.work_history.claim_terms import Party
from ccus.domain.work_history.claims.blocks import ENTRY_BY_FIRM, SINGLE_DAY_BY_FIRM
from ccus.domain.work_history.claims.entry_preview import EntryPlace, preview, registered_place
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.entering.pad import Forms, Pad, opened, sent
from ccus.entrance.entering.pages import calendar, check
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.own_records.own_worker import CURRENT, POWER, OwnWorker, worker_asked


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(POWER)
def own_record_days(request: HttpRequest, seat: SeatMe, number: str, site: str) -> HttpResponse:
    """就業日の入力 at a registered site, for one of the own workers."""
    whose, at = worker_asked(seat, number), found(registered_place(site))
    forms = Forms(ENTRY_BY_FIRM, SINGLE_DAY_BY_FIRM, seat.company)
    if request.method != "POST":
        return _calendar(request, whose, at, opened(request, whose, at, forms))
    pad, act = sent(request, whose, at, forms), request.POST.get("act")
    if act not in {"check", "send"}:
        return _calendar(request, whose, at, pad)
    if pad.whole.faults:
        return _calendar(request, whose, at, pad, status=422)
    try:
        if act == "send" and not pad.faults:
            return _send(request, seat, whose, at, pad)
        return _confirm(request, seat, whose, at, pad)
    except Refusal as refusal:
        return _calendar(request, whose, at, pad.refused(refusal), status=422)


def _send(request: HttpRequest, seat: SeatMe, whose: OwnWorker, at: EntryPlace, pad: Pad) -> HttpResponse:
    enter_days(
        worker=found(worker_numbered(whose.number)),
        site=found(at.site),
        company=own_company(seat.seated),
        days=pad.typed,
        by=seat.actor,
        at=clock.now(),
    )
    what = f"{whose.name}さんの{at.name}の{len(pad.days)}日を入力しました。"
    messages.success(request, f"{what}元請事業者の{at.prime_name}に承認を求め、本人に知らせました。")
    return redirect("company:own-record-claims")


def _calendar(
    request: HttpRequest, whose: OwnWorker, at: EntryPlace, pad: Pad, *, status: int = 200
) -> HttpResponse:
    context = calendar(at, pad) | {"whose": whose}
    template = "company/own_records/days/days.html"
    return framed(request, template, context, current=CURRENT, status=status)


def _confirm(request: HttpRequest, seat: SeatMe, whose: OwnWorker, at: EntryPlace, pad: Pad) -> HttpResponse:
    worker, company = found(worker_numbered(whose.number)), own_company(seat.seated)
    asked = preview(at, worker=worker, company=company, days=pad.typed, at=clock.now())
    others = [each for each in asked if each.party is Party.PRIME or each.company != company.name]
    context = check(at, pad, others) | {"whose": whose}
    template = "company/own_records/days/confirm.html"
    return framed(request, template, context, current=CURRENT, status=422 if pad.faults else 200)
