"""Applications that the office answered, by the real acts, at the times that a test says."""

from datetime import datetime, timedelta

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.review import add_finding, reject, return_to_applicant, take
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from tests.factories import applications
from tests.factories.applications import AT

CHANGE = ApplicationKind.CHANGE


def answered(officer: OfficerMe, waited: timedelta, *, returned: str = "") -> Application:
    """A change of contact handed in at `AT`, rejected after `waited`, or returned for a field of the contact."""
    case, at = applications.submitted(CHANGE), AT + waited
    return answer(case, officer, at, returned=returned)


def answer(case: Application, officer: OfficerMe, at: datetime, *, returned: str = "") -> Application:
    """The office's answer at a moment."""
    number, by = case.number, officer.actor
    take(number=number, by=by, at=at)
    if returned:
        add_finding(number=number, code="F02", section="contact", row="1", field=returned, by=by, at=at)
        return_to_applicant(number=number, by=by, at=at)
    else:
        reject(number=number, reason="同じ内容の申請が、先に登録されています。", by=by, at=at)
    return applications.fresh(case)
