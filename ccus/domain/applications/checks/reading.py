"""下書きを読む: rows as they were typed become contents, with everything that is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ccus.domain.applications import options
from ccus.domain.applications.checks.faults import Fault, NothingToChange, SectionMissing, TooManyRows
from ccus.domain.applications.contents import DraftRow, Row
from ccus.domain.applications.sections import Section
from ccus.domain.applications.terms import ApplicationKind, Operation
from ccus.foundation.entry.reading import read


@dataclass(slots=True)
class Findings:
    """読んだもの: contents of what could be read, and the faults of what could not."""

    contents: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_draft(
    kind: ApplicationKind,
    sections: Sequence[Section],
    drafts: Mapping[str, Sequence[DraftRow]],
    *,
    today: date,
) -> Findings:
    """Every section, without the database: completeness and each field by itself."""
    found = Findings()
    for section in sections:
        rows = [row for row in drafts.get(section.key, ()) if not _is_left_out(section, row)]
        if len(rows) > section.block.many:
            found.faults.append(Fault(section.key, "", _too_many(section, len(rows))))
        if not rows:
            if section.is_required:
                found.faults.append(Fault(section.key, "", _missing(section)))
            continue
        found.contents[section.key] = tuple(_read_row(section, row, found, today) for row in rows)
    is_change = kind in {ApplicationKind.CHANGE, ApplicationKind.COMPANY_CHANGE}
    if is_change and not any(s.is_fact for s in sections if s.key in found.contents):
        found.faults.append(
            Fault(
                "", "", NothingToChange("変えるところがありません。変えたい項目を選んで、入力してください。")
            )
        )
    return found


def _read_row(section: Section, row: DraftRow, found: Findings, today: date) -> Row:
    if row.op is Operation.REMOVE:
        return Row(row.key, {}, row.op, row.base)
    reading = read(section.block, row.raw, today=today, codes=options.codes)
    found.faults.extend(Fault(section.key, row.key, fault) for fault in reading.faults)
    return Row(row.key, reading.values, row.op, row.base)


def _is_left_out(section: Section, row: DraftRow) -> bool:
    """An empty form of something that need not be given; a required block may consist of ticks left empty."""
    return row.is_blank and not (section.is_required and section.block.many == 1)


def _missing(section: Section) -> SectionMissing:
    return SectionMissing(f"{section.block.label}がまだ書かれていません。開いて、書いてください。")


def _too_many(section: Section, count: int) -> TooManyRows:
    return TooManyRows(
        f"{section.block.label}が{count}件あります。{section.block.many}件以内にしてください。"
    )
