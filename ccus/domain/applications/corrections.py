"""補記: one field of what was submitted, read anew (APP-11)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ccus.domain.applications import options
from ccus.domain.applications.checks.facts import company_faults
from ccus.domain.applications.contents import Contents, Row
from ccus.domain.applications.sections import Section
from ccus.domain.applications.terms import Operation
from ccus.domain.applications.typing_back import raw_of
from ccus.foundation.clock import day_of
from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.entry.reading import read
from ccus.foundation.entry.showing import show
from ccus.foundation.refusals import Refusal

_LONGEST = 600
_ONLY_SAID = frozenset({"consent", "leaving", "confirmed", "delivery"})
"""What the applicant alone says and no document shows. With a card may go the letter that lets its reader in."""


class NotMendable(Refusal):
    """補記できない項目: an image, a removal, a consent, 送付先, or a row that was not submitted (APP-11)."""


@dataclass(frozen=True, slots=True)
class Mended:
    """補記のあと: all contents, and the field as pages show it before and after."""

    contents: dict[str, tuple[Row, ...]]
    before: str
    after: str


def is_mendable(section: str, field: Field) -> bool:
    """Whether the office may put this field of a section right itself (APP-11)."""
    return field.kind is not Kind.FILE and section not in _ONLY_SAID and field.name != "is_defect"


def mended(
    sections: Sequence[Section], contents: Contents, place: tuple[str, str, str], raw: str, *, at: datetime
) -> Mended:
    """The contents with another value at `place` (section, row, field). Raises `NotMendable`, or what is wrong."""
    key, row_key, name = place
    section, row, field = _found(sections, contents, place)
    reading = read(
        section.block, raw_of(section.block, row) | {name: raw}, today=day_of(at), codes=options.codes
    )
    if reading.faults:
        raise reading.faults[0]
    after = replace(row, values=reading.values)
    unknown = company_faults({key: [after]})
    if unknown:
        raise unknown[0].refusal
    rows = tuple(after if each.key == row_key else each for each in contents[key])
    return Mended(
        contents={each: tuple(others) for each, others in contents.items()} | {key: rows},
        before=show(field, row.values.get(name), label=options.label)[:_LONGEST],
        after=show(field, after.values.get(name), label=options.label)[:_LONGEST],
    )


def _found(
    sections: Sequence[Section], contents: Contents, place: tuple[str, str, str]
) -> tuple[Section, Row, Field]:
    key, row_key, name = place
    section = next((each for each in sections if each.key == key), None)
    row = next((each for each in contents.get(key, ()) if each.key == row_key), None)
    field = next((each for each in section.block.fields if each.name == name), None) if section else None
    if section is None or row is None or field is None or row.op is Operation.REMOVE:
        raise NotMendable("補記する場所が見つかりません。画面を開き直して、項目を選び直してください。")
    if not is_mendable(key, field):
        raise NotMendable(
            f"{field.label}は、運営主体では直せません。不備として申請した方に返してください。", name
        )
    return section, row, field
