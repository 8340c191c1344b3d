"""審査: the case, and what is done with it as a whole."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.looking import open_case_image
from ccus.domain.applications.actions.review import reject, release, return_to_applicant, take
from ccus.domain.applications.suspects import suspects_before
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor
from ccus.entrance.attached import image_answer
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.office.case.page import case_page, opened
from ccus.portals.office.case.paper import paper_of
from ccus.ui.entry.sheets import blank, filled

REASON = Block(
    "reason",
    "却下の理由",
    (
        Field(
            "reason",
            "却下の理由",
            Kind.TEXT,
            is_required=True,
            longest=400,
            help="申請した方が読みます。なぜ登録できないのか、これから何をすればよいのかを書いてください。",
        ),
    ),
)
NOT_REGISTERED = {"identity", "consent", "leaving"}
"""確かめるだけの区分: looked at, and written nowhere."""
EFFECTS = {
    ApplicationKind.REGISTRATION: "技能者IDが決まり、カードを発行します。",
    ApplicationKind.UPGRADE: "登録の型が、詳細型になります。",
    ApplicationKind.COLOUR_CHANGE: "新しい色のカードを発行し、今のカードは使えなくなります。",
    ApplicationKind.REISSUE: "カードを再発行し、今のカードは使えなくなります。",
    ApplicationKind.RENEWAL: "新しい期限のカードを発行します。",
    ApplicationKind.WITHDRAWAL: "技能者は退会し、カードは使えなくなります。5年以内なら「再登録」で戻せます。",
}
"""承認すると, beside what is listed."""


class CaseAct(Protocol):
    """審査の行為 on a case as a whole."""

    def __call__(self, *, number: str, by: Actor, at: datetime) -> None: ...


@require_safe
@office_page(Duty.REVIEW)
def case(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """審査の画面 (OFFICE-04)."""
    return case_page(request, officer, number)


@require_POST
@office_page(Duty.REVIEW)
def case_hold(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """審査を始める."""
    return _done(request, officer, number, take)


@require_POST
@office_page(Duty.REVIEW)
def case_release(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """担当を外す: back to the queue."""
    return _done(request, officer, number, release, "担当を外しました。申請は、審査待ちに戻りました。")


@require_POST
@office_page(Duty.REVIEW)
def case_return(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """差し戻す."""
    return _done(request, officer, number, return_to_applicant, f"申請 {number} を差し戻しました。")


@require_http_methods(["GET", "POST"])
@office_page(Duty.REVIEW)
def case_approval(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """承認の確認: what will be registered, then the button that does it (OFFICE-07)."""
    if request.method == "POST":
        return _done(request, officer, number, approve, f"申請 {number} を承認し、登録しました。")
    found = opened(number, officer)
    if found is None:
        return case_page(request, officer, number)
    shown, paper = found
    open_findings = [f for f in shown.application.findings if f.returned_at is None]
    context = {
        "case": shown.application,
        "sections": [each for each in paper.sections if each.place.section not in NOT_REGISTERED],
        "open_findings": open_findings,
        "suspects": suspects_before(number, on=clock.today()),
        "effect": EFFECTS.get(shown.application.kind, ""),
    }
    return framed(request, "office/case/approval.html", context, current="queue")


@require_http_methods(["GET", "POST"])
@office_page(Duty.REVIEW)
def case_rejection(request: HttpRequest, officer: OfficerMe, number: str) -> HttpResponse:
    """却下: with a reason that the applicant reads (OFFICE-07)."""
    found = opened(number, officer) if request.method == "GET" else None
    if request.method == "GET" and found is None:
        return case_page(request, officer, number)
    sheet = filled(REASON, request.POST) if request.method == "POST" else blank(REASON)
    if request.method == "POST" and not sheet.faults:
        rejecting = partial(reject, reason=sheet.text("reason"))
        return _done(request, officer, number, rejecting, f"申請 {number} を却下しました。")
    context = {"number": number, "form": sheet.form}
    status = 422 if sheet.faults else 200
    return framed(request, "office/case/rejection.html", context, current="queue", status=status)


@require_safe
@office_page(Duty.REVIEW)
def case_submission(request: HttpRequest, officer: OfficerMe, number: str, ordinal: int) -> HttpResponse:
    """これまでの提出の一つ, as it was handed in."""
    found = opened(number, officer)
    if found is None:
        return case_page(request, officer, number)
    shown = found[0]
    one = next((each for each in shown.submissions if each.ordinal == ordinal), None)
    if one is None:
        raise Http404
    context = {
        "case": shown.application,
        "submission": one,
        "paper": paper_of(replace(shown, contents=one.contents)),
    }
    return framed(request, "office/case/submission.html", context, current="queue")


@require_safe
@office_page(Duty.REVIEW)
@short_lived
def case_image(
    request: HttpRequest, officer: OfficerMe, number: str, key: UUID, *, is_preview: bool = False
) -> HttpResponse:
    """添付書類: for whoever has the case in hand; 404 for everybody else (OFFICE-05)."""
    try:
        found = open_case_image(
            number=number, key=key, is_preview=is_preview, by=officer.actor, at=clock.now()
        )
    except Refusal as refusal:
        raise Http404 from refusal
    return image_answer(found)


def _done(
    request: HttpRequest,
    officer: OfficerMe,
    number: str,
    act: CaseAct,
    said: str = "",
) -> HttpResponse:
    """Do an act on the case, and go back to it; a refusal is shown there."""
    try:
        act(number=number, by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return case_page(request, officer, number, refusal)
    if said:
        messages.success(request, said)
    return redirect("office:case", number)
