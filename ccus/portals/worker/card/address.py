"""カードの送り先を直す: a better address for a card that has not arrived (CARD-14)."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.applications.blocks import DELIVERY
from ccus.domain.cards.addresses import SendTo
from ccus.domain.printing.actions.arrival import redirect_card
from ccus.domain.printing.reading import delivery_of
from ccus.domain.workers import options
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.places import asks_for_address, with_address
from ccus.ui.entry.sheets import Sheet, blank, filled

_NEED_NOT_BE_SAID = "building"
ADDRESS = Block(
    "address",
    DELIVERY.label,
    tuple(
        replace(field, only_with=None, is_required=field.name != _NEED_NOT_BE_SAID)
        for field in DELIVERY.fields
        if field.only_with is not None
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def card_address(request: HttpRequest, me: Me) -> HttpResponse:
    """送り先を直す: what is typed instead of where the card would go."""
    delivery = delivery_of(me.worker, today=clock.today())
    if delivery is None or not delivery.can_redirect:
        raise Http404
    if request.method != "POST":
        standing = {field.name: str(getattr(delivery.send_to, field.name)) for field in ADDRESS.fields}
        return _page(request, blank(ADDRESS, options.options, raw=standing))
    sheet = filled(ADDRESS, request.POST, options.options)
    if asks_for_address(request.POST):
        return _page(request, with_address(sheet))
    try:
        if not sheet.faults:
            send_to = SendTo(**{field.name: sheet.text(field.name) for field in ADDRESS.fields})
            redirect_card(worker=me.worker, send_to=send_to, by=actor(me), at=clock.now())
            messages.success(request, "カードの送り先を直しました。")
            return redirect("worker:card")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, sheet)


def _page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 422 if sheet.faults else 200
    return framed(request, "worker/card/address.html", {"form": sheet.form}, current="card", status=status)
