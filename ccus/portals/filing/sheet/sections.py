"""申請用紙の区分: the rows of a section and how far it is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ccus.domain.applications.reading import FindingShown
from ccus.domain.applications.sections import Section
from ccus.foundation.entry.block import Block
from ccus.portals.filing.sheet.rows import ONLY, SheetRow


class Progress(StrEnum):
    """記入の進み: word, tone and symbol of a chip."""

    WRONG = "wrong"
    BEGUN = "begun"
    EMPTY = "empty"
    OPTIONAL = "optional"
    NOTHING = "nothing"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    DONE = "done"


_CHIPS = {
    Progress.WRONG: ("refused", "warning", "直すところ"),
    Progress.BEGUN: ("pending", "pen", "入力中"),
    Progress.EMPTY: ("pending", "dash", "未入力"),
    Progress.OPTIONAL: ("plain", "dash", "未入力（任意）"),
    Progress.NOTHING: ("plain", "dash", "登録なし"),
    Progress.UNCHANGED: ("plain", "dash", "変更なし"),
    Progress.CHANGED: ("info", "pen", "変更あり"),
    Progress.DONE: ("official", "check", "入力ずみ"),
}


@dataclass(frozen=True, slots=True)
class SectionSheet:
    """一つの区分. `version` counts its saves, 0 for none; `findings` are those that still wait for an answer.

    `is_first`: nothing is registered yet, because this is the registration.
    """

    section: Section
    rows: tuple[SheetRow, ...]
    version: int
    saved_at: datetime | None
    findings: tuple[FindingShown, ...]
    is_first: bool

    @property
    def key(self) -> str:
        """Its name in the address."""
        return self.section.key

    @property
    def block(self) -> Block:
        """What it asks."""
        return self.section.block

    @property
    def is_list(self) -> bool:
        """Whether it has rows that come and go."""
        return self.block.many > 1

    @property
    def can_remove(self) -> bool:
        """Whether what is registered here may be removed at all (APP-07)."""
        return self.section.is_fact and not self.section.is_lasting

    @property
    def touched(self) -> tuple[SheetRow, ...]:
        """The rows that somebody typed something about."""
        return tuple(row for row in self.rows if row.is_touched)

    @property
    def wrong(self) -> int:
        """How many things are to be mended, by the office's word or by ours."""
        return len(self.findings) + sum(row.wrong for row in self.touched)

    @property
    def progress(self) -> Progress:
        """How far it is filled in."""
        has_registered = any(row.before is not None for row in self.rows)
        if self.wrong:
            return Progress.WRONG
        if any(row.missing for row in self.touched):
            return Progress.BEGUN
        if self.touched:
            return Progress.CHANGED if has_registered else Progress.DONE
        if has_registered:
            return Progress.UNCHANGED
        if self.section.is_required:
            return Progress.EMPTY
        return Progress.OPTIONAL if self.is_first else Progress.NOTHING

    @property
    def chip(self) -> dict[str, str]:
        """Its progress as `ui/chip.html` draws it."""
        tone, symbol, word = _CHIPS[self.progress]
        return {"tone": tone, "symbol": symbol, "word": f"{word} {self.wrong}件" if self.wrong else word}

    def row(self, key: str) -> SheetRow | None:
        """The row of that key."""
        return next((row for row in self.rows if row.key == key), None)

    @property
    def next_key(self) -> str:
        """The key of the next added row."""
        taken = {row.key for row in self.rows}
        return next(key for number in range(1, len(taken) + 2) if (key := f"n{number}") not in taken)

    def findings_of(self, row: str) -> dict[str, list[str]]:
        """Field → what the office found there; "" for the row or the section as a whole."""
        found: dict[str, list[str]] = {}
        for finding in self.findings:
            if finding.row in {"", row} or row == ONLY:
                found.setdefault(finding.field, []).append(finding.sentence)
        return found


def unplaced(findings: Sequence[FindingShown], sheets: Sequence[SectionSheet]) -> tuple[FindingShown, ...]:
    """What the office found in a section that this application has no more, or about the whole."""
    keys = {sheet.key for sheet in sheets}
    return tuple(finding for finding in findings if finding.section not in keys)
