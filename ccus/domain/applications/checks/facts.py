"""登録と照らす: what only the database knows about the rows of a submission (APP-07, APP-20)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ccus.domain.applications.checks.faults import (
    BaseGone,
    CannotRemove,
    CompanyUnknown,
    Fault,
    ImageMissing,
    NoPortrait,
)
from ccus.domain.applications.contents import Contents, Row
from ccus.domain.applications.models import Application
from ccus.domain.applications.registered import standing_of, subject_of
from ccus.domain.applications.sections import Section
from ccus.domain.applications.terms import Operation
from ccus.domain.companies.models import Company
from ccus.domain.evidence.terms import Purpose
from ccus.foundation.entry.block import Kind
from ccus.foundation.reading_as import REGISTER, reading_as


def with_bases(
    case: Application, sections: Sequence[Section], contents: Contents, *, today: date
) -> tuple[dict[str, tuple[Row, ...]], list[Fault]]:
    """The contents with the fact that each row is about, and the faults of rows whose fact does not stand."""
    facts = {section.key: section for section in sections if section.is_fact and section.key in contents}
    if subject_of(case) is None or not facts:
        return {key: tuple(rows) for key, rows in contents.items()}, []
    with reading_as(REGISTER):  # to compare; nobody is shown it
        standing = standing_of(case, on=today, keys=tuple(facts))
    placed = {key: tuple(rows) for key, rows in contents.items()}
    faults: list[Fault] = []
    for key, section in facts.items():
        ids = [row.id for row in standing.get(key, ())]
        placed[key] = tuple(_placed(section, row, ids) for row in contents[key])
        faults.extend(_base_faults(section, placed[key], frozenset(ids)))
    return placed, faults


def _placed(section: Section, row: Row, ids: Sequence[int]) -> Row:
    """What is added to a block that stands once changes what stands there."""
    if section.block.many == 1 and row.op is Operation.ADD and ids:
        return replace(row, op=Operation.CHANGE, base=ids[0])
    return row


def _base_faults(section: Section, rows: Sequence[Row], ids: frozenset[int]) -> Iterator[Fault]:
    for row in rows:
        if row.op is Operation.ADD:
            continue
        if row.base not in ids:
            yield Fault(section.key, row.key, base_gone(section.block.label))
        elif row.op is Operation.REMOVE and section.is_lasting:
            yield Fault(
                section.key,
                row.key,
                CannotRemove(
                    f"{section.block.label}は消せません。変わったときは、新しい内容に直してください。"
                ),
            )


def base_gone(label: str) -> BaseGone:
    """The refusal for a row whose fact was changed or ended meanwhile."""
    return BaseGone(
        f"{label}の元の情報が、あとから変わっています。今の登録内容を見て、この行を書き直してください。"
    )


def company_faults(contents: Contents) -> list[Fault]:
    """事業者ID that nobody has."""
    rows = [row for row in contents.get("affiliation", ()) if row.values.get("company")]
    if not rows:
        return []
    numbers = [str(row.values["company"]) for row in rows]
    known = set(Company.objects.filter(number__in=numbers).values_list("number", flat=True))
    return [
        Fault("affiliation", row.key, _unknown(number))
        for row, number in zip(rows, numbers, strict=True)
        if number not in known
    ]


def _unknown(number: str) -> CompanyUnknown:
    return CompanyUnknown(
        f"事業者ID {number} の会社は登録されていません。会社に番号を聞いて、入力し直してください。", "company"
    )


def images(sections: Sequence[Section], contents: Contents) -> Iterator[tuple[Section, Row, str, str]]:
    """Every image of the contents: section, row, field and key."""
    for section in sections:
        files = [field.name for field in section.block.fields if field.kind is Kind.FILE]
        for row in contents.get(section.key, ()):
            for name in files:
                key = row.values.get(name)
                if key:
                    yield section, row, name, str(key)


def image_faults(
    sections: Sequence[Section], contents: Contents, *, usable: Mapping[str, Purpose]
) -> list[Fault]:
    """Images that are not there; `usable` says of each that is what it was uploaded for."""
    return [
        Fault(
            section.key,
            row.key,
            ImageMissing(
                f"{section.block[name].label}が見つかりません。もう一度、撮って付けてください。", name
            ),
        )
        for section, row, name, key in images(sections, contents)
        if key not in usable
    ] + [
        Fault(section.key, row.key, _no_portrait(name))
        for section, row, name, key in images(sections, contents)
        if section.key == "photo" and usable.get(key, Purpose.PORTRAIT) is not Purpose.PORTRAIT
    ]


def _no_portrait(name: str) -> NoPortrait:
    return NoPortrait("顔写真として付けた画像ではありません。顔写真の欄で、写真を選び直してください。", name)
