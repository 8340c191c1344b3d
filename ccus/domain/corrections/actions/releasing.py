"""修正を許可し、反映する: another officer releases what was previewed, then all of it is carried out, or nothing
(FIX-08 to FIX-10).
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import SYSTEM, Act, Actor
from ccus.domain.corrections.carrying import FoundOther, carried_whole
from ccus.domain.corrections.models import ChangePreview, ChangeRelease, ChangeSet
from ccus.domain.corrections.policies import (
    ReleasedBefore,
    held,
    held_open,
    require_corrector,
    require_releasable,
    void_preview,
)
from ccus.domain.corrections.releases import still_needed
from ccus.domain.corrections.telling import tell_everybody

TASK = "carry_out_correction"
"""The job that carries out what was released; `ccus.jobs` knows it by this name."""


@transaction.atomic
def release_set(*, preview: UUID, by: Actor, at: datetime) -> int:
    """修正を許可する: this preview, by an officer who opened it and wrote nothing of the set (FIX-08). With the last
    release that is needed a job carries the set out. Returns how many more are needed.

    Raises `NotAllowed`, `SetEnded`, `PreviewOver`, `HasStops`, `SameOfficer`, `NotOpened`, `ReleasedBefore`.
    """
    require_corrector(by)
    change_set = held_open(ChangeSet.objects.get(previews__key=preview))
    found = ChangePreview.objects.get(key=preview)
    require_releasable(found, by=by, at=at)
    if found.releases.filter(released_by=str(by)).exists():
        raise ReleasedBefore("この確認は、すでに許可しています。もう一人の係員の許可を待ってください。")
    ChangeRelease.objects.create(preview=found, released_by=str(by), released_at=at)
    left = still_needed(found)
    if not left:
        ChangePreview.objects.filter(pk=found.pk).update(released_at=at)
        app.configure_task(TASK).defer(key=str(change_set.key))
    record(act=Act.CORRECTION_RELEASED, by=by, at=at, subject=("change_set", change_set.pk), left=left)
    return left


@transaction.atomic
def carry_out(*, change_set: ChangeSet, by: Actor = SYSTEM, at: datetime) -> bool:
    """反映する: all turns in one transaction, compared with the preview (FIX-10). Whether it was carried out now.

    Where something else is found nothing is written: the preview is void, with the reason, and the set is open again.
    Nothing happens to a set that is not released, or was carried out before. Raises `NotAllowed`.
    """
    require_corrector(by)
    fresh = held(change_set)
    preview = ChangePreview.objects.filter(change_set=fresh, void_at=None, released_at__isnull=False).first()
    if preview is None or fresh.done_at is not None:
        return False
    try:
        with transaction.atomic():
            touched = carried_whole(fresh, preview, by=by, at=at)
    except FoundOther as other:
        void_preview(fresh, at=at, failed=other.sentence)
        record(act=Act.CORRECTION_GIVEN_BACK, by=by, at=at, subject=("change_set", fresh.pk))
        return False
    ChangeSet.objects.filter(pk=fresh.pk).update(done_at=at)
    record(
        act=Act.CORRECTION_CARRIED_OUT,
        by=by,
        at=at,
        subject=("change_set", fresh.pk),
        affects=touched,
        rows=preview.total,
    )
    tell_everybody(fresh, at=at)
    return True
