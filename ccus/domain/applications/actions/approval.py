"""承認: one transaction with all its effects, or none (APP-12)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.effects import EFFECTS
from ccus.domain.applications.effects_of_companies import registered_company
from ccus.domain.applications.findings import label_of
from ccus.domain.applications.messages import inform
from ccus.domain.applications.models import Application, CorrectionNote, ReviewHold
from ccus.domain.applications.path import move
from ccus.domain.applications.policies import held, require_lasting_hold, require_nothing_owed, require_state
from ccus.domain.applications.submissions import latest_contents
from ccus.domain.applications.terms import NEXT_CARD, ApplicationKind, State
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.texts import Text
from ccus.foundation.reading_as import REGISTER, reading_as


@transaction.atomic
def approve(*, number: str, by: Actor, at: datetime) -> None:
    """承認: what was submitted last becomes registered facts, and the applicant hears of it (APP-12, APP-17).

    Raises `OwnFiling`, `FeeOpen`, `ChangedMeanwhile`, `TakenByAnother`, `NotTaken`, `HoldRanOut`, `AlreadyClosed`,
    `NotNow`, and whatever the rooms below refuse; then nothing has happened.
    """
    case = held(number)
    require_state(case, State.IN_REVIEW, doing="承認")
    require_lasting_hold(case, by=by, at=at)
    require_nothing_owed(case)
    with reading_as(REGISTER):  # DISC-16
        EFFECTS[ApplicationKind(case.kind)](case, latest_contents(case.pk), by, at)
    move(case, State.APPROVED, by=by, at=at)
    ReviewHold.objects.filter(application=case).delete()
    _announce(case, at=at)
    record(
        act=Act.APPLICATION_APPROVED,
        by=by,
        at=at,
        subject=("application", case.pk),
        number=case.number,
        kind=case.kind,
    )


def _announce(case: Application, *, at: datetime) -> None:
    """What became of it; what the office mended besides, also where the news has a text of its own (APP-11)."""
    text, values = _news(case)
    sections = sections_of_case(case)
    notes = CorrectionNote.objects.filter(application=case).order_by("pk").values_list("section", "field")
    fields = [label_of(sections, section, field) or section for section, field in notes]
    if fields:
        inform(case, Text.APPLICATION_APPROVED_CORRECTED, at=at, fields=fields)
    if not fields or text is not Text.APPLICATION_APPROVED:
        inform(case, text, at=at, **values)


def _news(case: Application) -> tuple[Text, dict[str, str]]:
    kind = ApplicationKind(case.kind)
    if kind is ApplicationKind.REGISTRATION and case.applicant is not None and case.applicant.worker:
        return Text.REGISTRATION_COMPLETED, {"worker_number": case.applicant.worker.number}
    if kind is ApplicationKind.COMPANY_REGISTRATION:
        text = Text.COMPANY_REGISTERED if case.applicant is not None else Text.SOLE_COMPANY_REGISTERED
        return text, {"company_number": registered_company(case).number}
    if kind is ApplicationKind.WITHDRAWAL:
        return Text.WITHDRAWAL_COMPLETED, {}
    return (Text.APPLICATION_CARD_APPROVED if kind in NEXT_CARD else Text.APPLICATION_APPROVED), {}
