"""申請用紙の行: what is registered and what was typed about it, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.options import codes
from ccus.domain.applications.sections import Section
from ccus.domain.applications.terms import Operation
from ccus.foundation.entry.block import Raw, Values
from ccus.foundation.entry.reading import Read, read
from ccus.foundation.entry.showing import typed
from ccus.foundation.kept.catalogue import SINCE
from ccus.foundation.kept.rows import FactRow

ONLY = "1"
"""The key of the row of a section that has one."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """一行. `before` is what is registered, None for what is new; `is_touched`: something was typed about it."""

    key: str
    op: Operation
    base: int | None
    raw: Raw
    read: Read
    before: Values | None
    is_touched: bool

    @property
    def is_removed(self) -> bool:
        """削除する: a registered row that the approval takes away."""
        return self.op is Operation.REMOVE

    @property
    def as_draft(self) -> DraftRow:
        """As the draft keeps it."""
        return DraftRow(self.key, self.raw, self.op, self.base)

    @property
    def wrong(self) -> int:
        """How many fields were filled in wrongly."""
        return 0 if self.is_removed else sum(bool(self.raw.get(f.field or "")) for f in self.read.faults)

    @property
    def missing(self) -> int:
        """How many fields are still to be filled in."""
        return 0 if self.is_removed else len(self.read.faults) - self.wrong


def rows_of(
    section: Section, facts: Sequence[FactRow], drafts: Sequence[DraftRow], *, today: date
) -> tuple[SheetRow, ...]:
    """Registered rows first, each with what was typed about it, then the added ones."""
    about = {draft.base: draft for draft in drafts if draft.base is not None}
    standing = {fact.id: fact for fact in facts}
    rows = [_registered(section, fact, about.get(fact.id), today=today) for fact in facts]
    rows += [_typed(section, draft, None, today=today) for draft in drafts if draft.base not in standing]
    return tuple(rows)


def blank(section: Section, key: str, *, today: date) -> SheetRow:
    """A row in which nothing was typed yet."""
    empty = read(section.block, {}, today=today, codes=codes)
    return SheetRow(key, Operation.ADD, None, {}, empty, None, is_touched=False)


def prefilled(section: Section, values: Values) -> dict[str, str]:
    """What is registered, as one would type it; since when a change holds is asked anew."""
    is_single = section.block.many == 1
    return {
        field.name: "" if is_single and field.name == SINCE.name else typed(field, values.get(field.name))
        for field in section.block.fields
    }


def draft_row(row: SheetRow, raw: Mapping[str, str]) -> DraftRow:
    """A row with what was typed now."""
    op = Operation.CHANGE if row.base is not None else Operation.ADD
    return DraftRow(row.key, raw, op, row.base)


def _registered(section: Section, fact: FactRow, draft: DraftRow | None, *, today: date) -> SheetRow:
    if draft is not None:
        return _typed(section, draft, fact.values, today=today)
    raw = prefilled(section, fact.values)
    key = ONLY if section.block.many == 1 else f"f{fact.id}"
    understood = read(section.block, raw, today=today, codes=codes)
    return SheetRow(key, Operation.CHANGE, fact.id, raw, understood, fact.values, is_touched=False)


def _typed(section: Section, draft: DraftRow, before: Values | None, *, today: date) -> SheetRow:
    understood = read(section.block, draft.raw, today=today, codes=codes)
    is_needed = section.is_required and section.block.many == 1
    return SheetRow(
        draft.key, draft.op, draft.base, draft.raw, understood, before, is_needed or not draft.is_blank
    )
