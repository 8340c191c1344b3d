"""登録されている内容: what stands of whom an application is about, a worker or a company."""

from collections.abc import Collection
from datetime import date

from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.registered import company_facts
from ccus.domain.workers.models import Worker
from ccus.domain.workers.registered import registered
from ccus.foundation.kept.rows import FactRow

Subject = Worker | Company


def subject_of(case: Application) -> Subject | None:
    """Whose facts it changes; None as long as nothing is registered."""
    if ApplicationKind(case.kind).is_first:
        return None
    return case.company or case.worker


def standing_of(case: Application, *, on: date, keys: Collection[str]) -> dict[str, tuple[FactRow, ...]]:
    """Section → what is registered on a day; one statement a section."""
    subject = subject_of(case)
    if subject is None or not keys:
        return {}
    if isinstance(subject, Company):
        return company_facts(subject.pk, on=on, keys=keys)
    return registered(subject.pk, on=on, keys=keys)
