"""再登録 (LEAVE-05)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.actions.returning import let_return
from ccus.domain.leaving.reading import LeftShown, whoever_left
from ccus.domain.recovery.terms import Means
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.record import Part, record_of

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
    (*_WHO, Field("means", "本人を確かめた方法", Kind.CHOICE, choices="means", is_required=True)),
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
    return _confirmation(request, officer, sheet, blank(CONFIRMING, _means))


@require_POST
@office_page(Duty.IDENTITY)
def returning_confirmed(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """本人と確かめて、再登録する: account and card are anew, by letter."""
    looking, sheet = filled(LOOKING, request.POST), filled(CONFIRMING, request.POST, _means)
    if looking.faults:
        return _page(request, looking)
    try:
        if not sheet.faults:
            means = Means(sheet.text("means"))
            worker = let_return(number=sheet.text("number"), means=means, by=officer.actor, at=clock.now())
            messages.success(
                request,
                f"技能者ID {grouped(worker.number)} の再登録が終わりました。新しいカードは、印刷を待っています。",
            )
            return redirect("office:returning")
    except Refusal as refusal:
        return _page(request, looking.refused(refusal))
    return _confirmation(request, officer, looking, sheet)


def _means(name: str) -> tuple[Option, ...]:
    """本人を確かめた方法, the only list here."""
    return of_terms(Means)


def _confirmation(request: HttpRequest, officer: OfficerMe, looking: Sheet, sheet: Sheet) -> HttpResponse:
    number, reason = looking.text("number"), looking.text("reason")
    try:
        left = whoever_left(number, reason=reason, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, looking.refused(refusal))
    return _page(request, looking, left, sheet)


def _worded(left: LeftShown) -> list[Part]:
    """What can be asked for in words: pictures prove nothing on the telephone."""
    parts = record_of(left.seen).parts
    return [
        part for part in parts if any(line.words and not line.picture for row in part.rows for line in row)
    ]


def _page(
    request: HttpRequest, looking: Sheet, left: LeftShown | None = None, sheet: Sheet | None = None
) -> HttpResponse:
    confirming = sheet or blank(CONFIRMING, _means)
    context = {
        "form": looking.form,
        "looking": looking,
        "left": left,
        "parts": _worded(left) if left else (),
        "means": [asked for asked in confirming.form if asked.field.name == "means"],
        "confirming": confirming.form,
        "yen": price(FeeKind.REISSUE, on=clock.today()),
    }
    status = 422 if looking.faults or confirming.faults else 200
    return framed(request, "office/returning/page.html", context, current="returning", status=status)
