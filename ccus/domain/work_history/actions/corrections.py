"""就業内容の変更: what was done on one day, by the worker or the firm, approved by the prime (CLAIM-21 to CLAIM-23)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.models import Position, Trade
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.asking import ask, close_asks, tell_worker
from ccus.domain.work_history.claims.authors import author_company
from ccus.domain.work_history.claims.correcting import (
    Told,
    correctable_site,
    require_change,
    require_replaceable,
    told_of,
)
from ccus.domain.work_history.claims.day_checks import due_of, plain, require_past_days
from ccus.domain.work_history.claims.entered import stored
from ccus.domain.work_history.claims.firms import firms_on
from ccus.domain.work_history.claims.own_ids import one_person_at_a_time
from ccus.domain.work_history.models import DayClaim
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.periods import ONE_DAY


@transaction.atomic
def correct_day(
    *,
    worker: Worker,
    place: int,
    on: date,
    trade: Trade | None,
    position: Position | None,
    work_content: str,
    remark: str = "",
    by: Actor,
    at: datetime,
) -> DayClaim:
    """就業内容の変更 of one day; it counts once the prime approves it, an approved earlier one until then (CLAIM-08).

    `trade`, `position` None: as they are. Raises `NotAllowed`, `WorkerWithdrawn`, `NotThatFirm`, `TextUnreadable`,
    `NotCorrectable`, `CorrectionWaits`, `NothingChanged`, `DeadlinePassed`, `TooManyPresses`.
    """
    entered_by = author_company(by, worker)
    require_not_withdrawn(worker)
    one_person_at_a_time(worker.pk)
    site = correctable_site(worker.pk, place, on)
    require_past_days([on], born_on=worker.birth_on, at=at)
    told = told_of(worker.pk, place, on)
    said = told.changed(trade, position, plain(work_content, "work_content"))
    require_change(told, said, on)
    firms = firms_on(worker, [on], place=place, named=entered_by)
    earlier = require_replaceable(worker.pk, site, on, firm=entered_by, at=at)
    _supersede(earlier, by=by, at=at)
    row = DayClaim(
        worker=worker,
        place_id=place,
        work_on=on,
        company_id=firms[on].company,
        remark=plain(remark, "remark"),
        recorded_at=at,
        recorded_by=str(by),
    )
    (claim,) = stored([_saying(row, said)])
    ask(site, [claim], firms, entered_by=entered_by, by=by, at=at)
    record(
        act=Act.DAY_CORRECTED,
        by=by,
        at=at,
        subject=("day_claim", claim.pk),
        affects=[Touched(on, on + ONE_DAY, worker=worker.pk, place=place)],
        replaces=earlier.pk if earlier is not None else None,
    )
    if entered_by is not None:
        tell_worker([claim], company=entered_by, site=site.name, at=at)
    return claim


def _supersede(earlier: DayClaim | None, *, by: Actor, at: datetime) -> None:
    if earlier is not None:
        close_asks(earlier, by=by, at=at)
        DayClaim.objects.filter(pk=earlier.pk).update(superseded_at=at)


def _saying(row: DayClaim, said: Told) -> DayClaim:
    """The row of a correction with what it says of its day."""
    row.kind, row.due_at = ClaimKind.CORRECTION, due_of(row.work_on)
    row.trade_id, row.position_id, row.work_content = said.trade, said.position, said.work_content
    return row
