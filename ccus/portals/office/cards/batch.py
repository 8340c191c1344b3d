"""印刷の束: how far it is, its files, what was spoiled, posting."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.documents.card_papers import letters_of
from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.printing.actions.batches import post_batch, spoil_card
from ccus.domain.printing.actions.files import fetch_faces, fetch_letters, make_letters_anew
from ccus.domain.printing.desk import BatchPage, batch_of
from ccus.entrance.attached import attached
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.cards.forms import ANEW, POSTING, SPOILING
from ccus.ui.entry.sheets import Sheet, blank, filled


@dataclass(frozen=True, slots=True)
class Sheets:
    """The forms of the page; `faulty` is the one that was sent."""

    spoiling: Sheet = field(default_factory=lambda: blank(SPOILING))
    posting: Sheet = field(
        default_factory=lambda: blank(POSTING, raw={"posted_on": clock.today().isoformat()})
    )
    faulty: Sheet | None = None


@require_safe
@office_page(Duty.CARDS)
def batch(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """印刷の束."""
    return _page(request, _found(key))


@require_safe
@office_page(Duty.CARDS)
def batch_progress(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """The part of the page that changes, unless it is as the page has `seen` it."""
    page, seen = _found(key), request.GET.get("seen", "")
    if seen == page.stamp:
        return HttpResponse(status=204)
    is_news = page.batch.is_made and not seen.startswith(f"{page.batch.made}.")
    return render(request, "office/cards/state.html", {"page": page, "is_news": is_news})


@require_POST
@office_page(Duty.CARDS)
def batch_faces(request: HttpRequest, officer: OfficerMe, key: UUID, part: int) -> HttpResponse:
    """印刷データの受け取り (PRINT-04)."""
    return _file(
        request,
        _found(key),
        lambda: fetch_faces(batch=key, part=part, by=officer.actor, at=clock.now()),
        f"印刷データ_{{}}_{part:02d}",
        f"ccus-cards-{{}}-{part:02d}",
    )


@require_POST
@office_page(Duty.CARDS)
def batch_letters(request: HttpRequest, officer: OfficerMe, key: UUID, part: int) -> HttpResponse:
    """台紙の受け取り, once (PRINT-05)."""
    return _file(
        request,
        _found(key),
        lambda: fetch_letters(batch=key, part=part, by=officer.actor, at=clock.now()),
        f"台紙_{{}}_{part:02d}",
        f"ccus-letters-{{}}-{part:02d}",
    )


@require_http_methods(["GET", "POST"])
@office_page(Duty.CARDS)
def batch_letters_anew(request: HttpRequest, officer: OfficerMe, key: UUID, part: int) -> HttpResponse:
    """台紙の作り直し, with a reason (PRINT-05)."""
    found = _found(key)
    shown = next((each for each in found.parts if each.part == part and each.fetched_at), None)
    if shown is None or found.batch.posted_on:
        raise Http404
    sheet = filled(ANEW, request.POST) if request.method == "POST" else blank(ANEW)
    if request.method == "POST" and not sheet.faults:
        reason = sheet.text("reason")
        try:
            make_letters_anew(
                batch=key, part=part, reason=reason, letters=letters_of, by=officer.actor, at=clock.now()
            )
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            messages.success(request, f"{part}番目の部分の台紙を作り直しました。受け取ってください。")
            return redirect("office:batch", key)
    context = {"page": found, "part": shown, "form": sheet.form}
    status = 422 if sheet.faults else 200
    return framed(request, "office/cards/anew.html", context, current="cards", status=status)


@require_POST
@office_page(Duty.CARDS)
def batch_spoiled(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """書き損じ (PRINT-07)."""
    found, sheet = _found(key), filled(SPOILING, request.POST)
    place = sheet.number("place")
    try:
        if not sheet.faults:
            reason = sheet.text("reason")
            spoil_card(batch=key, place=place, reason=reason, by=officer.actor, at=clock.now())
            messages.success(
                request, f"{place}番を書き損じにしました。このカードは、もう一度印刷を待ちます。"
            )
            return redirect("office:batch", key)
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, found, Sheets(spoiling=sheet, faulty=sheet))


@require_POST
@office_page(Duty.CARDS)
def batch_posting(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """発送 (PRINT-08)."""
    found, sheet = _found(key), filled(POSTING, request.POST)
    day = sheet.day("posted_on")
    try:
        if day is not None and not sheet.faults:
            count = post_batch(batch=key, posted_on=day, by=officer.actor, at=clock.now())
            messages.success(request, f"{count:,}枚の発送を記録しました。持ち主に知らせました。")
            return redirect("office:batch", key)
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, found, Sheets(posting=sheet, faulty=sheet))


def _found(key: UUID) -> BatchPage:
    found = batch_of(key)
    if found is None:
        raise Http404
    return found


def _file(
    request: HttpRequest, page: BatchPage, fetch: Callable[[], bytes], name: str, plain: str
) -> HttpResponse:
    try:
        content = fetch()
    except Refusal as refusal:
        return _page(request, page, refusal=refusal)
    number = page.batch.id
    return attached(content, "pdf", name=name.format(number), plain=plain.format(number))


def _page(
    request: HttpRequest, page: BatchPage, sheets: Sheets | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    drawn = sheets or Sheets()
    context = {
        "page": page,
        "names": names_of([page.batch.taken_by]),
        "spoiling": drawn.spoiling.form,
        "posting": drawn.posting.form,
        "form": drawn.faulty.form if drawn.faulty else None,
        "refusal": refusal,
    }
    status = 422 if drawn.faulty or refusal else 200
    return framed(request, "office/cards/batch.html", context, current="cards", status=status)
