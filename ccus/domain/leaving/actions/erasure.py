"""消去の記録."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.policies import require_system
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor


@transaction.atomic
def note_erasure(*, worker: int, rows: Mapping[str, int], by: Actor, at: datetime) -> None:
    """消去を記録する: of a worker (key) so many rows of each table, and nothing else (LEAVE-07). By the system.

    Said before the erasure commits: an erasure without its event cannot be. Raises `NotAllowed`.
    """
    require_system(by)
    record(act=Act.WORKER_ERASED, by=by, at=at, subject=("worker", worker), rows=dict(rows))
