"""自分の番号: every ID of the person that a worker is, for acts (SAME-06)."""

from ccus.domain.workers.models import WorkerAlias
from ccus.foundation.constraints import one_at_a_time


def ids_of(worker: int) -> tuple[int, ...]:
    """The IDs (keys) of the person, the main first, under which the days stand; mostly one. Two statements."""
    standing = WorkerAlias.objects.filter(superseded_at=None)
    main = standing.filter(worker=worker).values_list("main", flat=True).first() or worker
    return main, *standing.filter(main=main).order_by("worker").values_list("worker", flat=True)


def one_person_at_a_time(worker: int) -> None:
    """Let the acts on the claims of one person run one after the other, whichever ID they come under."""
    one_at_a_time("claims", ids_of(worker)[0])
