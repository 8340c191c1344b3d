"""答えの一覧: what was typed, as papers write it, with what is registered beside it; for 確認画面."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from ccus.domain.applications.checks.faults import Fault
from ccus.domain.applications.options import label
from ccus.foundation.entry.block import Field, Kind, Value
from ccus.foundation.entry.reading import is_asked
from ccus.foundation.entry.showing import show
from ccus.foundation.kept.catalogue import SINCE
from ccus.portals.filing.picture.address import picture_url
from ccus.portals.filing.sheet.loading import Sheet
from ccus.portals.filing.sheet.rows import ONLY, SheetRow
from ccus.portals.filing.sheet.sections import SectionSheet
from ccus.ui.entry.eras import with_era


@dataclass(frozen=True, slots=True)
class Answer:
    """一つの答え. `before` is None where nothing is compared; pictures are addresses."""

    label: str
    after: str
    before: str | None
    is_changed: bool
    errors: tuple[str, ...]
    link: str
    picture: str = ""
    picture_before: str = ""


@dataclass(frozen=True, slots=True)
class RowAnswers:
    """一行の答え: new, changed, or to be removed."""

    row: SheetRow
    link: str
    answers: tuple[Answer, ...]
    errors: tuple[str, ...]

    @property
    def what(self) -> str:
        """What the approval does with it; "" for a first registration."""
        if self.row.is_removed:
            return "削除する"
        return "変更する" if self.row.before is not None else "追加する"


@dataclass(frozen=True, slots=True)
class SectionAnswers:
    """区分の答え."""

    sheet: SectionSheet
    link: str
    rows: tuple[RowAnswers, ...]
    errors: tuple[str, ...]


def link_to(sheet: Sheet, section: SectionSheet, row: str = "", field: str = "") -> str:
    """Where something is mended: the field on its page."""
    number = sheet.case.number
    if section.is_list and row:
        page = reverse("filing:row", args=[number, section.key, row])
    else:
        page = reverse("filing:section", args=[number, section.key])
    names = {f.name for f in section.block.fields}
    return f"{page}?check=1#id_{field}" if field in names else f"{page}?check=1"


def answers_of(sheet: Sheet, faults: Sequence[Fault]) -> tuple[SectionAnswers, ...]:
    """Every section in which something was typed, or must be."""
    return tuple(
        _section(sheet, section, [fault for fault in faults if fault.section == section.key])
        for section in sheet.sections
    )


def _section(sheet: Sheet, section: SectionSheet, faults: Sequence[Fault]) -> SectionAnswers:
    keys = {row.key for row in section.touched}
    rows = tuple(
        _row(sheet, section, row, [fault for fault in faults if fault.row == row.key])
        for row in section.touched
    )
    errors = tuple(fault.refusal.sentence for fault in faults if fault.row not in keys)
    return SectionAnswers(section, link_to(sheet, section), rows, errors)


def _row(sheet: Sheet, section: SectionSheet, row: SheetRow, faults: Sequence[Fault]) -> RowAnswers:
    key = "" if row.key == ONLY else row.key
    shown = row.before if row.is_removed and row.before is not None else row.read.values
    fields = [field for field in section.block.fields if is_asked(section.block, field, shown)]
    answers = tuple(
        _answer(row, field, faults, link_to(sheet, section, key, field.name))
        for field in fields
        if not (field.name == SINCE.name and row.is_removed)
    )
    names = {field.name for field in fields}
    errors = tuple(fault.refusal.sentence for fault in faults if fault.refusal.field not in names)
    return RowAnswers(row, link_to(sheet, section, key), answers, errors)


def _answer(row: SheetRow, field: Field, faults: Sequence[Fault], link: str) -> Answer:
    errors = tuple(fault.refusal.sentence for fault in faults if fault.refusal.field == field.name)
    before = row.before.get(field.name) if row.before is not None else None
    after = before if row.is_removed else row.read.values.get(field.name)
    has_before = row.before is not None and not row.is_removed and field.name != SINCE.name
    wrong = row.raw.get(field.name, "") if errors else ""
    words = _words(field, after) or wrong
    return Answer(
        field.label,
        words or ("申請した日" if field.name == SINCE.name else ""),
        _words(field, before) if has_before else None,
        has_before and (before or None) != (after or None),
        errors,
        link,
        picture=_picture(field, after),
        picture_before=_picture(field, before) if has_before else "",
    )


def _words(field: Field, value: Value) -> str:
    if field.kind is Kind.DATE and value:
        return with_era(str(value))
    return show(field, value, label=label)


def _picture(field: Field, value: Value) -> str:
    return picture_url(str(value)) if field.kind is Kind.FILE and value else ""
