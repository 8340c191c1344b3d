"""この申請が尋ねること."""

from ccus.domain.applications.models import Application
from ccus.domain.applications.sections import Section, sections_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.workers.terms import Grade


def sections_of_case(case: Application) -> tuple[Section, ...]:
    """The sections that this application asks."""
    return sections_of(ApplicationKind(case.kind), Grade(case.grade) if case.grade else None)
