"""内容を読む: the draft, what was submitted last, and what is registered (変更前)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.checks.faults import Fault
from ccus.domain.applications.checks.whole import drafts_of, faults_of
from ccus.domain.applications.contents import DraftRow, Row, draft_rows
from ccus.domain.applications.models import Application, DraftSection
from ccus.domain.applications.registered import standing_of
from ccus.domain.applications.submissions import latest_contents
from ccus.foundation.kept.rows import FactRow


@dataclass(frozen=True, slots=True)
class DraftShown:
    """下書きの一区分: `version` goes back with the next save."""

    rows: tuple[DraftRow, ...]
    version: int
    saved_at: datetime


def draft_of(application: int) -> dict[str, DraftShown]:
    """What was typed, section by section, also sections that are not asked any more. One statement."""
    return {
        draft.section: DraftShown(draft_rows(draft.rows), draft.version, draft.saved_at)
        for draft in DraftSection.objects.filter(application=application)
    }


def contents_of(application: int) -> dict[str, tuple[Row, ...]]:
    """What was submitted last, with the corrections of the office; empty before the first submission."""
    return latest_contents(application)


def base_of(application: int, *, on: date) -> dict[str, tuple[FactRow, ...]]:
    """変更前: what is registered in the sections of the application, for the filer's own pages.

    Empty for a registration. The office reads it by `case`, which leaves a trace.
    """
    case = Application.objects.select_related("worker", "company").get(pk=application)
    keys = tuple(section.key for section in sections_of_case(case) if section.is_fact)
    return standing_of(case, on=on, keys=keys)


def faults_now(application: int, *, at: datetime) -> tuple[Fault, ...]:
    """What `submit` would refuse of what was typed, in the order of the pages; for 確認画面. Nothing is written."""
    case = Application.objects.select_related("worker", "applicant", "company").get(pk=application)
    return faults_of(case, drafts_of(case), at=at)[1]
