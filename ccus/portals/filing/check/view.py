"""確認画面と提出."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.applications.actions.filing import note_known_person, submit
from ccus.domain.applications.checks.faults import Fault, Incomplete
from ccus.domain.applications.policies import AlreadyClosed, AlreadySubmitted
from ccus.domain.applications.reading import faults_now
from ccus.entrance.acting.door import filing_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.application.way import submitted_at
from ccus.portals.filing.check.cost import cost_of
from ccus.portals.filing.closed.view import closed
from ccus.portals.filing.sheet.answers import answers_of, link_to
from ccus.portals.filing.sheet.loading import Sheet, sheet_of


@require_http_methods(["GET", "HEAD", "POST"])
@filing_page
def check(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """What `submit` would refuse is said before it is pressed; pressed twice it leads to the number (APP-05)."""
    sheet = sheet_of(filer, number)
    if request.method != "POST":
        if not sheet.is_writable:
            return redirect("filing:application", number)
        return _page(request, filer, sheet)
    try:
        is_paid_by_proxy = request.POST.get("payer") == "proxy"
        submit(number=number, is_paid_by_proxy=is_paid_by_proxy, by=filer.actor, at=clock.now())
    except AlreadySubmitted:
        return redirect("filing:received", number)
    except AlreadyClosed:
        return closed(request, sheet.case)
    except Incomplete as refusal:
        return _refused(request, filer, sheet, refusal)
    except Refusal as refusal:
        return _page(request, filer, sheet, sentence=refusal.sentence, status=422)
    return redirect("filing:received", number)


def _refused(request: HttpRequest, filer: Filer, sheet: Sheet, refusal: Incomplete) -> HttpResponse:
    if refusal.tells_of_somebody:
        try:
            note_known_person(number=sheet.case.number, by=filer.actor, at=clock.now())
        except Refusal as too_many:
            return _page(request, filer, sheet, sentence=too_many.sentence, status=422)
    return _page(request, filer, sheet, faults=refusal.faults, status=422)


def _page(
    request: HttpRequest,
    filer: Filer,
    sheet: Sheet,
    *,
    faults: Sequence[Fault] | None = None,
    sentence: str = "",
    status: int = 200,
) -> HttpResponse:
    found = faults_now(sheet.case.id, at=clock.now()) if faults is None else faults
    answers = answers_of(sheet, found)
    context = {
        "sheet": sheet,
        "case": sheet.case,
        "sections": [part for part in answers if part.rows or part.errors or part.sheet.section.is_required],
        "left": [
            part
            for part in answers
            if not part.rows and not part.errors and not part.sheet.section.is_required
        ],
        "faults": [(fault.refusal.sentence, _link(sheet, fault)) for fault in found],
        "sentence": sentence,
        "yen": cost_of(sheet, on=clock.today()),
        "is_again": submitted_at(sheet.case) is not None,
    }
    return framed(request, "filing/check/page.html", context, current="filing:home", status=status)


def _link(sheet: Sheet, fault: Fault) -> str:
    section = next((part for part in sheet.sections if part.key == fault.section), None)
    return link_to(sheet, section, fault.row, fault.refusal.field or "") if section is not None else ""
