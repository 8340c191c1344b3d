"""責任者の交代 (ORG-03)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ccus.domain.accounts.actions import OpenedAccount
from ccus.domain.companies.actions.seats import hand_over_chief
from ccus.domain.companies.reading import own_company
from ccus.domain.companies.rules import LONGEST_PERSON
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.door import company_page
from ccus.entrance.factors.shown import is_proved
from ccus.entrance.frame import closed_frame, framed
from ccus.entrance.ways import sign_in_of
from ccus.entrance.who import Side
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option
from ccus.foundation.refusals import Refusal
from ccus.portals.company.organisation.choices import HANDING, MAIL, PAPER
from ccus.ui.entry.sheets import Sheet, blank, filled

NEXT = Block(
    "chief",
    "次の事業者責任者",
    (
        Field("name", "次の責任者の氏名", is_required=True, longest=LONGEST_PERSON),
        Field("mail", "次の責任者のメールアドレス", Kind.MAIL),
        Field("handing", "初期パスワードの渡し方", Kind.CHOICE, is_required=True, choices="handing"),
        Field("sure", "交代すると、私はすぐにログアウトします。わかりました。", Kind.TICK, is_required=True),
    ),
)


def options(name: str) -> tuple[Option, ...]:
    """How the password comes to whoever takes over."""
    return HANDING


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.COMPANY_DATA)
def chief(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """The one who hands over is signed out; the password is on this answer only.

    A screen left alone gives nothing away: the password or a factor of a moment ago is asked first (SIGN-23).
    """
    if not is_proved(request):
        return redirect(f"{reverse('company:factor-proof')}?{urlencode({'next': request.path})}")
    if request.method != "POST":
        return _form(request, seat, blank(NEXT, options, raw={"handing": PAPER}))
    sheet = filled(NEXT, request.POST, options)
    if sheet.faults:
        return _form(request, seat, sheet)
    try:
        opened = hand_over_chief(
            company=own_company(seat.seated),
            name=sheet.text("name"),
            mail=sheet.text("mail"),
            by_mail=sheet.text("handing") == MAIL,
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _form(request, seat, sheet.refused(refusal))
    return _handed(request, seat, sheet, opened)


@sensitive_variables("secret")
def _handed(request: HttpRequest, seat: SeatMe, sheet: Sheet, opened: OpenedAccount) -> HttpResponse:
    is_mailed = sheet.text("handing") == MAIL
    context = {
        "frame": closed_frame(Side.COMPANY),
        "seat": seat,
        "name": sheet.text("name"),
        "login_id": opened.account.login_id,
        "is_mailed": is_mailed,
        "address": request.build_absolute_uri(sign_in_of(Side.COMPANY)),
        "secret": "" if is_mailed else opened.initial_password,
    }
    return render(request, "company/organisation/handed.html", context)


def _form(request: HttpRequest, seat: SeatMe, sheet: Sheet) -> HttpResponse:
    context = {"form": sheet.form, "seat": seat}
    status = 422 if sheet.faults else 200
    return framed(request, "company/organisation/chief.html", context, current="organisation", status=status)
