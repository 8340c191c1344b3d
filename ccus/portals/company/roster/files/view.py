"""名簿の書き出し: CSV and Excel of exactly what the page shows (SITE-30)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.sheet.columns import LABELS
from ccus.entrance.attached import table_attached
from ccus.entrance.door import company_page
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.portals.company.roster.one.shown import Row, lines_from, rows_of
from ccus.portals.company.roster.reached import seen_roster

HEAD = ("氏名", *LABELS.values())


@require_safe
@company_page(Power.VIEW_STRUCTURE)
@short_lived
def roster_file(request: HttpRequest, seat: SeatMe, key: UUID, kind: str) -> HttpResponse:
    """作業員名簿 as a file, which can be brought in again."""
    spot = seen_roster(seat, key)
    lines = lines_from(spot, clock.today(), with_past=request.GET.get("past") == "1")
    rows = [_cells(row) for row in rows_of(seat, lines)]
    name, plain = f"作業員名簿_{spot.firm[:40]}_{clock.today():%Y%m%d}", f"roster-{clock.today():%Y%m%d}"
    return table_attached(kind, "作業員名簿", HEAD, rows, name=name, plain=plain)


def _cells(row: Row) -> list[object]:
    line = row.line
    return [
        row.person.name or "非公開",
        line.number,
        row.person.kana,
        line.trade,
        line.position,
        line.work.work_content,
        "、".join(line.hazards),
        "、".join(line.special_checks),
        "、".join(line.qualifications),
        line.from_on,
        line.last_day,
        line.work.entered_on,
        line.work.educated_on,
    ]
