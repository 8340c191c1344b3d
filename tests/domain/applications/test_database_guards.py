"""What the database itself refuses, whoever asks it as the application."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from ccus.domain.applications.actions.filing import withdraw_application
from ccus.domain.applications.actions.review import add_finding, return_to_applicant
from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.terms import ApplicationKind
from tests.factories.applications import AT, in_review, opened, reviewer, submitted

pytestmark = pytest.mark.django_db


def execute(sql: str, *values: str | int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize(
    "sql",
    [
        "update submission set contents = '{}'",
        "delete from submission",
        "update correction_note set comment = 'x'",
        "update application set number = 'x'",
        "update application set filed_by = 'worker:0'",
        "delete from application",
        "update finding set sentence = 'x'",
        "update application_transition set to_state = 'approved'",
        "update applicant set mail = 'x'",
    ],
)
def test_what_was_said_is_not_rewritten_by_the_application(sql: str) -> None:
    submitted(ApplicationKind.CHANGE)
    with pytest.raises(DatabaseError, match="permission denied"):
        execute(sql)


def test_a_finding_that_was_returned_cannot_be_taken_back() -> None:
    case = in_review(ApplicationKind.CHANGE)
    add_finding(number=case.number, code="X99", by=reviewer(case), at=AT)
    return_to_applicant(number=case.number, by=reviewer(case), at=AT)
    with pytest.raises(IntegrityError, match="was handed in and stays"):
        execute("delete from finding")


def test_the_day_an_application_closed_is_said_once() -> None:
    case = submitted(ApplicationKind.CHANGE)
    withdraw_application(number=case.number, by=filer_of(case), at=AT)
    with pytest.raises(DatabaseError, match="closed_at"):
        execute("update application set closed_at = now()")


def test_two_open_applications_of_a_kind_are_refused_for_one_worker() -> None:
    case = opened(ApplicationKind.CHANGE)
    case.pk, case.number = None, "261120-0000000"
    with pytest.raises(IntegrityError, match="application_one_open"):
        case.save(force_insert=True)


def test_an_application_is_about_a_worker_or_an_applicant() -> None:
    lost = Application(number="1", kind=ApplicationKind.CHANGE, filed_by="system:0", opened_at=AT)
    with pytest.raises(IntegrityError, match=r"application_of_one_filer|application_kind"):
        lost.save(force_insert=True)
