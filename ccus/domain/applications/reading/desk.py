"""係員の机: what an officer may know of a case that is not in the own hand, and which comes next.

Rules OFFICE-03 and OFFICE-04.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from ccus.domain.applications.models import Application, ReviewHold
from ccus.domain.applications.reading.case import HoldShown
from ccus.domain.applications.reading.shown import WITH, ApplicationShown, shown
from ccus.domain.applications.rules import COUNTED_TO
from ccus.domain.applications.terms import QUEUED, ApplicationKind, State
from ccus.domain.codes.models import DeficiencyCode
from ccus.foundation.identifiers import digits_of


@dataclass(frozen=True, slots=True)
class Outline:
    """申請の輪郭: state, steps and findings, and who has the case; nothing of what was handed in."""

    application: ApplicationShown
    hold: HoldShown | None


@dataclass(frozen=True, slots=True)
class InHand:
    """担当中の申請 of an officer."""

    number: str
    kind: ApplicationKind
    until: datetime


@dataclass(frozen=True, slots=True)
class Deficiency:
    """不備コード, with the sentence that stands where the officer writes none."""

    code: str
    label: str
    sentence: str


def outline(number: str) -> Outline | None:
    """The outline of a case; None where there is none."""
    found = Application.objects.select_related(*WITH).filter(number=number).first()
    if found is None:
        return None
    hold = ReviewHold.objects.select_related("officer").filter(application=found).first()
    is_held = hold is not None and found.state == State.IN_REVIEW
    return Outline(
        application=shown([found], for_office=True)[0],
        hold=HoldShown(hold.officer_id, hold.officer.name, hold.until) if hold and is_held else None,
    )


def in_hand_of(officer: int, *, at: datetime) -> tuple[InHand, ...]:
    """What an officer has in hand now, the one that runs out first in front."""
    own = ReviewHold.objects.filter(officer=officer, until__gt=at).order_by("until")
    rows = own.values_list("application__number", "application__kind", "until")
    return tuple(InHand(number, ApplicationKind(kind), until) for number, kind, until in rows)


def next_free(*, kind: ApplicationKind | None = None, at: datetime) -> str | None:
    """The 申請番号 of the oldest case that nobody has in hand; None if there is none."""
    free = Q(hold__isnull=True) | Q(hold__until__lte=at)
    waiting = Application.objects.filter(free, state__in=QUEUED, queued_at__isnull=False)
    if kind is not None:
        waiting = waiting.filter(kind=kind)
    return waiting.order_by("queued_at", "pk").values_list("number", flat=True).first()


def older_than(age: timedelta, *, at: datetime) -> int:
    """How many have waited longer than `age`; counted to 1,000 (APP-14)."""
    old = Application.objects.filter(state__in=QUEUED, queued_at__lt=at - age)
    return old.order_by()[:COUNTED_TO].count()


def numbers_of(applications: Collection[int]) -> dict[int, tuple[str, State]]:
    """申請番号 and state by key, for the ledger of fees."""
    rows = Application.objects.filter(pk__in=applications).values_list("pk", "number", "state")
    return {key: (number, State(state)) for key, number, state in rows}


def deficiencies() -> tuple[Deficiency, ...]:
    """不備コードの一覧, in the order of forms."""
    rows = DeficiencyCode.objects.order_by("place").values_list("code", "label", "sentence")
    return tuple(Deficiency(*row) for row in rows)


def subjects_of(numbers: Collection[str]) -> dict[str, str]:
    """申請番号 as people type it (with or without its hyphen) → the subject of its charge (`application:12`)."""
    written = {number: f"{digits[:6]}-{digits[6:]}" for number in numbers if (digits := digits_of(number))}
    keys = dict(Application.objects.filter(number__in=written.values()).values_list("number", "pk"))
    return {number: f"application:{keys[text]}" for number, text in written.items() if text in keys}
