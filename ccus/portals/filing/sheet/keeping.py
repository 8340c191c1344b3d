"""下書きに残す: one row of a section, as it was typed, beside the rows that stay."""

from collections.abc import Mapping

from ccus.domain.applications.actions.drafts import save_section
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.terms import Operation
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.portals.filing.sheet.loading import Sheet
from ccus.portals.filing.sheet.rows import SheetRow, draft_row, prefilled
from ccus.portals.filing.sheet.sections import SectionSheet


def keep_row(
    filer: Filer, sheet: Sheet, section: SectionSheet, row: SheetRow, raw: Mapping[str, str], *, version: int
) -> int:
    """Save a row; one that says what is registered anyway is no change. Returns the new version (APP-03)."""
    is_registered = row.before is not None and raw == prefilled(section.section, row.before)
    kept = draft_row(row, raw)
    is_nothing = is_registered or (kept.is_blank and section.is_list)
    return _save(filer, sheet, section, row, None if is_nothing else kept, version)


def remove_row(filer: Filer, sheet: Sheet, section: SectionSheet, row: SheetRow) -> None:
    """削除: an added row goes, a registered one is marked to go with the approval (APP-07)."""
    mark = DraftRow(row.key, {}, Operation.REMOVE, row.base) if row.before is not None else None
    _save(filer, sheet, section, row, mark, section.version)


def restore_row(filer: Filer, sheet: Sheet, section: SectionSheet, row: SheetRow) -> None:
    """削除をやめる: what is registered stays as it is."""
    _save(filer, sheet, section, row, None, section.version)


def _save(
    filer: Filer, sheet: Sheet, section: SectionSheet, row: SheetRow, kept: DraftRow | None, version: int
) -> int:
    others = {other.key: other.as_draft for other in section.touched}
    others.pop(row.key, None)
    rows = {**others, row.key: kept} if kept is not None else others
    order = [other.key for other in section.rows]
    return save_section(
        number=sheet.case.number,
        section=section.key,
        rows=[rows[key] for key in sorted(rows, key=lambda k: order.index(k) if k in order else len(order))],
        version=version,
        by=filer.actor,
        at=clock.now(),
    )
