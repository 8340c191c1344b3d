"""反映を比べる: the whole set is carried out turn by turn, and has to say what its preview said (FIX-10)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from ccus.domain.audit.actions import Touched
from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.applying import owners_of
from ccus.domain.corrections.effects import Carried, carried_turn
from ccus.domain.corrections.lines import Digest
from ccus.domain.corrections.models import ChangeDone, ChangePreview, ChangeRow, ChangeSet
from ccus.domain.corrections.releases import still_needed
from ccus.domain.corrections.rules import TRIED_FOR, preview_ends
from ccus.domain.corrections.turns import rows_of, turns_of
from ccus.foundation.constraints import each_held_meanwhile
from ccus.foundation.refusals import Refusal


class FoundOther(Refusal):
    """確認とのちがい: what holds now is not what was previewed (FIX-10)."""


def to_carry_out() -> list[UUID]:
    """The sets that are released and not carried out yet, oldest first."""
    released = ChangePreview.objects.filter(released_at__isnull=False, void_at=None)
    sets = ChangeSet.objects.filter(done_at=None, previews__in=released).order_by("pk")
    return list(sets.values_list("key", flat=True))


def carried_whole(change_set: ChangeSet, preview: ChangePreview, *, by: Actor, at: datetime) -> list[Touched]:
    """Carry out every turn, in the caller's transaction; what days it bears on. Raises `FoundOther`."""
    _require_still_released(preview, at)
    digest, touched = Digest(), list[Touched]()
    for turn in turns_of(change_set):
        rows = rows_of(turn)
        with each_held_meanwhile(*owners_of(change_set, rows)):
            carried = carried_turn(change_set, rows, by=by, at=at, with_days=False)
        _require_no_stop(carried, rows)
        _note(carried)
        digest.add(carried.lines)
        touched += carried.applied.touched
    if digest.hex != preview.digest:
        raise FoundOther(
            "確認を作ったあとに登録が変わり、見えるようになる相手が確認とちがいます。確認を作り直してください。"
        )
    return touched


def _require_still_released(preview: ChangePreview, at: datetime) -> None:
    if still_needed(preview):
        raise FoundOther(
            "許可した係員が、今は「登録の修正」の係ではありません。確認を作り直し、別の係員の許可を受けてください。"
        )
    if at >= preview_ends(preview.asked_at) + TRIED_FOR:
        raise FoundOther("許可のあと、反映できないまま期限が過ぎました。確認を作り直してください。")


def _require_no_stop(carried: Carried, rows: Sequence[ChangeRow]) -> None:
    """The reason alone, never the sentence of the register: that may name what was typed, and this one is kept."""
    for stop in carried.stops:
        ordinal = next(row.ordinal for row in rows if row.pk == stop.row)
        why = stop.stop.label if stop.stop else ""
        raise FoundOther(
            f"確認を作ったあとに、{ordinal}行目が反映できなくなりました（{why}）。"
            "確認を作り直し、その行を直すか外してください。"
        )


def _note(carried: Carried) -> None:
    ChangeDone.objects.bulk_create(
        ChangeDone(row=row, superseded=list(superseded), added=list(added))
        for row, superseded, added in carried.applied.done
    )
