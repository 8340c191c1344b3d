"""利用者の追加、変更、閉鎖."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.actions.seats import change_seat, close_seat, open_seat
from ccus.domain.companies.present import chosen_unit
from ccus.domain.companies.reading import (
    Organisation,
    PersonShown,
    organisation_of,
    own_company,
    seat_at,
)
from ccus.domain.companies.rules import LONGEST_PERSON
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Role
from ccus.entrance.asked import key_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.company.organisation.choices import MAIL, PAPER, options_of
from ccus.ui.entry.sheets import Sheet, blank, filled

_NAME = Field("name", "氏名", is_required=True, longest=LONGEST_PERSON)
_MAIL = Field("mail", "メールアドレス", Kind.MAIL, help="お知らせを届けます。なくても使えます。")
_ROLE = Field(
    "role",
    "権限",
    Kind.CHOICE,
    is_required=True,
    choices="role",
    help="階層管理者には、1年ごとに管理者ID利用料がかかります。ほかの権限は無料です。",
)
_UNIT = Field("unit", "組織", Kind.CHOICE, choices="unit", help="選ばないと、会社全体の利用者になります。")
_HANDING = Field("handing", "IDと初期パスワードの渡し方", Kind.CHOICE, is_required=True, choices="handing")
NEW = Block("person", "利用者", (_NAME, _ROLE, _UNIT, _MAIL, _HANDING))
KNOWN = Block("person", "利用者", (_NAME, _ROLE, _UNIT, _MAIL))
CHIEF = Block("person", "利用者", (_NAME, _MAIL))


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.ORGANISATION)
def person_new(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """利用者の追加 (ORG-02): on paper the password is shown on the next page, by mail nowhere but there."""
    shown = organisation_of(seat.seated)
    if request.method != "POST":
        raw = {"unit": request.GET.get("unit", ""), "handing": PAPER}
        return _form(request, blank(_asked(NEW, shown), options_of(shown), raw=raw))
    sheet = filled(_asked(NEW, shown), request.POST, options_of(shown))
    if sheet.faults:
        return _form(request, sheet)
    by_mail = sheet.text("handing") == MAIL
    try:
        opened = open_seat(
            company=own_company(seat.seated),
            role=Role(sheet.text("role")),
            unit=chosen_unit(seat.company, key_of(sheet.text("unit"))),
            name=sheet.text("name"),
            mail=sheet.text("mail"),
            by_mail=by_mail,
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _form(request, sheet.refused(refusal))
    if by_mail:
        messages.success(request, f"{sheet.text('name')}さんへ、IDと初期パスワードをメールで送ります。")
        return redirect("company:organisation")
    messages.success(request, f"{sheet.text('name')}さんを追加しました。")
    return redirect("company:person-paper", opened.account.login_id)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.ORGANISATION)
def person(request: HttpRequest, seat: SeatMe, person: str) -> HttpResponse:
    """利用者の変更と閉鎖 (ORG-08)."""
    shown = organisation_of(seat.seated)
    someone, held = shown.person(person), seat_at(seat.company, person)
    if someone is None or held is None or not someone.may_be_managed:
        raise Http404
    block = CHIEF if someone.role is Role.CHIEF else _asked(KNOWN, shown)
    if request.method != "POST":
        return _form(request, blank(block, options_of(shown), raw=_typed(someone)), someone=someone)
    sheet = filled(block, request.POST, options_of(shown))
    try:
        if request.POST.get("act") == "close":
            close_seat(seat=held, by=seat.actor, at=clock.now())
            messages.success(request, f"{someone.name}さんの利用を終わりにしました。")
            return redirect("company:organisation")
        if not sheet.faults:
            change_seat(
                seat=held,
                role=Role(sheet.text("role") or someone.role),
                unit=chosen_unit(seat.company, key_of(sheet.text("unit"))),
                name=sheet.text("name"),
                mail=sheet.text("mail"),
                by=seat.actor,
                at=clock.now(),
            )
            messages.success(request, f"{sheet.text('name')}さんの内容を変えました。")
            return redirect("company:organisation")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _form(request, sheet, someone=someone)


def _asked(block: Block, shown: Organisation) -> Block:
    """Whoever manages one branch puts everybody into a unit of it."""
    if shown.may_manage_all:
        return block
    fields = tuple(
        replace(field, is_required=True, help="") if field is _UNIT else field for field in block.fields
    )
    return replace(block, fields=fields)


def _typed(someone: PersonShown) -> dict[str, str]:
    unit = str(someone.unit) if someone.unit else ""
    return {"name": someone.name, "role": someone.role, "unit": unit, "mail": someone.mail}


def _form(request: HttpRequest, sheet: Sheet, *, someone: PersonShown | None = None) -> HttpResponse:
    context = {"form": sheet.form, "someone": someone, "is_chief": someone and someone.role is Role.CHIEF}
    status = 422 if sheet.faults else 200
    return framed(request, "company/organisation/person.html", context, current="organisation", status=status)
