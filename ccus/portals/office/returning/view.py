"""再登録 (LEAVE-05)."""

from dataclasses import fields

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.blocks import DELIVERY, OTHER_PLACE
from ccus.domain.applications.options import options
from ccus.domain.cards.addresses import SendTo
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.reading import LeftShown, whoever_left
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.reading import waiting_for
from ccus.domain.office.terms import What
from ccus.domain.recovery.terms import Means
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.portals.office.second.saying import say_proposed
from ccus.ui.entry.places import asks_for_address, with_address
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.record import worded

_WHO = (
    Field("number", "技能者ID", Kind.ID14, is_required=True),
    Field(
        "reason",
        "再登録を受け付ける理由",
        is_required=True,
        longest=150,
        help="例：本人から電話で申し出。技能者本人が、戻ったあとに「閲覧の記録」で読みます。",
    ),
)
LOOKING = Block("looking", "さがす", _WHO)
CONFIRMING = Block(
    "confirming",
    "本人確認",
    (
        *_WHO,
        Field("means", "本人を確かめた方法", Kind.CHOICE, choices="means", is_required=True),
        *DELIVERY.fields,
    ),
    check=DELIVERY.check,
)


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.IDENTITY)
def returning(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """再登録: who wants to come back, and why; then what identity is confirmed by. Looking leaves a trace."""
    if request.method != "POST":
        return _page(request, blank(LOOKING))
    sheet = filled(LOOKING, request.POST)
    if sheet.faults:
        return _page(request, sheet)
    return _confirmation(request, officer, sheet, blank(CONFIRMING, _choices))


@require_POST
@office_page(Duty.IDENTITY)
def returning_confirmed(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """本人と確かめて、再登録を提案する: another officer confirms it (EYES-02)."""
    looking, sheet = filled(LOOKING, request.POST), filled(CONFIRMING, request.POST, _choices)
    if looking.faults:
        return _page(request, looking)
    if asks_for_address(request.POST):
        return _confirmation(request, officer, looking, with_address(sheet))
    try:
        if not sheet.faults:
            given = {name: sheet.text(name) for name in ("number", "means")} | {"send_to": _send_to(sheet)}
            propose(what=What.RETURN, given=given, by=officer.actor, at=clock.now())
            say_proposed(request, f"技能者ID {grouped(sheet.text('number'))} の再登録")
            return redirect("office:returning")
    except Refusal as refusal:
        return _page(request, looking.refused(refusal))
    return _confirmation(request, officer, looking, sheet)


def _choices(name: str) -> tuple[Option, ...]:
    """本人を確かめた方法, and the lists of 送付先."""
    return of_terms(Means) if name == "means" else options(name)


def _send_to(sheet: Sheet) -> dict[str, str] | None:
    """送付先 as the worker says it; None for the registered 連絡先."""
    if sheet.text("place") != OTHER_PLACE:
        return None
    return {field.name: sheet.text(field.name) for field in fields(SendTo)}


def _confirmation(request: HttpRequest, officer: OfficerMe, looking: Sheet, sheet: Sheet) -> HttpResponse:
    number, reason = looking.text("number"), looking.text("reason")
    try:
        left = whoever_left(number, reason=reason, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, looking.refused(refusal))
    return _page(request, looking, left, sheet)


def _page(
    request: HttpRequest, looking: Sheet, left: LeftShown | None = None, sheet: Sheet | None = None
) -> HttpResponse:
    confirming = sheet or blank(CONFIRMING, _choices)
    context = {
        "form": looking.form,
        "looking": looking,
        "left": left,
        "parts": worded(left.seen) if left else (),
        "asked_now": [asked for asked in confirming.form if asked.field not in _WHO],
        "confirming": confirming.form,
        "proposal": waiting_for(What.RETURN, f"worker:{left.seen.number}", at=clock.now()) if left else None,
        "yen": price(FeeKind.REISSUE, on=clock.today()),
    }
    status = 422 if looking.faults or confirming.faults else 200
    return framed(request, "office/returning/page.html", context, current="returning", status=status)
