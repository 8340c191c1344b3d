"""料金表."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.fees import rules
from ccus.domain.fees.reading import tariffs as standing
from ccus.domain.fees.terms import FeeKind
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.terms import What
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.portals.office.second.saying import say_proposed
from ccus.ui.entry.sheets import Sheet, blank, filled

TARIFF = Block(
    "tariff",
    "料金",
    (
        Field("kind", "料金の種類", Kind.CHOICE, choices="fee_kind", is_required=True),
        Field(
            "amount",
            "金額（円、税込み）",
            Kind.NUMBER,
            is_required=True,
            most=rules.HIGHEST,
            help="0円にすると、請求しなくなります。",
        ),
        Field("from_on", "変わる日", Kind.DATE, is_required=True, help="今日からあとの日。"),
    ),
)


@require_http_methods(["GET", "POST"])
@office_page(Duty.FEES)
def tariffs(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """料金表: past, present and planned, and the form that proposes a new one (FEE-01, FEE-02, EYES-02)."""
    if request.method == "GET":
        return _page(request, blank(TARIFF, _kinds))
    sheet = filled(TARIFF, request.POST, _kinds)
    if not sheet.faults:
        kind, from_on = FeeKind(sheet.text("kind")), sheet.day("from_on") or clock.today()
        amount = sheet.number("amount")
        try:
            given = {"kind": kind.value, "amount": amount, "from_on": from_on.isoformat()}
            propose(what=What.TARIFF, given=given, by=officer.actor, at=clock.now())
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            say_proposed(request, f"{kind.label}を{date_words(from_on)}から{amount:,}円にすること")
            return redirect("office:tariffs")
    return _page(request, sheet)


def _kinds(name: str) -> tuple[Option, ...]:
    """料金の種類, the only list here."""
    return of_terms(FeeKind)


def _page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    context = {"tariffs": standing(), "form": sheet.form, "today": clock.today()}
    status = 422 if sheet.faults else 200
    return framed(request, "office/fees/tariffs.html", context, current="fees", status=status)
