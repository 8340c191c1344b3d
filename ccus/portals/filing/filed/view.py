"""提出した内容を見る."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.applications.contents import Row
from ccus.domain.applications.reading import contents_of
from ccus.entrance.acting.door import filing_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation.entry.reading import Read
from ccus.portals.filing.sheet.answers import answers_of
from ccus.portals.filing.sheet.loading import Sheet, sheet_of
from ccus.portals.filing.sheet.rows import SheetRow
from ccus.portals.filing.sheet.sections import SectionSheet


@require_safe
@filing_page
def filed(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """Every section as it was submitted last; 404 before that."""
    sheet = submitted(sheet_of(filer, number))
    answers = [part for part in answers_of(sheet, ()) if part.rows]
    if not answers:
        raise Http404
    context = {"case": sheet.case, "sections": answers, "can_mend": False}
    return framed(request, "filing/filed/page.html", context, current="filing:home")


def submitted(sheet: Sheet) -> Sheet:
    """The sheet with what was submitted in the place of what was typed."""
    contents = contents_of(sheet.case.id)
    return replace(
        sheet,
        sections=tuple(
            replace(section, rows=tuple(_row(section, row) for row in contents.get(section.key, ())))
            for section in sheet.sections
        ),
    )


def _row(section: SectionSheet, row: Row) -> SheetRow:
    before = next((other.before for other in section.rows if row.base and other.base == row.base), None)
    return SheetRow(row.key, row.op, row.base, {}, Read(dict(row.values), ()), before, is_touched=True)
