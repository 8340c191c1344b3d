"""審査する書面: what was handed in, field by field, beside what is registered, with what was said about it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ccus.documents.letters import missing
from ccus.domain.applications import options
from ccus.domain.applications.contents import Row
from ccus.domain.applications.corrections import is_mendable
from ccus.domain.applications.reading import CaseShown, CorrectionShown, FindingShown
from ccus.domain.applications.sections import Section, sections_of
from ccus.domain.applications.terms import Operation
from ccus.foundation.entry.block import Field, Kind, Value, Values
from ccus.foundation.entry.reading import is_asked
from ccus.foundation.entry.showing import show, typed
from ccus.foundation.kept.rows import FactRow

_PRINTED = {"official", "alias"}
OPERATIONS = {
    Operation.ADD: ("plus", "加える"),
    Operation.CHANGE: ("pen", "変える"),
    Operation.REMOVE: ("dash", "削除する"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """場所: a field of a row of a section; empty parts mean all of it."""

    section: str = ""
    row: str = ""
    field: str = ""

    @property
    def anchor(self) -> str:
        """Where on the page it stands: the field, else its section, else 判断."""
        if self.field:
            return f"e-{self.section}-{self.row}-{self.field}"
        return f"s-{self.section}" if self.section else "decide"


@dataclass(frozen=True, slots=True)
class Entry:
    """一つの項目: its value as shown, and what is registered before it. `picture` is the key of an image."""

    place: Place
    field: Field
    words: str
    typed: str
    before: str
    is_changed: bool
    picture: str
    picture_before: str
    findings: tuple[FindingShown, ...]
    corrections: tuple[CorrectionShown, ...]

    @property
    def may_be_mended(self) -> bool:
        """Whether the office may mend it (APP-11)."""
        return is_mendable(self.place.section, self.field)

    @property
    def missing_letters(self) -> str:
        """Letters of a name that the card cannot show (CARD-16)."""
        is_printed = self.place.section == "name" and self.field.name in _PRINTED
        return missing(self.words) if is_printed else ""

    @property
    def is_wrong(self) -> bool:
        """Whether a finding stands that nobody has answered."""
        return any(finding.answered_at is None for finding in self.findings)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """書面の一行. `symbol` and `word` say what it does to the register; empty in a registration."""

    place: Place
    symbol: str
    word: str
    is_removal: bool
    entries: tuple[Entry, ...]
    findings: tuple[FindingShown, ...]

    @property
    def has_before(self) -> bool:
        """Whether there is something registered to compare with: not for what is added, nor for what goes."""
        return self.symbol == OPERATIONS[Operation.CHANGE][0]


@dataclass(frozen=True, slots=True)
class PaperSection:
    """書面の一区分."""

    place: Place
    label: str
    rows: tuple[PaperRow, ...]
    findings: tuple[FindingShown, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """書面の全体: the sections that were handed in, and findings about the whole."""

    sections: tuple[PaperSection, ...]
    findings: tuple[FindingShown, ...]

    def __iter__(self) -> Iterator[Entry]:
        """Every field."""
        return (entry for section in self.sections for row in section.rows for entry in row.entries)

    @property
    def pictures(self) -> tuple[Entry, ...]:
        """The fields that hold an image."""
        return tuple(entry for entry in self if entry.picture)

    def entry(self, place: Place) -> Entry | None:
        """The field at a place; None where there is none."""
        return next((entry for entry in self if entry.place == place), None)


def paper_of(case: CaseShown) -> Paper:
    """The last submission of a case."""
    asked = sections_of(case.application.kind, case.application.grade)
    return Paper(
        sections=tuple(_section(case, section) for section in asked if case.contents.get(section.key)),
        findings=_found(case, Place()),
    )


def answered_findings(case: CaseShown) -> tuple[tuple[str, FindingShown], ...]:
    """不備の履歴: where and what, of findings that were answered, also of places that are not handed in any more."""
    blocks = {each.key: each.block for each in sections_of(case.application.kind, case.application.grade)}
    found = []
    for finding in case.application.findings:
        block = blocks.get(finding.section)
        labels = {field.name: field.label for field in block.fields} if block else {}
        parts = [block.label if block else "", labels.get(finding.field, "")]
        if finding.answered_at is not None:
            found.append(("：".join(filter(None, parts)) or "申請の全体", finding))
    return tuple(found)


def name_of(case: CaseShown) -> str:
    """氏名 or 商号 that is registered, or what was given for the applicant login."""
    if case.application.company_name and not case.application.kind.is_first:
        return case.application.company_name
    registered = next((str(fact.values["official"]) for fact in case.base.get("name", ())), "")
    return registered or case.applicant_name


def _section(case: CaseShown, section: Section) -> PaperSection:
    place = Place(section.key)
    facts = case.base.get(section.key, ())
    rows = tuple(_row(case, section, row, facts) for row in case.contents[section.key])
    return PaperSection(place, section.block.label, rows, _found(case, place))


def _row(case: CaseShown, section: Section, row: Row, facts: Sequence[FactRow]) -> PaperRow:
    place = Place(section.key, row.key)
    base = next((fact.values for fact in facts if fact.id == row.base), None)
    symbol, word = OPERATIONS[row.op] if section.is_fact and not case.application.kind.is_first else ("", "")
    is_removal = row.op is Operation.REMOVE
    values = (base or {}) if is_removal else row.values
    entries = tuple(
        _entry(case, Place(section.key, row.key, field.name), field, values, None if is_removal else base)
        for field in section.block.fields
        if is_asked(section.block, field, values) or (base and base.get(field.name))
    )
    return PaperRow(place, symbol, word, is_removal, entries, _found(case, place))


def _entry(case: CaseShown, place: Place, field: Field, values: Values, base: Values | None) -> Entry:
    words, before = _words(field, values), _words(field, base) if base is not None else ""
    return Entry(
        place=place,
        field=field,
        words=words,
        typed=typed(field, values.get(field.name)),
        before=before,
        is_changed=base is not None
        and field.name != "since"
        and _plain(values, field) != _plain(base, field),
        picture=_key(field, values),
        picture_before=_key(field, base or {}),
        findings=_found(case, place),
        corrections=tuple(
            note
            for note in case.application.corrections
            if (note.section, note.row, note.field) == (place.section, place.row, place.field)
        ),
    )


def _words(field: Field, values: Values) -> str:
    said = show(field, values.get(field.name), label=options.label)
    company = values.get("company_name") if field.name == "company" else None
    return f"{said}（{company}）" if company else said


def _plain(values: Values, field: Field) -> Value:
    return values.get(field.name) or None


def _key(field: Field, values: Values) -> str:
    return str(values.get(field.name) or "") if field.kind is Kind.FILE else ""


def _found(case: CaseShown, place: Place) -> tuple[FindingShown, ...]:
    return tuple(
        finding
        for finding in case.application.findings
        if (finding.section, finding.row, finding.field) == (place.section, place.row, place.field)
    )
