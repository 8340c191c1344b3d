"""申請の全体を確かめる: the contents that may be submitted, or all that is wrong."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.checks.facts import company_faults, image_faults, images, with_bases
from ccus.domain.applications.checks.faults import Fault, Incomplete
from ccus.domain.applications.checks.fees import defect_faults
from ccus.domain.applications.checks.firms import firm_faults
from ccus.domain.applications.checks.people import birth_faults, card_faults, known_faults
from ccus.domain.applications.checks.reading import read_draft
from ccus.domain.applications.checks.rehearsal import rehearsed
from ccus.domain.applications.contents import DraftRow, Row, draft_rows
from ccus.domain.applications.models import Application, DraftSection
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.submissions import latest_contents
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.photos import item_of
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.terms import Purpose
from ccus.foundation.clock import day_of

Submitted = dict[str, tuple[Row, ...]]


def drafts_of(case: Application) -> dict[str, tuple[DraftRow, ...]]:
    """What was typed, section by section; sections that are not asked any more are left out."""
    asked = {section.key for section in sections_of_case(case)}
    stored = DraftSection.objects.filter(application=case, section__in=asked)
    return {draft.section: draft_rows(draft.rows) for draft in stored}


def faults_of(
    case: Application, drafts: Mapping[str, Sequence[DraftRow]], *, at: datetime
) -> tuple[Submitted, tuple[Fault, ...]]:
    """The contents, and everything that is wrong, in the order of the pages."""
    kind, today, sections = ApplicationKind(case.kind), day_of(at), sections_of_case(case)
    found = read_draft(kind, sections, drafts, today=today)
    contents, base_faults = with_bases(case, sections, found.contents, today=today)
    keys = [key for *_, key in images(sections, contents)]
    faults = [
        *found.faults,
        *base_faults,
        *birth_faults(contents, today=today),
        *company_faults(contents),
        *firm_faults(case, contents, today=today),
        *image_faults(sections, contents, usable=_usable(case, keys)),
        *defect_faults(contents, submitted=latest_contents(case.pk), worker=case.worker_id, today=today),
        *card_faults(kind, contents, worker=case.worker_id, today=today),
    ]
    if not faults:
        faults = rehearsed(case, sections, contents, at=at)
    order = [section.key for section in sections]
    faults.sort(key=lambda fault: order.index(fault.section) if fault.section in order else len(order))
    return contents, tuple(faults)


def readable(case: Application, *, by: Actor, at: datetime) -> Submitted:
    """The contents of the draft. Raises `Incomplete` with all that is wrong.

    Only here, where something is submitted, is it said that somebody is registered (APP-16).
    """
    contents, faults = faults_of(case, drafts_of(case), at=at)
    if not faults and by.kind not in {ActorKind.OPERATOR, ActorKind.SYSTEM}:
        faults = tuple(known_faults(contents))
    if faults:
        raise Incomplete(faults)
    return contents


def _usable(case: Application, keys: Sequence[str]) -> dict[str, Purpose]:
    """Images that the filer uploaded, or that are registered about the filer, and what each was uploaded for."""
    found = Evidence.objects.filter(key__in=[UUID(key) for key in keys])
    filer = str(filer_of(case))
    return {
        str(key): Purpose(purpose)
        for key, owner, purpose in found.values_list("key", "owner", "purpose")
        if owner == filer or (case.worker_id is not None and item_of(case.worker_id, key) is not None)
    }
