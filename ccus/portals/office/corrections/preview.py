"""確認: how far it is, why it stops, who gains sight of whom; its lines by kind, all of it as a file (FIX-05)."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.actions.previewing import open_preview
from ccus.domain.corrections.catalogue import kept_of
from ccus.domain.corrections.export import export_of
from ccus.domain.corrections.reading import needed_of, releases_of, set_of, state_of, why_not_released
from ccus.domain.corrections.reported import CompanyPage, CompanyShown, Paged, PreviewShown
from ccus.domain.corrections.reports import gaining_companies, lines_of, preview_of
from ccus.domain.corrections.terms import LineKind, SetState, Side, StopKind
from ccus.entrance.asked import found
from ccus.entrance.attached import table_attached
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.corrections.one import CHANGEABLE, set_page
from ccus.portals.office.corrections.view import CURRENT
from ccus.portals.office.paging import page_of

_REST = (LineKind.LOST, LineKind.OPENED, LineKind.CLOSED, LineKind.DAYS, LineKind.FACT)
_OF_NO_ROW = {LineKind.OPENED, LineKind.CLOSED, LineKind.DAYS}


@require_safe
@office_page(Duty.CORRECT)
def correction_preview(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """反映する前の確認; that this officer has opened it counts for the release (FIX-08)."""
    return preview_page(request, officer, key)


@require_safe
@office_page(Duty.CORRECT)
def correction_progress(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """How far the preview is, unless the page has `seen` it; once it is finished the page is loaded anew."""
    preview = preview_of(found(set_of(key)))
    if preview is None or preview.is_finished or preview.is_void:
        return HttpResponseClientRefresh()
    if request.GET.get("seen") == str(preview.done):
        return HttpResponse(status=204)
    return render(request, "office/corrections/progress.html", {"preview": preview, "key": key})


@require_safe
@office_page(Duty.CORRECT)
def correction_lines(request: HttpRequest, officer: OfficerMe, key: UUID, kind: str) -> HttpResponse:
    """確認の行 of one kind; of one reason to stop or one company alone where it is named."""
    change_set = found(set_of(key))
    said = next((each for each in LineKind if each == kind), None)
    preview = _finished_one(change_set.key)
    if said is None:
        raise Http404
    stop = next((each for each in StopKind if each == request.GET.get("stop")), None)
    company = request.GET.get("company", "")
    lines = lines_of(
        preview.key,
        said,
        stop=stop,
        company=company,
        page=page_of(request),
        by=officer.actor,
        at=clock.now(),
    )
    context = {
        "set": change_set,
        "kind": said,
        "stop": stop,
        "heading": stop.label if stop else said.label,
        "firm": next((line.company_name for line in lines.lines if company), ""),
        "has_workers": any(line.worker_number for line in lines.lines),
        "has_firms": any(line.worker_number and line.company_number for line in lines.lines),
        "has_rows": said not in _OF_NO_ROW,
        **_paged(lines),
        "lines": lines,
    }
    return framed(request, "office/corrections/lines.html", context, current=CURRENT)


@require_safe
@office_page(Duty.CORRECT)
@short_lived
def correction_table(request: HttpRequest, officer: OfficerMe, key: UUID, kind: str) -> HttpResponse:
    """確認の全体 as a file."""
    change_set, preview = found(set_of(key)), _finished_one(key)
    (head, rows), number = export_of(preview.key, by=officer.actor, at=clock.now()), change_set.number
    return table_attached(kind, "確認", head, rows, name=f"修正_{number}_確認", plain=f"correction-{number}")


def preview_page(
    request: HttpRequest, officer: OfficerMe, key: UUID, refusal: Refusal | None = None
) -> HttpResponse:
    """The page of the preview, with the refusal of an act on it. Without one that counts, back to the set."""
    change_set, now = found(set_of(key)), clock.now()
    preview = preview_of(change_set)
    if preview is None or preview.is_void:
        return set_page(request, officer, key, refusal) if refusal else redirect("office:correction", key)
    state = state_of(change_set)
    context: dict[str, object] = {
        "set": change_set,
        "key": key,
        "side": Side(change_set.side),
        "label": kept_of(change_set).block.label,
        "state": state,
        "preview": preview,
        "refusal": refusal,
    }
    if preview.is_finished:
        # what stands on the first page, read by somebody, is a look; an address that was only called is none
        if state is SetState.WAITING and request.method == "GET" and page_of(request) == 1:
            open_preview(preview=preview.key, by=officer.actor, at=now)
        context |= _finished(request, officer, change_set.written_by, preview, state, now)
    status = 422 if refusal else 200
    return framed(request, "office/corrections/preview.html", context, current=CURRENT, status=status)


def _finished_one(key: UUID) -> PreviewShown:
    """The preview that counts, once it is there. Raises Http404."""
    preview = found(preview_of(found(set_of(key))))
    if not preview.is_finished or preview.is_void:
        raise Http404
    return preview


def _finished(
    request: HttpRequest,
    officer: OfficerMe,
    author: str,
    preview: PreviewShown,
    state: SetState,
    now: datetime,
) -> Mapping[str, object]:
    companies, releases = gaining_companies(preview.key, page=page_of(request)), releases_of(preview.key)
    strangers, more = _strangers(preview, companies)
    return {
        **_paged(companies),
        "companies": companies,
        "stops": preview.stops.items(),
        "strangers": strangers,
        "more_strangers": more,
        "has_strangers": StopKind.STRANGER in preview.stops,
        "rest": [(kind, preview.lines.get(kind, 0)) for kind in _REST],
        "releases": releases,
        "needed": needed_of(preview.key),
        "names": names_of([author, *(each.by for each in releases)]),
        "why_not": why_not_released(preview.key, by=officer.actor, at=now)
        if state is SetState.WAITING
        else "",
        "may_write": state in CHANGEABLE,
        "may_preview": state in CHANGEABLE,
    }


def _strangers(preview: PreviewShown, shown: CompanyPage) -> tuple[tuple[CompanyShown, ...], bool]:
    """見てはいけない相手, company by company: they stand first on the first page."""
    if StopKind.STRANGER not in preview.stops:
        return (), False
    first = shown if shown.page == 1 else gaining_companies(preview.key)
    named = tuple(each for each in first.companies if each.strangers)
    return named, len(named) == len(first.companies) < first.total


def _paged(shown: Paged) -> Mapping[str, object]:
    return {"page": shown.page, "pages": shown.pages, "has_more": shown.page < shown.pages}
