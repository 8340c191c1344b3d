"""申請の区分: which blocks an application of a kind asks, and which of them it must have (APP-06)."""

from dataclasses import dataclass, replace

from ccus.domain.applications import blocks
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies import blocks as of_companies
from ccus.domain.workers.blocks.catalogue import BY_KEY, CATALOGUE
from ccus.domain.workers.rules import LASTING
from ccus.domain.workers.terms import Grade
from ccus.foundation.entry.block import Block
from ccus.foundation.kept.catalogue import SINCE

ASKED_OF_EVERYBODY = frozenset(
    {"name", "status", "contact", "emergency", "photo", "trades", "insurance", "retirement"}
)
"""Blocks that nobody registers without (APP-06)."""


@dataclass(frozen=True, slots=True)
class Section:
    """申請の一区分. `is_fact`: its rows become registered facts; `is_lasting`: those are changed, never removed."""

    key: str
    block: Block
    is_required: bool
    is_fact: bool
    is_lasting: bool = False


def sections_of(kind: ApplicationKind, grade: Grade | None) -> tuple[Section, ...]:
    """The sections in the order of the pages. No grade yet: those of 簡略型."""
    return _SECTIONS[kind, grade or Grade.SIMPLE]


def section_of(kind: ApplicationKind, grade: Grade | None, key: str) -> Section | None:
    """The section of that key; None where this application has none."""
    return next((section for section in sections_of(kind, grade) if section.key == key), None)


def _own(block: Block) -> Section:
    return Section(block.key, block, is_required=True, is_fact=False)


def _facts(grade: Grade, *, is_first: bool) -> dict[str, Section]:
    """The blocks that a worker of this grade may hold; the first time nobody is asked since when."""
    return {
        r.block.key: Section(
            r.block.key,
            _without_since(r.block) if is_first else r.block,
            is_required=is_first and r.block.key in ASKED_OF_EVERYBODY,
            is_fact=True,
            is_lasting=r.block.key in LASTING,
        )
        for r in CATALOGUE
        if grade is Grade.DETAILED or not r.detailed_only
    }


def _without_since(block: Block) -> Block:
    return replace(block, fields=tuple(field for field in block.fields if field != SINCE))


def _registration(grade: Grade) -> tuple[Section, ...]:
    facts = _facts(grade, is_first=True)
    name, photo = facts.pop("name"), facts.pop("photo")
    before = [facts.pop(key) for key in ("status", "blood", "contact", "emergency")]
    return (
        name,
        _own(blocks.BIRTH),
        *before,
        photo,
        _own(blocks.IDENTITY),
        *facts.values(),
        _own(blocks.DELIVERY),
        _own(blocks.CONSENT),
    )


def _change(grade: Grade) -> tuple[Section, ...]:
    return tuple(s for s in _facts(grade, is_first=False).values() if not BY_KEY[s.key].is_fixed)


def _upgrade() -> tuple[Section, ...]:
    held = _facts(Grade.DETAILED, is_first=False)
    return tuple(section for key, section in held.items() if BY_KEY[key].detailed_only)


def _colour_change(grade: Grade) -> tuple[Section, ...]:
    core = [section for key, section in _facts(grade, is_first=False).items() if key == "core"]
    return (*core, _own(blocks.DELIVERY))


def _of_company(*, is_first: bool) -> tuple[Section, ...]:
    """The blocks of a company; the first time nobody is asked since when (REG-20)."""
    return tuple(
        Section(
            kept.block.key,
            _without_since(kept.block) if is_first else kept.block,
            is_required=is_first and kept.block.key in of_companies.ASKED_OF_EVERYBODY,
            is_fact=True,
            is_lasting=kept.block.key in of_companies.LASTING,
        )
        for kept in of_companies.CATALOGUE
    )


def _proofs(*, is_required: bool) -> Section:
    return Section(blocks.PROOFS.key, blocks.PROOFS, is_required=is_required, is_fact=False)


def _sections(kind: ApplicationKind, grade: Grade) -> tuple[Section, ...]:
    match kind:
        case ApplicationKind.REGISTRATION:
            return _registration(grade)
        case ApplicationKind.CHANGE:
            return _change(grade)
        case ApplicationKind.UPGRADE:
            return _upgrade()
        case ApplicationKind.COLOUR_CHANGE:
            return _colour_change(grade)
        case ApplicationKind.REISSUE:
            return (_own(blocks.REASON), _own(blocks.DELIVERY))
        case ApplicationKind.RENEWAL:
            return (_own(blocks.IDENTITY), _own(blocks.DELIVERY))
        case ApplicationKind.WITHDRAWAL:
            return (_own(blocks.LEAVING),)
        case _:
            raise ValueError(kind)


def _sections_of_company(kind: ApplicationKind) -> tuple[Section, ...]:
    if kind.is_first:
        return (*_of_company(is_first=True), _proofs(is_required=True), _own(blocks.CONSENT))
    changed = (*_of_company(is_first=False), _proofs(is_required=False))
    return (*changed, _own(blocks.CONFIRMED)) if kind is ApplicationKind.COMPANY_RENEWAL else changed


_SECTIONS = {
    (kind, grade): _sections_of_company(kind) if kind.is_of_company else _sections(kind, grade)
    for kind in ApplicationKind
    for grade in Grade
}
