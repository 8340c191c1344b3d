"""一覧の一行: a row of a section in a few words."""

from dataclasses import dataclass

from django.urls import reverse

from ccus.domain.applications.options import label
from ccus.foundation.entry.block import Kind
from ccus.foundation.entry.showing import show
from ccus.portals.filing.sheet.loading import Sheet
from ccus.portals.filing.sheet.rows import SheetRow
from ccus.portals.filing.sheet.sections import SectionSheet

_LEFT_OUT = {Kind.FILE, Kind.TICK}


@dataclass(frozen=True, slots=True)
class Line:
    """一覧の一行: title, the rest in words, and what becomes of it."""

    row: SheetRow
    url: str
    title: str
    words: str
    tone: str
    symbol: str
    word: str


def line_of(sheet: Sheet, section: SectionSheet, row: SheetRow) -> Line:
    """The first field is the title; images and ticks are not told."""
    values = row.before if row.is_removed and row.before is not None else row.read.values
    told = [field for field in section.block.fields if field.kind not in _LEFT_OUT]
    words = [
        show(field, values.get(field.name), label=label) or row.raw.get(field.name, "") for field in told
    ]
    title = words[0] or "（未入力）"
    return Line(
        row,
        reverse("filing:row", args=[sheet.case.number, section.key, row.key]),
        title,
        "　".join(word for word in words[1:] if word),
        *_state(section, row),
    )


def _state(section: SectionSheet, row: SheetRow) -> tuple[str, str, str]:
    if row.is_removed:
        return "refused", "cross", "削除する"
    wrong = row.wrong + sum(len(found) for field, found in section.findings_of(row.key).items() if field)
    if row.is_touched and wrong:
        return "refused", "warning", f"直すところ {wrong}件"
    if row.is_touched and row.missing:
        return "pending", "pen", "入力中"
    if row.before is None:
        return "info", "plus", "追加する"
    return ("info", "pen", "変更する") if row.is_touched else ("plain", "check", "登録ずみ")
