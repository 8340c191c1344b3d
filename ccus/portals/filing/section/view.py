"""区分を書く."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ccus.domain.applications.actions.drafts import SavedElsewhere
from ccus.domain.applications.policies import NotNow
from ccus.entrance.acting.door import filing_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.closed.view import closed
from ccus.portals.filing.section.listed import line_of
from ccus.portals.filing.section.page import CURRENT, elsewhere, errors_of, form_of, page
from ccus.portals.filing.section.typing import Typing, opened, sent
from ccus.portals.filing.sheet.keeping import keep_row, remove_row, restore_row
from ccus.portals.filing.sheet.loading import Sheet, sheet_of
from ccus.portals.filing.sheet.rows import ONLY, SheetRow, blank
from ccus.portals.filing.sheet.sections import SectionSheet
from ccus.ui.formatting import clock_time


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@filing_page
def section(request: HttpRequest, filer: Filer, number: str, section: str) -> HttpResponse:
    """A section: its form, or the list of its rows."""
    sheet = sheet_of(filer, number)
    shown = sheet.section(section)
    if shown.is_list:
        return _list(request, sheet, shown)
    row = shown.rows[0] if shown.rows else blank(shown.section, ONLY, today=clock.today())
    return _row(request, filer, sheet, shown, row)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@filing_page
def row(request: HttpRequest, filer: Filer, number: str, section: str, row: str) -> HttpResponse:
    """One row of a list."""
    sheet = sheet_of(filer, number)
    shown = sheet.section(section)
    found = shown.row(row)
    is_new = row.startswith("n") and row[1:].isdigit() and len(row) <= 4
    if not shown.is_list or (found is None and not is_new):
        raise Http404
    return _row(request, filer, sheet, shown, found or blank(shown.section, row, today=clock.today()))


def _list(request: HttpRequest, sheet: Sheet, shown: SectionSheet) -> HttpResponse:
    if not sheet.is_writable:
        return redirect("filing:application", sheet.case.number)
    context = {
        "sheet": sheet,
        "case": sheet.case,
        "section": shown,
        "place": sheet.place_of(shown.key),
        "next": sheet.after(shown.key),
        "lines": [line_of(sheet, shown, row) for row in shown.rows],
        "add_url": reverse("filing:row", args=[sheet.case.number, shown.key, shown.next_key]),
        "is_full": len(shown.rows) >= shown.block.many,
        "general_findings": [f.sentence for f in shown.findings if not f.field],
    }
    return framed(request, "filing/section/list.html", context, current=CURRENT)


def _row(
    request: HttpRequest, filer: Filer, sheet: Sheet, shown: SectionSheet, found: SheetRow
) -> HttpResponse:
    if request.method != "POST":
        if not sheet.is_writable:
            return redirect("filing:application", sheet.case.number)
        return page(request, opened(filer, sheet, shown, found), is_strict="check" in request.GET)
    act = request.POST.get("act", "")
    if act in {"remove", "restore"}:
        return _take(filer, sheet, shown, found, act)
    if not sheet.is_writable:
        return _too_late(request, sheet, act)
    typing = sent(request, filer, sheet, shown, found)
    try:
        typing.version = keep_row(filer, sheet, shown, found, typing.raw, version=typing.version)
    except SavedElsewhere as refusal:
        return _elsewhere(request, typing, refusal)
    except NotNow:
        return _too_late(request, sheet_of(filer, sheet.case.number), act)
    except Refusal as refusal:
        typing.problems.append(refusal)
        return _kept(typing, 422) if typing.act == "keep" else page(request, typing, status=422)
    return _kept(typing) if typing.act == "keep" else _go_on(request, typing)


def _go_on(request: HttpRequest, typing: Typing) -> HttpResponse:
    """Saved; where the pressed button leads."""
    if typing.problems:
        return page(request, typing, status=422)
    if typing.towns:
        return page(request, typing)
    number, section = typing.sheet.case.number, typing.section
    to_list = redirect("filing:section", number, section.key) if section.is_list else None
    match typing.act:
        case "turn" | "upload" | "discard" | "address" | "town":
            return redirect(f"{typing.url}#id_{typing.about}")
        case "mask" if typing.about in typing.files and typing.raw[typing.about]:
            return redirect("filing:mask", number, section.key, typing.row.key, typing.about)
        case "list":
            return to_list or redirect("filing:application", number)
        case _:
            if typing.read.faults and not _is_left_empty(typing):
                return page(request, typing, is_strict=True, status=422)
            following = typing.sheet.after(section.key)
            if to_list is not None:
                return to_list
            return (
                redirect("filing:section", number, following.key)
                if following
                else redirect("filing:check", number)
            )


def _is_left_empty(typing: Typing) -> bool:
    is_required = typing.section.section.is_required or typing.row.before is not None
    return not is_required and not any(text.strip() for text in typing.raw.values())


def _kept(typing: Typing, status: int = 200) -> HttpResponse:
    """What `autosave.js` is told."""
    form = form_of(typing, is_strict=False)
    words = errors_of(typing.problems) if status != 200 else f"保存しました {clock_time(clock.now())}"
    echoes = {f"{asked.id}_echo": asked.echo for asked in form if asked.echo}
    return JsonResponse({"words": words, "version": typing.version, "echoes": echoes}, status=status)


def _elsewhere(request: HttpRequest, typing: Typing, refusal: SavedElsewhere) -> HttpResponse:
    """Both versions on one page; the next save takes what is typed here (APP-03)."""
    if typing.act == "keep":
        return JsonResponse({"words": refusal.sentence, "stopped": True}, status=409)
    sheet = sheet_of(typing.filer, typing.sheet.case.number)
    section = sheet.section(typing.section.key)
    typing.version = section.version
    return page(request, typing, status=409, elsewhere=elsewhere(refusal, section, typing.row.key))


def _too_late(request: HttpRequest, sheet: Sheet, act: str) -> HttpResponse:
    if act == "keep":
        return JsonResponse(
            {"words": "この申請は提出されているので、保存していません。", "stopped": True}, status=409
        )
    return closed(request, sheet.case)


def _take(filer: Filer, sheet: Sheet, shown: SectionSheet, found: SheetRow, act: str) -> HttpResponse:
    """削除する or やめる."""
    if sheet.is_writable and not (act == "remove" and found.before is not None and not shown.can_remove):
        with suppress(SavedElsewhere, NotNow):  # the page that follows shows what another screen did
            (remove_row if act == "remove" else restore_row)(filer, sheet, shown, found)
    where = reverse("filing:section", args=[sheet.case.number, shown.key])
    return redirect(
        where
        if shown.is_list or act == "restore"
        else reverse("filing:application", args=[sheet.case.number])
    )
