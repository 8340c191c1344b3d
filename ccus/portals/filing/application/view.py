"""一つの申請."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.applications.actions.drafts import choose_grade
from ccus.domain.applications.reading import FindingShown
from ccus.domain.applications.reading.entrusted import payer_of
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.workers.terms import Grade
from ccus.entrance.acting.door import filing_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.application.offered import entrusting_of
from ccus.portals.filing.application.way import submitted_at, way_of
from ccus.portals.filing.closed.view import closed
from ccus.portals.filing.sheet.answers import link_to
from ccus.portals.filing.sheet.loading import Sheet, case_of, sheet_of
from ccus.portals.filing.sheet.sections import unplaced

_LEAVABLE = frozenset({State.DRAFT, State.FEE_DUE, State.SUBMITTED, State.RETURNED, State.CORRECTED})


@require_safe
@filing_page
def application(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """申請のページ: what is to be done while it is with the filer, then where it stands."""
    return application_page(request, filer, number)


def application_page(
    request: HttpRequest, filer: Filer, number: str, refusal: Refusal | None = None
) -> HttpResponse:
    """The page, also with what an act on it answered."""
    sheet = sheet_of(filer, number)
    case = sheet.case
    context = {
        **entrusting_of(filer, case),
        "refusal": refusal,
        "payer": payer_of(case),
        "sheet": sheet,
        "case": case,
        "way": way_of(case),
        "submitted_at": submitted_at(case),
        "can_withdraw": case.state in _LEAVABLE,
        "can_choose_grade": case.kind is ApplicationKind.REGISTRATION and case.state is State.DRAFT,
        "grades": tuple(Grade),
        "general_findings": unplaced(case.open_findings, sheet.sections),
        "findings": _placed(sheet),
        "corrections": _corrections(sheet),
        "rejection": case.steps[-1].note if case.state is State.REJECTED else "",
        "is_handed_over": filer.applicant is not None and case.state is State.APPROVED,
        "steps": case.steps,
    }
    template = "filing/application/writing.html" if sheet.is_writable else "filing/application/standing.html"
    status = 422 if refusal else 200
    return framed(request, template, context, current="filing:home", status=status)


@require_POST
@filing_page
def grade(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """簡略型か詳細型かを選びなおす; what was typed stays either way (APP-06)."""
    case = case_of(filer, number)
    chosen = request.POST.get("grade", "")
    try:
        if chosen in set(Grade):
            choose_grade(number=number, grade=Grade(chosen), by=filer.actor, at=clock.now())
    except Refusal:
        return closed(request, case)
    return redirect("filing:application", number)


def _placed(sheet: Sheet) -> tuple[tuple[FindingShown, str, str, str], ...]:
    """Finding, where it is in words, the link to it, and whether something was written about it since."""
    waiting = {finding.id for section in sheet.sections for finding in section.findings}
    by_key = {section.key: section for section in sheet.sections}
    if sheet.case.state is not State.RETURNED:
        return ()
    return tuple(
        (
            finding,
            _where(sheet, finding.section, finding.field),
            link_to(sheet, by_key[finding.section], finding.row, finding.field),
            "" if finding.id in waiting else "書きなおしました",
        )
        for finding in sheet.case.open_findings
        if finding.section in by_key
    )


def _corrections(sheet: Sheet) -> tuple[tuple[str, object], ...]:
    return tuple((_where(sheet, note.section, note.field), note) for note in sheet.case.corrections)


def _where(sheet: Sheet, section: str, field: str) -> str:
    for asked in sheet.sections:
        if asked.key == section:
            names = {f.name: f.label for f in asked.block.fields}
            return f"{asked.block.label}　{names[field]}" if field in names else asked.block.label
    return "申請の内容"
