"""修正の確認の行為: asked for by an officer, made by a job, opened by whoever may release it (FIX-04, FIX-08)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.corrections.models import ChangePreview, ChangeSet, PreviewOpened
from ccus.domain.corrections.policies import (
    NothingWritten,
    RowsFaulty,
    held_open,
    require_corrector,
    void_preview,
)
from ccus.domain.corrections.reading import counts_of
from ccus.foundation.refusals import Refusal

TASK = "preview_correction"
"""The job that makes what was asked for; `ccus.jobs` knows it by this name."""


class BeingCarriedOut(Refusal):
    """反映を待っている修正: it is released, and is not previewed again before that has ended."""


class PreviewNotReady(Refusal):
    """まだできていない、または使えなくなった確認."""


@transaction.atomic
def ask_for_preview(*, change_set: ChangeSet, by: Actor, at: datetime) -> UUID:
    """確認を頼む: a job begins with this transaction's commit. One in the making is that one; a finished one, with
    what was released on it, counts no more. Returns the key of the preview.

    Raises `NotAllowed`, `SetEnded`, `RowsFaulty`, `NothingWritten`, `BeingCarriedOut`.
    """
    require_corrector(by)
    fresh = held_open(change_set)
    stands = ChangePreview.objects.filter(change_set=fresh, void_at=None).first()
    if stands is not None and stands.finished_at is None:
        return stands.key
    if stands is not None and stands.released_at is not None:
        raise BeingCarriedOut("この修正は許可されて、反映を待っています。反映が終わるまで待ってください。")
    rows = _rows(fresh)
    void_preview(fresh, at=at)
    preview = ChangePreview.objects.create(change_set=fresh, asked_by=str(by), asked_at=at, total=rows)
    preview.refresh_from_db(fields=["key"])
    record(act=Act.CORRECTION_PREVIEW_ASKED, by=by, at=at, subject=("change_set", fresh.pk), rows=rows)
    app.configure_task(TASK).defer(key=str(preview.key))
    return preview.key


@transaction.atomic
def open_preview(*, preview: UUID, by: Actor, at: datetime) -> None:
    """確認を開く: an officer has before the eyes who gains sight of whom; said once of each officer.

    Raises `NotAllowed`, `PreviewNotReady`.
    """
    require_corrector(by)
    found = ChangePreview.objects.filter(
        key=preview, void_at=None, finished_at__isnull=False, failed=""
    ).first()
    if found is None:
        raise PreviewNotReady(
            "この確認は、まだできていないか、使えなくなりました。修正のページを開き直してください。"
        )
    opened = PreviewOpened(preview=found, opened_by=str(by), opened_at=at)
    if PreviewOpened.objects.filter(preview=found, opened_by=str(by)).exists():
        return
    PreviewOpened.objects.bulk_create([opened], ignore_conflicts=True)
    record(act=Act.CORRECTION_PREVIEW_OPENED, by=by, at=at, subject=("change_set", found.change_set_id))


def _rows(change_set: ChangeSet) -> int:
    counts = counts_of(change_set)
    if counts.faulty:
        raise RowsFaulty(
            f"直していない行が{counts.faulty:,}行あります。直すか外してから、確認を作成してください。"
        )
    if not counts.rows:
        raise NothingWritten("修正する行がありません。行を加えてから、確認を作成してください。")
    return counts.rows
