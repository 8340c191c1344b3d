"""退会中の技能者: who has left and not come back (LEAVE-04, LEAVE-05)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.crypto import salted_hmac

from ccus.domain.workers.models import Withdrawal, WorkerAlias
from ccus.foundation.among import among

LEFT = "退会した技能者"
_NUMBERS = 10**8


def pseudonym(site: str, worker: int) -> str:
    """仮の番号 of whoever left at a site (現場ID): eight digits that say nothing, the same at that site (LEAVE-04)."""
    digest = salted_hmac("ccus.leaving.pseudonym", f"{site}:{worker}", algorithm="sha256").digest()
    return f"{int.from_bytes(digest[:8]) % _NUMBERS:08d}"


def ids_of(main: int) -> list[int]:
    """Every ID (key) of a person, the main first: whoever leaves leaves with all of them (SAME-04)."""
    merged = WorkerAlias.objects.filter(main=main, superseded_at=None).order_by("worker")
    return [main, *merged.values_list("worker", flat=True)]


def has_left(worker: int) -> bool:
    """Whether a worker (key) is out of the register now."""
    return Withdrawal.objects.filter(worker=worker, returned_at=None).exists()


def came_back_at(worker: int) -> datetime | None:
    """When a worker (key) last came back; None for whoever never left, or is out now."""
    spans = Withdrawal.objects.filter(worker=worker).order_by("-withdrawn_at")
    return spans.values_list("returned_at", flat=True).first()


def gone_among(workers: Iterable[int]) -> frozenset[int]:
    """Those of some workers (keys) who are out of the register now. One statement."""
    left = Withdrawal.objects.filter(worker__in=among(workers), returned_at=None)
    return frozenset(left.values_list("worker", flat=True))


def still_here(worker: str = "pk") -> Q:
    """A condition for queries: nobody who has left; `worker` is the column that holds the worker's key."""
    return Q(~Exists(Withdrawal.objects.filter(worker=OuterRef(worker), returned_at=None)))
