"""この申請の料金, as it will be charged with the submission (APP-08, FEE-10)."""

from datetime import date

from ccus.domain.applications.charging import fee_of
from ccus.domain.fees.reading import price
from ccus.foundation.entry.block import Values
from ccus.portals.filing.sheet.loading import Sheet


def cost_of(sheet: Sheet, *, on: date) -> int:
    """In yen; 0 where nothing is charged, and for a submission after a return."""
    if sheet.case.steps:
        return 0
    kind = fee_of(
        sheet.case.kind,
        sheet.case.grade,
        reason=_values(sheet, "reason"),
        identity=_values(sheet, "identity"),
        capital=_values(sheet, "capital"),
    )
    return price(kind, on=on) if kind is not None else 0


def _values(sheet: Sheet, key: str) -> Values:
    """A block as it will hold; nothing where it is not asked."""
    rows = next((section.rows for section in sheet.sections if section.key == key), ())
    return rows[0].read.values if rows else {}
