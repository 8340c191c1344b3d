"""カードの印刷と発送: what waits, and the batches."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.printing import desk
from ccus.domain.printing.actions.batches import take_batch
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.identifiers import digits_of
from ccus.foundation.refusals import Refusal
from ccus.portals.office.cards.forms import TAKING
from ccus.ui.entry.sheets import Sheet, blank, filled

PAGE = 20
NO_CARD = "番号（{}）のカードは見つかりません。カードの16桁の番号を確かめてください。"


@require_safe
@office_page(Duty.CARDS)
def cards(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """カードの印刷と発送; with a number the page of that card."""
    number = request.GET.get("number", "").strip()
    if not number:
        return _page(request)
    token = digits_of(number)
    if desk.card_of(token, today=clock.today()) is not None:
        return redirect("office:card", token)
    return _page(request, number=number, refusal=Refusal(NO_CARD.format(number[:24]), "number"))


@require_POST
@office_page(Duty.CARDS)
def new_batch(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """印刷の束をつくる (PRINT-02)."""
    sheet = filled(TAKING, request.POST)
    if sheet.faults:
        return _page(request, sheet)
    try:
        key = take_batch(most=sheet.number("most"), by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, sheet.refused(refusal))
    return redirect("office:batch", key)


def _page(
    request: HttpRequest, sheet: Sheet | None = None, *, number: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    waiting = desk.waiting()
    typed = request.GET.get("after", "")
    after = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else None
    found = desk.batches(after=after, limit=PAGE + 1)
    context = {
        "waiting": waiting,
        "taking": (sheet or blank(TAKING, raw={"most": str(waiting.most)})).form,
        "form": sheet.form if sheet else None,
        "batches": found[:PAGE],
        "names": names_of([batch.taken_by for batch in found]),
        "after": found[PAGE - 1].id if len(found) > PAGE else None,
        "is_first": after is None,
        "number": number,
        "refusal": refusal,
    }
    status = 422 if sheet or refusal else 200
    return framed(request, "office/cards/page.html", context, current="cards", status=status)
