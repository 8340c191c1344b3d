"""一枚のカード: where it is, what the post brought back, where it goes now (PRINT-10)."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.cards.addresses import SendTo
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.reading import waiting_for
from ccus.domain.office.terms import What
from ccus.domain.printing.actions.returns import note_return, post_again
from ccus.domain.printing.desk import CardPage, card_of
from ccus.domain.printing.terms import DeliveryState
from ccus.domain.workers.options import label, options
from ccus.domain.workers.terms import Item
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.cards.forms import ADDRESS, AGAIN, RETURN
from ccus.portals.office.second.saying import say_proposed
from ccus.ui.entry.places import asks_for_address, with_address
from ccus.ui.entry.sheets import Sheet, blank, filled

_REASON = "戻ってきたカードの再発送"
_SAID = {
    "return": "戻ってきたことを記録しました。持ち主に知らせました。",
    "again": "もう一度の発送を記録しました。持ち主に知らせました。",
}


@require_http_methods(["GET", "POST"])
@office_page(Duty.CARDS)
def card(request: HttpRequest, officer: OfficerMe, token: str) -> HttpResponse:
    """一枚のカード by its number."""
    found = card_of(token, today=clock.today())
    if found is None:
        raise Http404
    sheets = _blank()
    if request.method == "GET":
        return _page(request, officer, found, sheets)
    if asks_for_address(request.POST):
        sheet = with_address(filled(ADDRESS, request.POST, options))
        return _page(request, officer, found, {**sheets, "address": sheet})
    asked = next((name for name in sheets if name in request.POST), None)
    if asked is None:
        raise Http404
    sheet = filled(sheets[asked].block, request.POST, options)
    if not sheet.faults:
        try:
            _acts(found, sheet, officer)[asked]()
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            if asked == "address":
                say_proposed(request, What.ADDRESS.label)
            else:
                messages.success(request, _SAID[asked])
            return redirect("office:card", token)
    return _page(request, officer, found, {**sheets, asked: sheet}, faulty=sheet)


def _blank() -> dict[str, Sheet]:
    today = clock.today().isoformat()
    return {
        "return": blank(RETURN, raw={"came_back_on": today}),
        "address": blank(ADDRESS, options),
        "again": blank(AGAIN, raw={"posted_on": today}),
    }


def _acts(found: CardPage, sheet: Sheet, officer: OfficerMe) -> Mapping[str, Callable[[], object]]:
    now, by = clock.now(), officer.actor
    send_to = {each.name: sheet.text(each.name) for each in fields(SendTo)}
    given = {"worker": found.worker, "number": found.number, "serial": found.serial, "send_to": send_to}
    day = sheet.day("came_back_on") or sheet.day("posted_on") or clock.today()
    return {
        "return": lambda: note_return(token=found.token, came_back_on=day, by=by, at=now),
        "address": lambda: propose(what=What.ADDRESS, given=given, by=by, at=now),
        "again": lambda: post_again(token=found.token, posted_on=day, by=by, at=now),
    }


def _page(
    request: HttpRequest,
    officer: OfficerMe,
    found: CardPage,
    sheets: Mapping[str, Sheet],
    faulty: Sheet | None = None,
) -> HttpResponse:
    address = _address_of(found, officer)
    if address and faulty is not sheets["address"] and not sheets["address"].is_begun:
        sheets = {**sheets, "address": blank(ADDRESS, options, raw=_raw(found))}
    context = {
        "card": found,
        "sheets": {name: sheet.form for name, sheet in sheets.items()},
        "address": address,
        "proposal": waiting_for(What.ADDRESS, f"card_of:{found.worker}", at=clock.now()),
        "form": faulty.form if faulty else None,
    }
    return framed(request, "office/cards/card.html", context, current="cards", status=422 if faulty else 200)


def _raw(found: CardPage) -> dict[str, str]:
    """Where it goes now, to be put right instead of typed anew."""
    return asdict(found.delivery.send_to) if found.delivery is not None else {}


def _address_of(found: CardPage, officer: OfficerMe) -> dict[str, str] | None:
    """Where a card that came back goes now; looking leaves a trace (PRINT-11). None for every other card."""
    if found.delivery is None or found.delivery.state is not DeliveryState.CAME_BACK:
        return None
    seen = workers_as_seen_by(
        officer.actor,
        [found.worker],
        purpose=Purpose.CARD_PRINT,
        reason=_REASON,
        at=clock.now(),
        items={Item.CARD, Item.CONTACT},
    )
    where = found.delivery.send_to
    return asdict(where) | {"prefecture": label("prefecture", where.prefecture)} if seen else None
