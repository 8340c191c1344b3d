"""申請用紙を開く: through the filer, or 404."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from ccus.domain.applications.reading import (
    ApplicationShown,
    DraftShown,
    FindingShown,
    application_for,
    base_of,
    contents_of,
    draft_of,
)
from ccus.domain.applications.reading.entrusted import base_for_client
from ccus.domain.applications.sections import Section, sections_of
from ccus.domain.applications.terms import State
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.entry.showing import typed
from ccus.foundation.kept.rows import FactRow
from ccus.portals.filing.sheet.rows import rows_of
from ccus.portals.filing.sheet.sections import Progress, SectionSheet

WRITABLE = frozenset({State.DRAFT, State.RETURNED})


@dataclass(frozen=True, slots=True)
class Sheet:
    """申請用紙."""

    case: ApplicationShown
    sections: tuple[SectionSheet, ...]

    @property
    def is_writable(self) -> bool:
        """Whether it is with its filer."""
        return self.case.state in WRITABLE

    @property
    def is_about_registered(self) -> bool:
        """Whether there is something registered that it changes."""
        return any(row.before is not None for sheet in self.sections for row in sheet.rows)

    @property
    def done(self) -> int:
        """How many of the sections that must be filled in need nothing more."""
        lacking = {Progress.WRONG, Progress.BEGUN, Progress.EMPTY}
        return sum(sheet.section.is_required and sheet.progress not in lacking for sheet in self.sections)

    @property
    def needed(self) -> int:
        """How many sections must be filled in."""
        return sum(sheet.section.is_required for sheet in self.sections)

    def section(self, key: str) -> SectionSheet:
        """The section of that key. Raises Http404."""
        for sheet in self.sections:
            if sheet.key == key:
                return sheet
        raise Http404

    def after(self, key: str) -> SectionSheet | None:
        """The section that comes next; None behind the last."""
        keys = [sheet.key for sheet in self.sections]
        behind = self.sections[keys.index(key) + 1 :]
        return behind[0] if behind else None

    def place_of(self, key: str) -> int:
        """Which page of the application it is, from 1."""
        return [sheet.key for sheet in self.sections].index(key) + 1


def case_of(filer: Filer, number: str) -> ApplicationShown:
    """One of the filer's own applications. Raises Http404."""
    case = application_for(filer.actor, number)
    if case is None:
        raise Http404
    return case


def owner_of_images(filer: Filer, case: ApplicationShown) -> Actor:
    """Whose the images are: the company's, so that another of its accounts may go on (REG-27); the worker's."""
    if case.company is not None and not case.kind.is_first:
        return Actor(ActorKind.COMPANY, case.company)
    if filer.actor.client is not None:
        return Actor(ActorKind.WORKER, filer.actor.client)
    return filer.actor


def hand_of(filer: Filer, case: ApplicationShown) -> Actor:
    """Who touches the images: whoever files for a worker does so with both names (PROXY-06)."""
    return filer.actor if filer.actor.client is not None else owner_of_images(filer, case)


def _registered(filer: Filer, case: ApplicationShown, today: date) -> Mapping[str, Sequence[FactRow]]:
    if filer.actor.client is not None:
        return base_for_client(filer.actor, case.id, at=clock.now())
    return base_of(case.id, on=today)


def sheet_of(filer: Filer, number: str) -> Sheet:
    """The application with all that was typed. Raises Http404. A constant number of statements and one a block."""
    case, today = case_of(filer, number), clock.today()
    drafts, facts = draft_of(case.id), _registered(filer, case, today)
    waiting = _waiting(case, drafts)

    def sheet(section: Section) -> SectionSheet:
        draft = drafts.get(section.key)
        standing = facts.get(section.key, ())
        return SectionSheet(
            section,
            rows_of(
                section,
                standing[:1] if section.block.many == 1 else standing,
                draft.rows if draft else (),
                today=today,
            ),
            draft.version if draft else 0,
            draft.saved_at if draft else None,
            tuple(finding for finding in waiting if finding.section == section.key),
            is_first=case.kind.is_first,
        )

    return Sheet(case, tuple(sheet(section) for section in sections_of(case.kind, case.grade)))


def _waiting(case: ApplicationShown, drafts: Mapping[str, DraftShown]) -> Sequence[FindingShown]:
    """What the office found and nobody has written anything about since."""
    found = case.open_findings if case.state is State.RETURNED else ()
    if not found:
        return ()
    submitted = contents_of(case.id)
    sections = {section.key: section for section in sections_of(case.kind, case.grade)}

    def is_untouched(finding: FindingShown) -> bool:
        section, draft = sections.get(finding.section), drafts.get(finding.section)
        if section is None or draft is None:
            return True
        now = next((row.raw for row in draft.rows if row.key == finding.row), None)
        then = next((row for row in submitted.get(finding.section, ()) if row.key == finding.row), None)
        names = {field.name for field in section.block.fields}
        if now is None or then is None or finding.field not in names:
            return finding.returned_at is None or draft.saved_at <= finding.returned_at
        field = section.block[finding.field]
        return now.get(field.name, "") == typed(field, then.values.get(field.name))

    return tuple(finding for finding in found if is_untouched(finding))
