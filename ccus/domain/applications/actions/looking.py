"""審査の閲覧: opening a case and its images leaves a trace (OFFICE-04, OFFICE-05)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.checks.facts import images
from ccus.domain.applications.contents import contents_rows
from ccus.domain.applications.models import Application, ReviewHold, Submission
from ccus.domain.applications.policies import ApplicationUnknown, NotTaken, taken
from ccus.domain.applications.reading.case import CaseShown, case
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.evidence.reading import file_of
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.terms import Item

_ON_AN_IDENTITY_DOCUMENT = frozenset({Item.NAME, Item.BIRTH_DATE, Item.CONTACT})


@transaction.atomic
def open_case(*, number: str, by: Actor, at: datetime) -> CaseShown:
    """担当している申請を開く: reading what is registered leaves a trace, an applicant's case an event (OFFICE-05).

    Raises `TakenByAnother`, `NotTaken`, `ApplicationUnknown`, `NotAllowed`.
    """
    held = _in_hand(number, by=by, at=at)
    shown = case(number, officer=by, at=at)
    if shown is None:
        raise _unknown(number)
    if held.worker_id is None:
        record(act=Act.CASE_OPENED, by=by, at=at, subject=("application", held.pk))
    return shown


@transaction.atomic
def open_case_image(
    *, number: str, key: UUID, is_preview: bool = False, by: Actor, at: datetime
) -> bytes | None:
    """申請の画像を開く: handed in with the case, or registered before it; None where it is neither (OFFICE-05).

    The small pictures belong to the trace of the case's page; one that is opened in full leaves its own. Raises
    `TakenByAnother`, `NotTaken`, `ApplicationUnknown`, `NotAllowed`.
    """
    held = _in_hand(number, by=by, at=at)
    items = _items_of(held, key)
    if items is None:
        return _registered(held, key, is_preview=is_preview, by=by, at=at)
    if not is_preview:
        if held.worker_id is not None and items:
            look = Look(held.worker_id, Relation.OPERATOR, items)
            leave(by, [look], purpose=Purpose.REVIEW, reason=number, at=at)
        record(act=Act.CASE_IMAGE_OPENED, by=by, at=at, subject=("application", held.pk))
    return file_of(key, owner=None, is_preview=is_preview)


def _registered(held: Application, key: UUID, *, is_preview: bool, by: Actor, at: datetime) -> bytes | None:
    if held.worker_id is None:
        return None
    return picture_of(
        by, held.worker_id, key, purpose=Purpose.REVIEW, reason=held.number, at=at, is_preview=is_preview
    )


def _in_hand(number: str, *, by: Actor, at: datetime) -> Application:
    require_duty(by, Duty.REVIEW)
    found = Application.objects.filter(number=number).first()
    if found is None:
        raise _unknown(number)
    hold = ReviewHold.objects.select_related("officer").filter(application=found, until__gt=at).first()
    if hold is None:
        raise NotTaken(
            f"申請{number}を担当していません。「審査を始める」を押してから、もう一度お試しください。"
        )
    if hold.officer_id != by.id:
        raise taken(hold)
    return found


def _unknown(number: str) -> ApplicationUnknown:
    return ApplicationUnknown(
        f"申請番号{number}の申請は見つかりません。申請の一覧から、もう一度選んでください。"
    )


def _items_of(held: Application, key: UUID) -> frozenset[Item] | None:
    """What an image of any submission shows of a person; None where it was not handed in with this case."""
    sections = sections_of_case(held)
    for stored in Submission.objects.filter(application=held).values_list("contents", flat=True):
        for section, *_, found in images(sections, contents_rows(stored)):
            if found == str(key):
                if ApplicationKind(held.kind).is_of_company:
                    return frozenset()
                fact = BY_KEY.get(section.key)
                return frozenset({fact.item}) if fact else _ON_AN_IDENTITY_DOCUMENT
    return None
