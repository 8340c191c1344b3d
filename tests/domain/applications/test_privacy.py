"""What somebody types is in no log and in no audit event (APP-18)."""

import json
import logging

import pytest

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.actions.review import add_finding, correct, return_to_applicant, take
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import filer_of
from ccus.domain.audit.models import Event
from ccus.domain.workers.terms import Grade
from tests.factories.applications import AT, fresh, in_review, registration_typed, reviewer
from tests.factories.officers import officer

pytestmark = pytest.mark.django_db
HARMLESS = {"", "1", "a", "8", "13", "JP", "plus", "lost", "contact", "exempt", "not_joined", "female"}


def a_whole_registration() -> Application:
    """Submitted, returned, submitted again, corrected, approved; with words typed by officers too."""
    case = in_review(grade=Grade.DETAILED)
    first = reviewer(case)
    add_finding(
        number=case.number,
        section="name",
        row="1",
        field="kana",
        code="F01",
        sentence="山田様へ",
        by=first,
        at=AT,
    )
    return_to_applicant(number=case.number, by=first, at=AT)
    submit(number=case.number, by=filer_of(case), at=AT)
    by, place = officer().actor, {"section": "contact", "row": "1", "field": "street"}
    take(number=case.number, by=by, at=AT)
    correct(number=case.number, raw="9番9号", comment="住民票 9番9号", by=by, at=AT, **place)
    approve(number=case.number, by=by, at=AT)
    return fresh(case)


def secrets_of(case: Application) -> set[str]:
    """Everything that was typed or shown, in the forms it was kept in."""
    typed = registration_typed(filer_of(case), Grade.DETAILED)
    kept = [values for row in case.submissions.all() for rows in row.contents.values() for values in rows]
    words = {text for raw in typed.values() for text in raw.values()}
    words |= {str(value) for row in kept for value in row["values"].values()}
    assert case.applicant is not None
    assert case.applicant.worker is not None
    words |= {case.applicant.mail, case.applicant.kana, case.applicant.worker.number, "山田様へ", "9番9号"}
    return {word for word in words if len(word) > 3} - HARMLESS - {"None", "True", "False", "NaN"}


def test_no_audit_event_of_a_registration_holds_what_was_typed() -> None:
    case = a_whole_registration()
    details = json.dumps(list(Event.objects.values_list("detail", flat=True)), ensure_ascii=False)
    assert len(details) > 100
    assert {word for word in secrets_of(case) if word in details} == set()


def test_no_log_of_a_registration_holds_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        case = a_whole_registration()
    said = [log.getMessage() for log in caplog.records]
    assert {word for word in secrets_of(case) for line in said if word in line} == set()


def test_what_is_said_of_a_case_in_an_event_is_found_by_the_test() -> None:
    case = a_whole_registration()
    details = json.dumps(list(Event.objects.values_list("detail", flat=True)), ensure_ascii=False)
    assert case.number in details
    assert "1995-05-05" in secrets_of(case)
