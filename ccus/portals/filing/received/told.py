"""控えの言葉: a section of what was submitted in a line."""

from ccus.domain.applications.options import label
from ccus.foundation.entry.block import Kind
from ccus.foundation.entry.showing import show
from ccus.portals.filing.sheet.rows import SheetRow
from ccus.portals.filing.sheet.sections import SectionSheet


def told(section: SectionSheet) -> str:
    """The rows of a section in words, a line each."""
    return "\n".join(_row(section, row) for row in section.rows)


def _row(section: SectionSheet, row: SheetRow) -> str:
    if row.is_removed:
        return "削除する"
    fields = [field for field in section.block.fields if field.kind is not Kind.TICK]
    words = [show(field, row.read.values.get(field.name), label=label) for field in fields]
    ticked = [f.label for f in section.block.fields if f.kind is Kind.TICK and row.read.values.get(f.name)]
    return "　".join(word for word in (*words, *ticked) if word)
