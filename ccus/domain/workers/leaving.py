"""退会中の技能者: who has left and not come back (LEAVE-04, LEAVE-05)."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from ccus.domain.workers.models import Withdrawal


def has_left(worker: int) -> bool:
    """Whether a worker (key) is out of the register now."""
    return Withdrawal.objects.filter(worker=worker, returned_at=None).exists()


def gone_among(workers: Iterable[int]) -> frozenset[int]:
    """Those of some workers (keys) who are out of the register now. One statement."""
    left = Withdrawal.objects.filter(worker__in=workers, returned_at=None)
    return frozenset(left.values_list("worker", flat=True))


def still_here(worker: str = "pk") -> Q:
    """A condition for queries: nobody who has left; `worker` is the column that holds the worker's key."""
    return Q(~Exists(Withdrawal.objects.filter(worker=OuterRef(worker), returned_at=None)))
