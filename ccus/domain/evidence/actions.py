"""添付書類の行為: before an image is handed in, its owner may do anything to it; afterwards nobody."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.evidence import images
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.policies import EvidenceUnknown, own_and_open, owner_of, require_boxes, require_room
from ccus.domain.evidence.terms import Box, Purpose
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.reading_as import REGISTER, reading_as


@transaction.atomic
def upload(*, data: bytes, purpose: Purpose, owner: Actor | None = None, by: Actor, at: datetime) -> Evidence:
    """画像の追加 (EVID-01 to EVID-04), by whose it is; who files for a worker names the worker as `owner` (PROXY-07).

    Raises `NotAccepted` in its kinds, `TooManyWaiting` (EVID-09), `NotAllowed`.
    """
    whose = owner_of(by, owner)
    picture = images.clean(data, purpose)
    one_at_a_time("evidence", whose)
    require_room(whose, len(picture.content))
    held = Evidence.objects.create(purpose=purpose, owner=str(whose), uploaded_at=at, **_columns(picture))
    record(act=Act.EVIDENCE_UPLOADED, by=by, at=at, subject=("evidence", held.pk), purpose=purpose.value)
    return held


@transaction.atomic
def turn(*, key: UUID, owner: Actor | None = None, by: Actor, at: datetime) -> None:
    """右へ90°回す (EVID-05). Raises `EvidenceUnknown`, `AlreadyKept`."""
    held = own_and_open(key, owner_of(by, owner))
    _overwrite(held, images.turned(bytes(held.content), Purpose(held.purpose)))
    record(act=Act.EVIDENCE_TURNED, by=by, at=at, subject=("evidence", held.pk))


@transaction.atomic
def mask(*, key: UUID, boxes: Sequence[Box], owner: Actor | None = None, by: Actor, at: datetime) -> None:
    """黒くぬる (EVID-06, EVID-07). Raises `EvidenceUnknown`, `AlreadyKept`, `MaskImpossible`."""
    require_boxes(boxes)
    held = own_and_open(key, owner_of(by, owner))
    _overwrite(held, images.masked(bytes(held.content), boxes), is_masked=True)
    record(act=Act.EVIDENCE_MASKED, by=by, at=at, subject=("evidence", held.pk), boxes=len(boxes))


@transaction.atomic
def discard(*, key: UUID, owner: Actor | None = None, by: Actor, at: datetime) -> None:
    """画像を消す (EVID-05). Raises `EvidenceUnknown`, `AlreadyKept`."""
    held = own_and_open(key, owner_of(by, owner))
    removed = held.pk
    held.delete()
    record(act=Act.EVIDENCE_DISCARDED, by=by, at=at, subject=("evidence", removed))


@transaction.atomic
def keep(*, keys: Collection[UUID], owner: Actor | None = None, by: Actor, at: datetime) -> None:
    """画像を提出する, as part of handing in an application (EVID-08): what is kept already stays as it is.

    Raises `EvidenceUnknown` where one does not exist, or is neither kept nor the actor's own.
    """
    wanted, whose = set(keys), owner_of(by, owner)
    held = Evidence.objects.select_for_update().filter(key__in=wanted).order_by("pk")
    with reading_as(REGISTER):  # registered before, by whomever: nobody is shown one
        states = list(held.values_list("pk", "owner", "kept_at"))
    own = [pk for pk, held_by, kept_at in states if kept_at is None and held_by == str(whose)]
    if len(states) < len(wanted) or any(
        kept_at is None and held_by != str(whose) for _, held_by, kept_at in states
    ):
        raise EvidenceUnknown(
            "申請の画像の中に、見つからないものがあります。画像のある項目を開いて、もう一度追加してください。"
        )
    if own:
        Evidence.objects.filter(pk__in=own).update(kept_at=at)
        record(act=Act.EVIDENCE_KEPT, by=by, at=at, subject=(by.kind.value, by.id), evidence=own)


def _overwrite(held: Evidence, picture: images.Picture, **more: object) -> None:
    """One row, written over: no copy of what was before remains in the table (EVID-06)."""
    Evidence.objects.filter(pk=held.pk).update(**_columns(picture), **more)


def _columns(picture: images.Picture) -> dict[str, object]:
    return {
        "content": picture.content,
        "preview": picture.preview,
        "width": picture.width,
        "height": picture.height,
        "sha256": hashlib.sha256(picture.content).digest(),
    }
