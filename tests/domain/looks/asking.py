"""Looks of the standing cast, and questions about them."""

from datetime import datetime, timedelta

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.questions import ask_why
from ccus.domain.looks.models import LookQuestion
from ccus.domain.looks.story import OFFICE
from ccus.foundation.clock import day_of
from tests.factories.officers import officer
from tests.factories.personas import Cast, firm, person

WEEK = timedelta(days=7)


def employer_looked(cast: Cast, at: datetime, purpose: Purpose = Purpose.EMPLOYEES) -> None:
    """高橋鉄筋 looks at 建設 未来."""
    worker_as_seen_by(firm(cast.takahashi), cast.mirai.pk, purpose=purpose, at=at)


def office_looked(cast: Cast, at: datetime, by: Actor | None = None) -> None:
    """The office looks, for an enquiry."""
    who = by or officer().actor
    worker_as_seen_by(who, cast.mirai.pk, purpose=Purpose.ENQUIRY, reason="電話での確認", at=at)


def asked(cast: Cast, at: datetime, token: str = "", words: str = "") -> LookQuestion:
    """建設 未来 asks why 高橋鉄筋 looked on that day."""
    return ask_why(
        worker=cast.mirai.pk,
        looked_on=day_of(at),
        token=token or cast.takahashi.number,
        words=words,
        by=person(cast.mirai),
        at=at,
    )


def looked_and_asked(cast: Cast, at: datetime) -> LookQuestion:
    """The employer looked, and is asked why."""
    employer_looked(cast, at)
    return asked(cast, at)


def office_asked(cast: Cast, at: datetime) -> LookQuestion:
    """The office looked, and is asked why."""
    office_looked(cast, at)
    return asked(cast, at, OFFICE)
