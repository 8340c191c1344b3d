"""試し: what the register would refuse at the approval, the filer hears before submitting (APP-21)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from ccus.domain.applications.applying import apply_row, rows_of_facts
from ccus.domain.applications.checks.faults import Fault
from ccus.domain.applications.contents import Contents
from ccus.domain.applications.models import Application
from ccus.domain.applications.registered import Subject, subject_of
from ccus.domain.applications.sections import Section
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import set_grade
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Grade
from ccus.foundation.reading_as import REGISTER, reading_as
from ccus.foundation.refusals import Refusal


def rehearsed(
    case: Application, sections: Sequence[Section], contents: Contents, *, at: datetime
) -> list[Fault]:
    """Enter the rows as an approval would, note what is refused, and take everything back."""
    subject = subject_of(case)
    if subject is None or not any(section.is_fact for section in sections):
        return []
    with transaction.atomic():
        faults = _refused(case, subject, sections, contents, at=at)
        transaction.set_rollback(True)
    return faults


@reading_as(REGISTER)
def _refused(
    case: Application, subject: Subject, sections: Sequence[Section], contents: Contents, *, at: datetime
) -> list[Fault]:
    faults: list[Fault] = []
    if case.kind == ApplicationKind.UPGRADE and isinstance(subject, Worker):
        set_grade(worker=subject, grade=Grade.DETAILED, by=SYSTEM, at=at)
    for section, row in rows_of_facts(sections, contents):
        try:
            with transaction.atomic():
                apply_row(subject, section, row, by=SYSTEM, at=at)
        except Refusal as refusal:
            faults.append(Fault(section.key, row.key, refusal))
    return faults
