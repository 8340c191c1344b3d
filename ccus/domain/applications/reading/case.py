"""審査する申請: one case before an officer. Reading what is registered of a worker leaves a trace (DISC-06)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.contents import Row, contents_rows
from ccus.domain.applications.models import Application, ReviewHold, Submission
from ccus.domain.applications.reading.shown import WITH, ApplicationShown, shown
from ccus.domain.applications.registered import standing_of
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.reading import Hidden, WorkerSeen, worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.kept.rows import FactRow


@dataclass(frozen=True, slots=True)
class HoldShown:
    """担当: who has the case in hand, and until when."""

    officer: int
    name: str
    until: datetime

    def is_of(self, officer: Actor, *, at: datetime) -> bool:
        """Whether the case is in this officer's hand now."""
        return self.officer == officer.id and self.until > at


@dataclass(frozen=True, slots=True)
class SubmissionShown:
    """提出の一回. `is_by_office`: it carries a correction (補記)."""

    ordinal: int
    at: datetime
    is_by_office: bool
    contents: dict[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class CaseShown:
    """審査する申請: what was submitted last beside what is registered, and everything that was said about it.

    `applicant_name` and `applicant_kana` are what was given for the applicant login; empty for workers.
    """

    application: ApplicationShown
    contents: dict[str, tuple[Row, ...]]
    base: dict[str, tuple[FactRow, ...]]
    hold: HoldShown | None
    submissions: tuple[SubmissionShown, ...]
    applicant_name: str
    applicant_kana: str
    birth_on: date | None


def case(number: str, *, officer: Actor, at: datetime) -> CaseShown | None:
    """One case before an officer; None where there is none. Raises `NotAllowed`."""
    require_office(officer)
    found = Application.objects.select_related(*WITH).filter(number=number).first()
    if found is None:
        return None
    submissions = tuple(
        SubmissionShown(each.ordinal, each.at, each.by.startswith("operator:"), contents_rows(each.contents))
        for each in Submission.objects.filter(application=found).order_by("ordinal")
    )
    seen = _seen(found, officer=officer, at=at)
    return CaseShown(
        application=shown([found], for_office=True)[0],
        contents=submissions[-1].contents if submissions else {},
        base=dict(seen.shown) if seen else _registered(found, at=at),
        hold=_hold(found),
        submissions=submissions,
        applicant_name=found.applicant.name if found.applicant else "",
        applicant_kana=found.applicant.kana if found.applicant else "",
        birth_on=seen.birth_on if seen and not isinstance(seen.birth_on, Hidden) else None,
    )


def _seen(found: Application, *, officer: Actor, at: datetime) -> WorkerSeen | None:
    """The worker as the case needs: what it could change, name and birth date; None before the 技能者ID."""
    if found.worker_id is None:
        return None
    is_own = not ApplicationKind(found.kind).is_of_company
    keys = {section.key for section in sections_of_case(found) if section.is_fact and is_own}
    items = {BY_KEY[key].item for key in keys | {"name"}} | {Item.BIRTH_DATE}
    return worker_as_seen_by(
        officer, found.worker_id, purpose=Purpose.REVIEW, reason=found.number, at=at, items=items
    )


def _registered(found: Application, *, at: datetime) -> dict[str, tuple[FactRow, ...]]:
    """What is registered about a company, for its change or renewal."""
    keys = [section.key for section in sections_of_case(found) if section.is_fact]
    return standing_of(found, on=day_of(at), keys=keys)


def _hold(found: Application) -> HoldShown | None:
    hold = ReviewHold.objects.select_related("officer").filter(application=found).first()
    return HoldShown(hold.officer_id, hold.officer.name, hold.until) if hold else None
