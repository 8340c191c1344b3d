"""あなたがすること: what waits for the worker, gathered from the pages that have something to do (PORTAL-44)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from ccus.domain.workers.reading import Me
from ccus.portals.worker.expiring.line import runs_out
from ccus.portals.worker.home.delivery import delivery
from ccus.portals.worker.home.renewal import renewal
from ccus.portals.worker.home.stopped import stopped
from ccus.portals.worker.home.waiting import companies, filed, mandates, refusals
from ccus.portals.worker.matters import Matter

OPEN = 2
SOURCES: tuple[Callable[[Me, datetime], Iterable[Matter]], ...] = (
    stopped,
    filed,
    refusals,
    companies,
    mandates,
    delivery,
    runs_out,
    renewal,
)
"""Each costs a constant number of statements (PORTAL-03). Of one urgency they stand in this order."""


@dataclass(frozen=True, slots=True)
class NextSteps:
    """することの一覧: the most urgent ones, and the rest that is folded away."""

    first: tuple[Matter, ...]
    rest: tuple[Matter, ...]


def next_steps(me: Me, *, at: datetime) -> NextSteps:
    """Everything that waits now, the most urgent first."""
    found = (matter for source in SOURCES for matter in source(me, at))
    matters = sorted(found, key=lambda matter: matter.urgency)
    return NextSteps(tuple(matters[:OPEN]), tuple(matters[OPEN:]))
