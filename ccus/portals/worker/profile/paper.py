"""紙の控え: the page as a PDF; the search leaves out nothing there."""

from ccus.documents.profile import ProfileSheet, SheetPart, SheetSection
from ccus.portals.worker.profile.cells import Cell
from ccus.portals.worker.profile.sections import Section
from ccus.portals.worker.profile.sheet import Sheet

NOTHING = "登録なし"


def paper_of(sheet: Sheet, *, photo: bytes | None) -> ProfileSheet:
    """What is printed: all sections of the page."""
    return ProfileSheet(
        name=sheet.name,
        kana=sheet.kana,
        number=sheet.number,
        on=sheet.on,
        is_past=sheet.is_past,
        photo=photo,
        parts=tuple(
            SheetPart(shown.part.title, tuple(_section(section) for section in shown.sections))
            for shown in sheet.parts
        ),
    )


def _section(section: Section) -> SheetSection:
    since = (f"登録の内容は{section.since}のものです。",) if section.since else ()
    return SheetSection(
        title=section.title,
        facts=tuple(tuple(_pair(cell) for cell in line) for line in section.facts),
        columns=tuple(cell.label for cell in section.lines[0] if not cell.is_image) if section.lines else (),
        rows=tuple(
            tuple(cell.printed or NOTHING for cell in line if not cell.is_image) for line in section.lines
        ),
        notes=(*since, *section.notes),
    )


def _pair(cell: Cell) -> tuple[str, str]:
    return cell.label, cell.printed or NOTHING
