"""提出されたもの: writing a submission and reading the last one."""

from datetime import datetime

from ccus.domain.applications.contents import Contents, Row, contents_json, contents_rows
from ccus.domain.applications.models import Application, Submission
from ccus.domain.applications.path import MovedMeanwhile
from ccus.domain.audit.terms import Actor
from ccus.foundation.constraints import refusing


def hand_in(case: Application, contents: Contents, *, by: Actor, at: datetime) -> Submission:
    """A further submission of the case (APP-05). Raises `MovedMeanwhile`."""
    last = latest(case.pk)
    meanwhile = MovedMeanwhile(
        f"申請{case.number}は、同時に提出されています。申請の画面を開き直して、今の状態を確かめてください。"
    )
    with refusing({"submission_once": meanwhile}):
        return Submission.objects.create(
            application=case,
            ordinal=last.ordinal + 1 if last else 1,
            contents=contents_json(contents),
            at=at,
            by=str(by),
        )


def latest(application: int) -> Submission | None:
    """The last submission, with the corrections of the office; None before the first."""
    return Submission.objects.filter(application=application).order_by("-ordinal").first()


def latest_contents(application: int) -> dict[str, tuple[Row, ...]]:
    """What was submitted last; nothing before the first submission."""
    submission = latest(application)
    return contents_rows(submission.contents) if submission else {}
