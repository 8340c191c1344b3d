"""修正の確認を進める: turn after turn is carried out and taken back; its lines are kept, and how far it is (FIX-04)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.corrections.applying import owners_of
from ccus.domain.corrections.effects import Carried, carried_turn
from ccus.domain.corrections.lines import OF_SIGHT, Digest, Line
from ccus.domain.corrections.models import ChangePreview, ChangeSet, PreviewLine
from ccus.domain.corrections.terms import LineKind
from ccus.domain.corrections.turns import Turn, rows_of, turns_of
from ccus.foundation.constraints import each_one_at_a_time

_AT_ONCE = 2_000
_COUNTS = """
select kind, stop, count(*), count(distinct company_id) from preview_line where preview_id = %s group by kind, stop
"""
_SUBJECTS = """
select count(distinct worker_id), count(distinct company_id) from change_row
where change_set_id = %s and dropped_at is null
"""


def unfinished() -> list[UUID]:
    """The previews that are to be made, oldest first."""
    return list(
        ChangePreview.objects.filter(finished_at=None, void_at=None)
        .order_by("pk")
        .values_list("key", flat=True)
    )


def left_of(key: UUID) -> tuple[Turn, ...]:
    """The turns of a preview that are still to be made; none of one that is finished or void."""
    preview = (
        ChangePreview.objects.select_related("change_set")
        .filter(key=key, finished_at=None, void_at=None)
        .first()
    )
    if preview is None:
        return ()
    turns, done = turns_of(preview.change_set), 0
    for made, turn in enumerate(turns):
        if done >= preview.done:
            return turns[made:]
        done += len(turn)
    return ()


def preview_turn(key: UUID, turn: Turn, *, at: datetime) -> bool:
    """一回分を確かめる: carried out, looked at, taken back; then its lines are kept with how far it is.

    False where the preview became void meanwhile: nothing of the turn is kept.
    """
    change_set = ChangeSet.objects.get(previews__key=key)
    with transaction.atomic():
        rows = rows_of(turn)
        each_one_at_a_time(*owners_of(change_set, rows))
        carried = carried_turn(change_set, rows, by=SYSTEM, at=at)
        transaction.set_rollback(True)
    return _kept(key, turn, carried)


def _kept(key: UUID, turn: Turn, carried: Carried) -> bool:
    with transaction.atomic():
        going = ChangePreview.objects.filter(key=key, finished_at=None, void_at=None)
        if not going.update(done=F("done") + len(turn)):
            return False
        preview = ChangePreview.objects.get(key=key)
        PreviewLine.objects.bulk_create(_line(preview, line) for line in carried.lines)
    return True


@transaction.atomic
def finish(key: UUID, *, at: datetime) -> None:
    """確認を終える: counted, and the digest of who sees whom for the release to compare; nothing where it is over."""
    preview = (
        ChangePreview.objects.select_for_update().filter(key=key, finished_at=None, void_at=None).first()
    )
    if preview is None:
        return
    digest = Digest()
    digest.add(_sight_lines(preview))
    counts, persons = _counted(preview)
    ChangePreview.objects.filter(pk=preview.pk).update(
        finished_at=at, digest=digest.hex, counts=counts, persons=persons
    )


def give_up(key: UUID, sentence: str, *, at: datetime) -> None:
    """確認をあきらめる: it cannot be made, and the pages say why; it is asked for anew."""
    going = ChangePreview.objects.filter(key=key, finished_at=None, void_at=None)
    going.update(finished_at=at, failed=sentence[:400])


def _line(preview: ChangePreview, line: Line) -> PreviewLine:
    return PreviewLine(
        preview=preview,
        kind=line.kind,
        stop=line.stop or "",
        row_id=line.row,
        worker_id=line.worker,
        company_id=line.company,
        before=line.before,
        after=line.after,
        words=line.words,
    )


def _sight_lines(preview: ChangePreview) -> Iterator[Line]:
    kept = PreviewLine.objects.filter(preview=preview, kind__in=OF_SIGHT).order_by("pk")
    for line in kept.iterator(_AT_ONCE):
        yield Line(LineKind(line.kind), line.worker_id, line.company_id, before=line.before, after=line.after)


def _counted(preview: ChangePreview) -> tuple[dict[str, Any], int]:
    """How many lines of each kind and stop, pairs and companies that gain sight, people and firms with a row."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [preview.pk])
        counted = cursor.fetchall()
        cursor.execute(_SUBJECTS, [preview.change_set_id])
        persons, firms = cursor.fetchone()
    gained = next(
        ((many, companies) for kind, _, many, companies in counted if kind == LineKind.GAINED), (0, 0)
    )
    return {
        "lines": {kind: many for kind, stop, many, _ in counted if not stop},
        "stops": {stop: many for _, stop, many, _ in counted if stop},
        "pairs": gained[0],
        "companies": gained[1],
        "firms": firms,
    }, persons
