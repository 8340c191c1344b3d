"""この申請の料金, as it will be charged with the submission (APP-08)."""

from datetime import date

from ccus.domain.applications.rules import fee_kind
from ccus.domain.fees.reading import price
from ccus.domain.workers.terms import Grade
from ccus.portals.filing.sheet.loading import Sheet


def cost_of(sheet: Sheet, *, on: date) -> int:
    """In yen; 0 where nothing is charged, and for a submission after a return."""
    if sheet.case.steps:
        return 0
    is_defect = any(
        bool(row.read.values.get("is_defect"))
        for section in sheet.sections
        if section.key == "reason"
        for row in section.rows
    )
    kind = fee_kind(sheet.case.kind, sheet.case.grade or Grade.SIMPLE, is_defect=is_defect)
    return price(kind, on=on) if kind is not None else 0
