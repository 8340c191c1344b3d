"""登録された画像: the portrait and the certificates of a worker, through disclosure only (DISC-08)."""

from datetime import datetime, timedelta
from uuid import UUID

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure import policies
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.switches import granted
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers.models import CoreWorkerQualification, Portrait, Qualification
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.reading_as import REGISTER, reading_as

IMAGES = {
    Portrait: Item.NAME,
    Qualification: Item.QUALIFICATIONS,
    CoreWorkerQualification: Item.QUALIFICATIONS,
}
ONE_LOOK = timedelta(hours=1)
"""How long the pictures of a page belong to the trace that the page left."""


def picture_of(
    actor: Actor,
    worker: int,
    key: UUID,
    *,
    purpose: Purpose,
    reason: str = "",
    at: datetime,
    is_preview: bool = False,
) -> bytes | None:
    """画像 of a registered fact that stands: JPEG; None where there is none of this worker, or it may not be seen.

    A page that showed the item within the last hour has said why and left the trace; without one the office gives
    a reason, and a trace is left. Raises `ReasonMissing`.
    """
    today = day_of(at)
    related = policies.relations(actor, [worker], purpose=purpose, on=today, at=at)
    item = item_of(worker, key)
    if item is None or worker not in related or item not in granted(related, on=today)[worker]:
        return None
    if related[worker] is not Relation.SELF and not _is_on_a_page(actor, worker, item, purpose, at):
        policies.require_reason(actor, reason)
        leave(actor, [Look(worker, related[worker], {item})], purpose=purpose, reason=reason, at=at)
    column = "preview" if is_preview else "content"
    found = Evidence.objects.filter(key=key).values_list(column, flat=True).first()
    return bytes(found) if found is not None else None


@reading_as(REGISTER)  # what an image is of, before it is known who may see it
def item_of(worker: int, key: UUID) -> Item | None:
    """What a registered image of this worker shows; None where it is not one that stands."""
    for table, item in IMAGES.items():
        if table.objects.filter(worker=worker, image__key=key, superseded_at=None).exists():  # type: ignore[attr-defined]
            return item
    return None


def _is_on_a_page(actor: Actor, worker: int, item: Item, purpose: Purpose, at: datetime) -> bool:
    return DisclosureTrace.objects.filter(
        worker=worker,
        actor_kind=actor.kind,
        actor_id=actor.id,
        purpose=purpose,
        items__contains=[item],
        at__gt=at - ONE_LOOK,
    ).exists()
