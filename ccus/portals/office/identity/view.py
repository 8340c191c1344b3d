"""本人確認."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import IDENTIFYING, Purpose
from ccus.domain.office.actions.proposals import propose
from ccus.domain.office.reading import waiting_for
from ccus.domain.office.terms import What
from ccus.domain.recovery.actions.requests import stop_request
from ccus.domain.recovery.reading import request_row, request_shown, requests_for_office
from ccus.domain.recovery.rules import LONGEST_WORDS, TICKET_DIGITS
from ccus.domain.recovery.terms import Means
from ccus.entrance.asked import found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.refusals import Refusal
from ccus.portals.office.second.saying import say_proposed
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.record import worded

REASON = "パスワードの再設定の申し込み"
CONFIRMING = Block(
    "confirming",
    "本人確認",
    (
        Field(
            "ticket",
            "本人の言う受付番号",
            Kind.DIGITS,
            is_required=True,
            digits=TICKET_DIGITS,
            help="こちらから言わずに、本人に言ってもらってください。合言葉は聞きません。",
        ),
        Field("means", "確かめた方法", Kind.CHOICE, choices="means", is_required=True),
        Field(
            "words",
            "確かめた内容",
            is_required=True,
            longest=LONGEST_WORDS,
            help="例：登録された番号に電話をして、氏名・生年月日・住所を聞いた。",
        ),
    ),
)


@require_safe
@office_page(Duty.IDENTITY)
def identity(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """再設定の申し込み: which wait, which may be confirmed, which were stopped, as what they are (RESET-10)."""
    now = clock.now()
    requests = requests_for_office(at=now)
    context = {
        "open": [each for each in requests if each.ended_at is None],
        "over": [each for each in requests if each.ended_at is not None],
        "now": now,
    }
    return framed(request, "office/identity/page.html", context, current="identity")


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.IDENTITY)
def identity_request(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """一件の申し込み: whom to ask what, and what another officer confirms (EYES-02).

    Looking leaves a trace for the worker.
    """
    row = found(request_row(key, at=clock.now()))
    sheet = blank(CONFIRMING, _means)
    if request.method == "POST":
        sheet = filled(CONFIRMING, request.POST, _means)
        try:
            if not sheet.faults:
                given = {"request": row.pk} | {
                    name: sheet.text(name) for name in ("ticket", "means", "words")
                }
                propose(what=What.IDENTITY, given=given, by=officer.actor, at=clock.now())
                say_proposed(request, What.IDENTITY.label)
                return redirect("office:identity")
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
    return _page(request, officer, key, sheet)


@require_POST
@office_page(Duty.IDENTITY)
def identity_stopping(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """申し込みを止める: the caller is not the worker, or has lost the 合言葉."""
    try:
        stop_request(request=found(request_row(key, at=clock.now())), by=officer.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, officer, key, blank(CONFIRMING, _means).refused(refusal))
    messages.success(request, "申し込みを止めました。本人に知らせました。")
    return redirect("office:identity")


def _means(name: str) -> tuple[Option, ...]:
    """確かめた方法, the only list here."""
    return of_terms(Means)


def _page(request: HttpRequest, officer: OfficerMe, key: UUID, sheet: Sheet) -> HttpResponse:
    now = clock.now()
    row = found(request_row(key, at=now))
    shown = request_shown(row)
    seen = worker_as_seen_by(
        officer.actor, shown.worker, purpose=Purpose.IDENTITY, reason=REASON, at=now, items=IDENTIFYING
    )
    context = {
        "request_shown": shown,
        "seen": seen,
        "parts": worded(seen),
        "form": sheet.form,
        "proposal": waiting_for(What.IDENTITY, f"reset_request:{row.pk}", at=now),
        "officer_name": names_of([shown.confirmed_by]).get(shown.confirmed_by, ""),
        "can_confirm": shown.ended_at is None and shown.confirmed_at is None and now >= shown.confirmable_at,
    }
    status = 422 if sheet.faults else 200
    return framed(request, "office/identity/request.html", context, current="identity", status=status)
