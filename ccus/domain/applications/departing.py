"""削除申請: the whole application for leaving in one press (LEAVE-01, guide G19-5)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.blocks import LEAVING
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.models import DraftSection
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.terms import Actor


@transaction.atomic
def ask_to_leave(*, worker: int, typed: Mapping[str, str], by: Actor, at: datetime) -> str:
    """Open the application or go on with the open one, write what was confirmed, submit; returns the 申請番号.

    Of two presses the second finds the number of the first. Raises `Incomplete`, `NotOpenYet`, `WorkerWithdrawn`,
    `NotAllowed`, `TooManyTries`; then nothing was filed.
    """
    case = open_application(kind=ApplicationKind.WITHDRAWAL, worker=worker, by=by, at=at)
    if case.state not in {State.DRAFT, State.RETURNED}:
        return case.number
    saved = DraftSection.objects.filter(application=case, section=LEAVING.key).first()
    save_section(
        number=case.number,
        section=LEAVING.key,
        rows=[DraftRow("1", dict(typed))],
        version=saved.version if saved else 0,
        by=by,
        at=at,
    )
    submit(number=case.number, by=by, at=at)
    return case.number
