"""代行申請: asking, clients, their queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.applications.reading.done import waiting_of_clients
from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.proxies.actions.asks import ask_for_mandate
from ccus.domain.proxies.actions.mandates import end_mandate
from ccus.domain.proxies.reading.clients import A_PAGE, asks_by, clients_of, names_of_clients
from ccus.domain.proxies.reading.given import mandate_between_numbers
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.identifiers import digits_of, grouped
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

ASKING = Block(
    "asking",
    "代行をお願いする",
    (
        Field(
            "number",
            "技能者ID",
            Kind.ID14,
            is_required=True,
            help="本人に聞いてください。カードにある14けたの番号です。",
        ),
    ),
)
SENT = "技能者ID {} の方に、お願いを送りました。番号が正しければ、本人に届きます。答えは通知で来ます。"
LONGEST_KEY = 18


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.FILE_FOR_WORKERS)
def clients(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """代行申請: clients and what waits; asking somebody, with one answer for right and wrong numbers (PROXY-04)."""
    if request.method != "POST":
        return _page(request, seat, blank(ASKING))
    sheet = filled(ASKING, request.POST)
    try:
        if not sheet.faults:
            number = sheet.text("number")
            ask_for_mandate(company=own_company(seat.seated), number=number, by=seat.actor, at=clock.now())
            messages.success(request, SENT.format(grouped(number)))
            return redirect("company:clients")
    except Refusal as refusal:
        sheet = sheet.refused(Refusal(refusal.sentence, "number"))
    return _page(request, seat, sheet)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.FILE_FOR_WORKERS)
def client_end(request: HttpRequest, seat: SeatMe, worker: str) -> HttpResponse:
    """代行をやめる: the question, then the company gives the mandate back (PROXY-03)."""
    mandate = found(mandate_between_numbers(worker, seat.company_number, on=clock.today()))
    if request.method != "POST":
        return framed(request, "company/clients/end.html", {"worker": worker}, current="clients")
    try:
        end_mandate(mandate=mandate, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, blank(ASKING), refusal)
    messages.success(request, f"技能者ID {worker} の方の代行をやめました。本人に知らせました。")
    return redirect("company:clients")


def _page(request: HttpRequest, seat: SeatMe, sheet: Sheet, refusal: Refusal | None = None) -> HttpResponse:
    now = clock.now()
    typed = request.GET.get("before", "")
    before = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_KEY else 0
    number = digits_of(request.GET.get("number", ""))[:14]
    shown = clients_of(seat.actor, at=now, before=before, number=number)
    cases = waiting_of_clients(seat.actor, at=now)
    names = names_of_clients(seat.actor, [case.worker for case in cases if case.worker], known=shown, at=now)
    context = {
        "clients": shown,
        "older": shown[-1].id if len(shown) >= A_PAGE else 0,
        "is_older": bool(before),
        "number": number,
        "cases": [(case, names.get(case.worker or 0, "")) for case in cases],
        "asks": asks_by(seat.company, on=clock.today()),
        "form": sheet.form,
        "refusal": refusal,
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "company/clients/page.html", context, current="clients", status=status)
