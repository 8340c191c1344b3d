"""表示する申請: an application with its path, findings and corrections. A constant number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from ccus.domain.applications.models import Application, ApplicationStep, CorrectionNote, Finding
from ccus.domain.applications.rules import OWNERS
from ccus.domain.applications.terms import ApplicationKind, Owner, State
from ccus.domain.fees.reading import ChargeShown, charges_of
from ccus.domain.workers.terms import Grade

WITH = ("worker", "company", "applicant__worker", "applicant__company")
"""What belongs to a case that is shown."""
OfCase = TypeVar("OfCase", ApplicationStep, Finding, CorrectionNote)


@dataclass(frozen=True, slots=True)
class StepShown:
    """経過の一段: into which state, when, by whom; `note` is the reason of a rejection, or how a caller was known.

    `proxy`: the company that did it for the worker, "" where nobody did (PROXY-06).
    """

    state: State
    at: datetime
    is_by_office: bool
    note: str
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class FindingShown:
    """不備: `section`, `row` and `field` are empty where it is about more than that."""

    id: int
    section: str
    row: str
    field: str
    code: str
    label: str
    sentence: str
    at: datetime
    returned_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """補記: what stood in a field before and after, and why."""

    section: str
    row: str
    field: str
    before: str
    after: str
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ApplicationShown:
    """申請, as its filer and the office see it. `grade` is None until a registration has chosen."""

    id: int
    number: str
    kind: ApplicationKind
    grade: Grade | None
    state: State
    opened_at: datetime
    queued_at: datetime | None
    closed_at: datetime | None
    steps: tuple[StepShown, ...]
    findings: tuple[FindingShown, ...]
    corrections: tuple[CorrectionShown, ...]
    charge: ChargeShown | None
    worker: int | None
    worker_number: str
    company: int | None
    company_number: str
    company_name: str

    @property
    def owner(self) -> Owner:
        """いま動く人."""
        return OWNERS[self.state]

    @property
    def open_findings(self) -> tuple[FindingShown, ...]:
        """Findings that nobody has answered yet."""
        return tuple(finding for finding in self.findings if finding.answered_at is None)


def shown(cases: Sequence[Application], *, for_office: bool) -> tuple[ApplicationShown, ...]:
    """The applications in their order; findings that were not returned yet are the office's own. Four statements.

    `cases` come with what `WITH` names.
    """
    keys = [case.pk for case in cases]
    steps = _by_case(
        ApplicationStep.objects.filter(application__in=keys)
        .select_related("mandate__company")
        .order_by("ordinal")
    )
    findings = _by_case(Finding.objects.filter(application__in=keys).select_related("code").order_by("pk"))
    corrections = _by_case(CorrectionNote.objects.filter(application__in=keys).order_by("pk"))
    charges = charges_of([f"application:{key}" for key in keys])
    return tuple(
        ApplicationShown(
            id=case.pk,
            number=case.number,
            kind=ApplicationKind(case.kind),
            grade=Grade(case.grade) if case.grade else None,
            state=State(case.state),
            opened_at=case.opened_at,
            queued_at=case.queued_at,
            closed_at=case.closed_at,
            steps=tuple(_step(step) for step in steps[case.pk]),
            findings=tuple(
                _finding(finding)
                for finding in findings[case.pk]
                if for_office or finding.returned_at is not None
            ),
            corrections=tuple(_correction(note) for note in corrections[case.pk]),
            charge=charges.get(f"application:{case.pk}"),
            worker=_worker(case)[0],
            worker_number=_worker(case)[1],
            company=_company(case)[0],
            company_number=_company(case)[1],
            company_name=_company(case)[2],
        )
        for case in cases
    )


def _by_case(rows: Iterable[OfCase]) -> defaultdict[int, list[OfCase]]:
    found: defaultdict[int, list[OfCase]] = defaultdict(list)
    for row in rows:
        found[row.application_id].append(row)
    return found


def _worker(case: Application) -> tuple[int | None, str]:
    worker = case.worker or (case.applicant.worker if case.applicant is not None else None)
    return (worker.pk, worker.number) if worker is not None else (None, "")


def _company(case: Application) -> tuple[int | None, str, str]:
    company = case.company or (case.applicant.company if case.applicant is not None else None)
    return (company.pk, company.number, company.name) if company is not None else (None, "", "")


def _step(step: ApplicationStep) -> StepShown:
    by_office = step.by.startswith(("operator:", "system:"))
    proxy = step.mandate.company.name if step.mandate is not None else ""
    return StepShown(State(step.to_state), step.at, by_office, step.note, proxy)


def _finding(finding: Finding) -> FindingShown:
    return FindingShown(
        id=finding.pk,
        section=finding.section,
        row=finding.row,
        field=finding.field,
        code=finding.code_id,
        label=finding.code.label,
        sentence=finding.sentence,
        at=finding.at,
        returned_at=finding.returned_at,
        answered_at=finding.answered_at,
    )


def _correction(note: CorrectionNote) -> CorrectionShown:
    return CorrectionShown(note.section, note.row, note.field, note.before, note.after, note.comment, note.at)
