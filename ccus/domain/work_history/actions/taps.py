"""就業履歴の行為: naming the owner of a tap whose card nobody knew."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.work_history.models import Tap, TapOwner
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal


class TapNotFound(Refusal):
    """該当なし: no such tap."""


class TapHasOwner(Refusal):
    """持ち主あり: the tap's card was known at receipt, or its owner has been named."""


@transaction.atomic
def find_tap_owner(
    *, reader: int, tap: UUID, tapped_at: datetime, worker: Worker, by: Actor, at: datetime
) -> TapOwner:
    """持ち主の判明: the office says whose unknown card it was; the day is then derived (FACT-04).

    `tapped_at` is the reader's raw time, part of the tap's key. Raises `NotAllowed`, `TapNotFound`, `TapHasOwner`.
    """
    require_office(by)
    found = Tap.objects.filter(reader=reader, id=tap, at=tapped_at).first()
    if found is None:
        raise TapNotFound(
            "読み取りが見つかりません。端末・番号・時刻を確かめて、一覧から選びなおしてください。", "tap"
        )
    if found.worker is not None:
        raise TapHasOwner(
            "この読み取りの持ち主は、すでに分かっています。別の読み取りを選んでください。", "tap"
        )
    owner, is_new = TapOwner.objects.get_or_create(
        reader=reader,
        id=tap,
        at=tapped_at,
        defaults={"worker": worker, "recorded_at": at, "recorded_by": str(by)},
    )
    if not is_new:
        raise TapHasOwner(
            "この読み取りの持ち主は、すでに登録されています。登録済みの内容を確かめてください。", "tap"
        )
    day = day_of(found.happened_at)
    touched = Touched(day - ONE_DAY, day + timedelta(days=2), worker=worker.pk, place=found.place)
    record(
        act=Act.TAP_OWNER_FOUND,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        affects=[touched],
        reader=reader,
        tap=str(tap),
    )
    return owner
